import { it } from "vitest";
import { compare } from "../../src/analysis/compare.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { formatUsd } from "../../src/units/format.js";
import { catalogue } from "../support/catalogue.js";
it("tries", () => {
  for (const asOf of ["2026-09-20", "2024-11-22"]) {
  const s = parseScenario(`
name: consumer-app
prices: { asOf: ${asOf} }
workload: { mau: 100000, federatedShare: 0.1, signInsPerMau: 8 }
at: { mau: [500, 5000, 50000, 100000, 1000000, 10000000] }
alternatives: [cognito, {id: lite, architecture: cognito, settings: {plan: lite}}, postgresql, dynamodb, hybrid]
`, { file: "x.yaml", hash: "" });
  const t = Date.now();
  const c = compare(s, catalogue);
  console.log("ms", Date.now() - t);
  for (const p of c.points) {
    console.log(p.mau.toFixed(), p.alternatives.map((a) => `${a.model.id} ${formatUsd(a.bill.monthly)}`).join(" | "));
  }
  for (const p of c.points.filter(p=>p.mau.eq(100000)||p.mau.eq(1000000))) for (const a of p.alternatives) { console.log("==", a.model.id); for (const l of a.bill.lines) console.log("  ", l.component, "|", l.charge, l.quantity.toDecimalPlaces(3).toFixed(), l.unit, formatUsd(l.amount)); }
  console.log(c.recommendation.sentence, c.recommendation.verdict, c.recommendation.reasons, c.recommendation.flipTexts);
  console.log(c.recommendation.winners);
  }
});
