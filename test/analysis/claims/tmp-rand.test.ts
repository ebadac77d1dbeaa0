import { it } from "vitest";
import { checkClaims } from "../../../src/analysis/claims/check-claims.js";
import { parseClaims } from "../../../src/analysis/claims/parse-claims.js";
import { catalogue } from "../../support/catalogue.js";
import { dice, synthetic } from "./synthetic-claims.js";
it("rand", () => {
  for (const places of [2, 0, -1]) {
    let certain = 0, expl = 0; const N = 700;
    for (let i = 0; i < N; i++) {
      const one = JSON.parse(synthetic(900_000 + i, 1).text);
      const file0 = parseClaims(JSON.stringify(one), { file: "s", hash: "" });
      const right = checkClaims(file0, catalogue)[0]?.computed?.toNumber() ?? 0;
      const r = dice(55 + i)();
      const v = right * (0.25 + 2.5 * r);
      one.claims[0].claimed = places === -1 ? String(Number(v.toPrecision(2))) : v.toFixed(places);
      const [c] = checkClaims(parseClaims(JSON.stringify(one), { file: "s", hash: "" }), catalogue);
      if (!c) continue;
      if (c.verdict === "differs" && c.certain) { certain++; if (certain < 6) console.log(c.claimed.text, String(c.computed), c.causes.map((x) => `${x.kind} ${x.amount} ${x.explain}`).join(" | ")); }
      if (c.verdict === "differs" && !c.causes.some((x) => x.kind === "unexplained")) expl++;
    }
    console.log(places, { certain: certain / N, expl: expl / N });
  }
}, 600000);
