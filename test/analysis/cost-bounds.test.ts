import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costModel, type Measure } from "../../src/analysis/cost-model.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { fromDouble } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";
import { scenarioOf } from "../support/models.js";

/** Alternatives with tiers, ladders, round-ups, limits, unpublished prices, hours and costs by hand. */
const ALTERNATIVES = [
  { id: "essentials", architecture: "cognito" },
  { id: "lite", architecture: "cognito", settings: { plan: "lite" } },
  { id: "postgresql", architecture: "postgresql", costs: [{ name: "Upkeep", hoursPerYear: "70" }, { name: "Build", hoursOnce: "200" }] },
  { id: "dynamodb", architecture: "dynamodb", costs: [{ name: "Upkeep", hoursPerYear: "70" }, { name: "Set-up", once: "500" }] },
  { id: "hybrid", architecture: "hybrid", settings: { plan: "lite", store: "postgresql" } },
  { id: "small-sender", architecture: "cognito", settings: { emailSender: "cognito" } },
  { id: "auth0", architecture: "auth0-b2c-essentials" },
  { id: "hand", costs: [{ name: "Fee", monthly: "300" }, { name: "Seats", perMau: "0.002" }] },
];

type Varied = { readonly name: string; readonly whole: boolean; readonly most: number };
const VARIED: readonly Varied[] = [
  { name: "mau", whole: true, most: 2_000_000 }, { name: "registeredUsers", whole: true, most: 5_000_000 }, { name: "signUpsPerMonth", whole: true, most: 100_000 }, { name: "federatedShare", whole: false, most: 0.7 },
  { name: "signInsPerMau", whole: false, most: 60 }, { name: "tokenRefreshesPerMau", whole: false, most: 500 }, { name: "profileBytes", whole: true, most: 9000 }, { name: "passwordResetsPerMau", whole: false, most: 0.5 },
  { name: "emailsPerMau", whole: false, most: 4 }, { name: "m2mAppClients", whole: true, most: 300 }, { name: "m2mTokenRequests", whole: true, most: 3_000_000 }, { name: "peakToAverage", whole: false, most: 40 },
  { name: "hourlyRate", whole: false, most: 300 }, { name: "cost Upkeep", whole: false, most: 500 }, { name: "cost Build", whole: false, most: 900 }, { name: "cost Fee", whole: false, most: 5000 }, { name: "cost Seats", whole: false, most: 0.05 },
  { name: "rate aws.cognito.lite.mau", whole: false, most: 10 }, { name: "rate aws.dynamodb.on-demand.write", whole: false, most: 10 },
];

const GROWTHS = [undefined, { compound: "0.04" }, { compound: "-0.06" }, { linear: "3000" }, { linear: "-2500" }, { logistic: { monthly: "0.3", ceiling: "90000" } }, { logistic: { monthly: "1", ceiling: "20000" } }, { table: { 3: "40000", 5: "1000" } }];
const drawn = fc.record({
  mau: fc.integer({ min: 0, max: 300_000 }), share: fc.integer({ min: 0, max: 30 }), varied: fc.constantFrom(...VARIED), from: fc.double({ min: 0, max: 1, noNaN: true }), span: fc.constantFrom(0, 1e-6, 1e-3, 0.1, 1),
  growth: fc.constantFrom(...GROWTHS), signUps: fc.constantFrom(undefined, "0", "900"), origin: fc.constantFrom(undefined, "essentials", "postgresql", "auth0", "hand"), method: fc.constantFrom("lazy", "forced-reset"),
  discounts: fc.constantFrom({}, { discounts: { percentages: [{ applies: "aws.cognito.lite.mau", percent: "20", author: "a", reason: "r" }], credits: [{ name: "c", monthly: "90", author: "a", reason: "r" }] } }),
  within: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

const scenarioFrom = (one: Drawn, horizon: boolean): Scenario => scenarioOf({
  workload: { mau: String(one.mau), federatedShare: String(one.share / 100), ...(one.signUps === undefined ? {} : { signUpsPerMonth: one.signUps }) },
  alternatives: ALTERNATIVES, labour: { hourlyRate: "90" }, ...one.discounts,
  ...(horizon ? { horizon: { months: "5", ...(one.growth ? { growth: one.growth } : {}), seasonality: ["1", "1.3"] }, migration: { ...(one.origin === undefined ? {} : { from: one.origin }), method: one.method, tail: ["1", "0.4"] } } : {}),
});

function check(one: Drawn, measure: Measure): void {
  const { name, whole, most } = one.varied;
  const model = costModel(scenarioFrom(one, measure === "horizon"), catalogue, [name], measure);
  const rounded = (value: number): number => (whole ? Math.round(value) : value);
  const low = rounded(one.from * most * (1 - one.span));
  const high = rounded(low + one.span * most);
  const bounds = model.bounds(name);
  bounds.over(0, most);
  bounds.over(low, high);
  for (const value of [low, high, ...one.within.map((part) => rounded(low + part * (high - low)))]) {
    const costs = model.exact(new Map([[name, fromDouble(value)]])).map((cost) => cost?.toNumber());
    costs.forEach((cost, place) => {
      const says = `${name} ${value} in ${low} to ${high}: ${model.study.models[place]?.id}`;
      const carried = bounds.carried(place);
      expect(carried, says).not.toBe(cost === undefined ? "everywhere" : "nowhere");
      if (cost === undefined) return;
      const known = bounds.cost(place);
      // What does not vary at all has no width, and may be off by a rounding.
      const rounding = 1e-12 * cost;
      expect(cost, says).toBeGreaterThanOrEqual(known.low - rounding);
      expect(cost, says).toBeLessThanOrEqual(known.high + rounding);
      costs.forEach((other, rival) => {
        if (other === undefined || rival === place) return;
        const apart = bounds.apart(place, rival);
        const slack = 1e-12 * (cost + other);
        expect(cost - other, `${says} less ${model.study.models[rival]?.id}`).toBeGreaterThanOrEqual(apart.low - slack);
        expect(cost - other, `${says} less ${model.study.models[rival]?.id}`).toBeLessThanOrEqual(apart.high + slack);
      });
    });
  }
}

describe("exact costs never leave their bounds", () => {
  it("of a month", () => {
    fc.assert(fc.property(drawn, (one) => { check(one, "month"); }), { numRuns: 250, seed: 21 });
  });
  it("of a horizon, with moves", () => {
    fc.assert(fc.property(drawn, (one) => { check(one, "horizon"); }), { numRuns: 120, seed: 22 });
  });
});
