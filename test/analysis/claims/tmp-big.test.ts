import { it } from "vitest";
import { type Cause, checkClaims } from "../../../src/analysis/claims/check-claims.js";
import { parseClaims } from "../../../src/analysis/claims/parse-claims.js";
import { catalogue } from "../../support/catalogue.js";
import { synthetic } from "./synthetic-claims.js";
const kindsOf = (causes: readonly Cause[]): string => causes.map((cause) => cause.kind).filter((kind) => kind !== "rounding").sort().join("+");
it("big", () => {
  for (const count of [1, 2] as const) {
    let found = 0, best = 0, certain = 0, wrong = 0, slow = 0, most = 0; const say: string[] = [];
    const N = 1500;
    for (let i = 0; i < N; i++) {
      const one = synthetic(7_000_000 * count + i, count);
      const t = performance.now();
      const [c] = checkClaims(parseClaims(one.text, { file: "s", hash: "" }), catalogue);
      const dt = performance.now() - t; if (dt > slow) slow = dt;
      if (!c) continue;
      const w = one.kinds.join("+"); const b = kindsOf(c.causes) === w;
      const rank = c.alsoFits.findIndex((x) => kindsOf(x) === w);
      most = Math.max(most, rank + 2);
      if (b) best++; if (b || rank >= 0) found++; else say.push(`${one.says} :: ${c.claimed.text} vs ${c.computed} ${kindsOf(c.causes)} certain=${c.certain}`);
      if (c.certain) certain++; if (c.certain && !b) { wrong++; console.log("WRONG", one.says, JSON.stringify(c.causes), c.claimed.text, String(c.computed)); }
    }
    console.log(count, { found: found / N, best: best / N, certain: certain / N, wrong, slow, most });
    console.log(say.slice(0, 14).join("\n"));
  }
}, 600000);
