import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costModel, type Measure } from "../../src/analysis/cost-model.js";
import { generatedLoop } from "../../src/engine/generated-loop.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { fromDouble } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";

const ALTERNATIVES = `
alternatives:
  - cognito
  - { id: lite, architecture: cognito, settings: { plan: lite } }
  - id: postgresql
    architecture: postgresql
    costs: [{ name: Upkeep, hoursPerYear: 70 }, { name: Build, hoursOnce: 200 }, { name: Seats, perMau: "0.001" }]
  - { id: dynamodb, architecture: dynamodb, costs: [{ name: On-call, monthly: 300, kind: labour }, { name: Pen test, once: 5000 }] }
  - { id: hybrid, architecture: hybrid, settings: { store: postgresql } }
`;
const HEAD = "name: test\nprices: { asOf: 2026-10-06 }\nworkload: { mau: 40000, smsPerMau: 0.2 }\n";
const HORIZONS: readonly { readonly says: string; readonly yaml: string; readonly varied: readonly string[] }[] = [
  { says: "one month", yaml: "", varied: [] },
  { says: "compound growth, uncertain", yaml: "horizon: { months: 18, growth: { compound: 0.03 }, seasonality: [1, 1.1, 0.9] }\n", varied: ["growth"] },
  { says: "linear growth out of Cognito, lazily", yaml: "horizon: { months: 9, growth: { linear: 1500 }, churn: 0.02 }\nmigration: { from: cognito, tail: [1, 0.4, 0.1], hours: 80 }\n", varied: [] },
  { says: "logistic growth out of an own store, with resets", yaml: "horizon: { months: 8, growth: { logistic: { monthly: 0.2, ceiling: 90000 } } }\nmigration: { from: postgresql, method: forced-reset }\n", varied: [] },
  { says: "a table of users", yaml: "horizon: { months: 12, growth: { table: { 4: 60000, 10: 500000 } }, discountRate: 0 }\n", varied: [] },
];
const VARIED = ["mau", "signInsPerMau", "federatedShare", "registeredUsers", "hourlyRate", "cost Upkeep", "cost Build", "cost Seats", "cost On-call", "cost Pen test", "rate aws.sms.us.carrier-fee", "rate aws.cognito.lite.mau"];

/** Values as simulations draw them: whole where the driver is whole. */
const drawn = fc.record({
  mau: fc.integer({ min: 1, max: 3_000_000 }), signInsPerMau: fc.double({ min: 0, max: 40, noNaN: true }), federatedShare: fc.double({ min: 0, max: 1, noNaN: true }), registeredUsers: fc.integer({ min: 1, max: 9_000_000 }),
  hourlyRate: fc.double({ min: 20, max: 200, noNaN: true }), "cost Upkeep": fc.double({ min: 0, max: 900, noNaN: true }), "cost Build": fc.double({ min: 0, max: 2000, noNaN: true }), "cost Seats": fc.double({ min: 0, max: 0.1, noNaN: true }),
  "cost On-call": fc.double({ min: 0, max: 5000, noNaN: true }), "cost Pen test": fc.double({ min: 0, max: 50_000, noNaN: true }), "rate aws.sms.us.carrier-fee": fc.double({ min: 0.5, max: 2, noNaN: true }), "rate aws.cognito.lite.mau": fc.double({ min: 0.5, max: 2, noNaN: true }),
  growth: fc.double({ min: -0.05, max: 0.1, noNaN: true }),
});

describe("fast costs over columns are the exact costs", () => {
  it.each(HORIZONS)("$says", ({ yaml, varied }) => {
    const scenario = parseScenario(HEAD + yaml + ALTERNATIVES, { file: "test.yaml", hash: "" });
    const measure: Measure = yaml === "" ? "month" : "horizon";
    const names = [...VARIED, ...varied];
    const model = costModel(scenario, catalogue, names, measure);
    const rows = fc.sample(drawn, { numRuns: yaml === "" ? 300 : 30, seed: 11 });
    const columns = new Map(names.map((name) => [name, Float64Array.from(rows.map((row) => row[name as keyof typeof row]))]));
    const fast = model.fast(columns, rows.length);
    expect(costModel(scenario, catalogue, names, measure, generatedLoop).fast(columns, rows.length), "generated code gives the same bits").toEqual(fast);
    rows.forEach((row, index) => {
      const exact = model.exact(new Map(names.map((name) => [name, fromDouble(row[name as keyof typeof row])])));
      exact.forEach((cost, alternative) => {
        const found = fast.costs[alternative]?.[index] ?? Number.NaN;
        if (cost === undefined) expect(found).toBe(Number.POSITIVE_INFINITY);
        else expect(Math.abs(found - cost.toNumber()), `${model.study.models[alternative]?.id} ${JSON.stringify(row)}`).toBeLessThan(1e-8 + 1e-11 * cost.toNumber());
      });
    });
  });

  it("accounts follow the users over a horizon, where the scenario does not state them: as if it stated the other number of users", () => {
    const text = (mau: number): string => `name: test\nprices: { asOf: 2026-10-06 }\nworkload: { mau: ${mau} }\nhorizon: { months: 4 }\n${ALTERNATIVES}`;
    const [one, other] = [40_000, 90_000].map((mau) => costModel(parseScenario(text(mau), { file: "test.yaml", hash: "" }), catalogue, ["mau"], "horizon"));
    const varied = one?.exact(new Map([["mau", fromDouble(90_000)]]));
    expect(varied?.map(String)).toEqual(other?.exact(new Map()).map(String));
    const fast = one?.fast(new Map([["mau", Float64Array.of(90_000)]]), 1).costs.map((cost) => cost[0] ?? 0) ?? [];
    fast.forEach((cost, index) => { expect(Math.abs(cost - (varied?.[index]?.toNumber() ?? 0))).toBeLessThan(1e-6); });
  });

  it("many draws come out the same in blocks as one by one", () => {
    const scenario = parseScenario(`${HEAD}horizon: { months: 6, growth: { compound: 0.05 } }\n${ALTERNATIVES}`, { file: "test.yaml", hash: "" });
    const model = costModel(scenario, catalogue, ["mau"], "horizon");
    const mau = Float64Array.from({ length: 600 }, (_, index) => 1000 + 37 * index);
    const together = model.fast(new Map([["mau", mau]]), mau.length);
    for (const index of [0, 1, 255, 256, 257, 599]) {
      const alone = model.fast(new Map([["mau", mau.subarray(index, index + 1)]]), 1);
      expect(alone.costs.map((cost) => cost[0])).toEqual(together.costs.map((cost) => cost[index]));
    }
  });
});
