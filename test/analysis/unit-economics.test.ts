import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CostStep } from "../../src/analysis/cost-steps.js";
import { type UnitCost, type UnitEconomics, unitEconomics } from "../../src/analysis/unit-economics.js";
import { plain, sum, whole } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";
import { scenarioOf } from "../support/models.js";

const at = (units: UnitEconomics, mau: number, id: string): UnitCost => {
  const found = units.points.find((point) => point.mau.eq(mau))?.alternatives.find((unit) => unit.model.id === id);
  if (!found) throw new Error(`no ${id} at ${mau}`);
  return found;
};
const text = (value: { toFixed: () => string } | undefined): string | undefined => value?.toFixed();
const said = (step: CostStep): string => `${step.model.id} ${plain(step.at)} ${plain(step.jump)}: ${step.lines.map((line) => line.charge).join(", ")}`;

describe("a user's share of a fee and a price by the user", () => {
  const units = unitEconomics(scenarioOf({ workload: { mau: "4000" }, alternatives: [{ id: "both", costs: [{ name: "Fee", monthly: "100" }, { name: "Seat", perMau: "0.02" }] }] }), catalogue);
  const cases = [
    { mau: 100, perMau: "1.02", because: "100 / 100 + 0.02" },
    { mau: 4000, perMau: "0.045", because: "100 / 4,000 = 0.025, and 0.02" },
    { mau: 1_000_000, perMau: "0.0201", because: "100 / 1,000,000 = 0.0001, and 0.02" },
  ];
  it.each(cases)("at $mau users: $because", ({ mau, perMau }) => {
    const unit = at(units, mau, "both");
    expect([text(unit.perMau), text(unit.next), text(unit.nextAverage), unit.steps]).toEqual([perMau, "0.02", "0.02", []]);
  });

  it("is told at the scenario's own sizes and at 1, 2 and 5 times the powers of ten", () => {
    expect(units.points.slice(0, 7).map((point) => plain(point.mau))).toEqual(["100", "200", "500", "1000", "2000", "4000", "5000"]);
    expect(units.points.map((point) => plain(point.window)).slice(0, 3)).toEqual(["1", "2", "5"]);
  });
});

describe("published prices", () => {
  // Cognito Lite, 2026: 10,000 free, then 0.0055 to 100,000, then 0.0046; e-mails: five verifications and two resets for a hundred users at 0.0001.
  const units = unitEconomics(scenarioOf({ workload: { mau: "100000" }, prices: { asOf: "2026-10-06" }, alternatives: [{ id: "lite", architecture: "cognito", settings: { plan: "lite" } }] }), catalogue);
  const email = at(units, 5000, "lite").next;

  it("the next user after the free ones costs what the tier says, on top of e-mails", () => {
    expect(text(at(units, 10_000, "lite").next?.minus(email ?? 0))).toBe("0.0055");
    expect(text(at(units, 100_000, "lite").next?.minus(email ?? 0))).toBe("0.0046");
  });

  it("a cheaper tier and the end of the free part are bends, not steps", () => {
    expect(units.steps.map((step) => plain(step.at)).filter((count) => ["10001", "100001", "1000001"].includes(count))).toEqual([]);
    expect(at(units, 10_000, "lite").steps).toEqual([]);
  });
});

describe("steps", () => {
  // The original document: db.t4g.micro at 13 to 1,000 users, then db.t3.medium at 65, one for each 50,000 users.
  const units = unitEconomics(scenarioOf({ workload: { mau: "1000" }, prices: { book: "seed", asOf: "2024-08-31" }, alternatives: ["postgresql"] }), catalogue);

  it("are found over all sizes, to the user, with the line that jumps", () => {
    expect(units.steps.slice(0, 3).map(said)).toEqual([
      expect.stringMatching(/^postgresql 1001 52\.0000\d*: db\.t3\.medium, db\.t4g\.micro$/), expect.stringMatching(/^postgresql 50001 65\.0000\d*: db\.t3\.medium$/), expect.stringMatching(/^postgresql 100001 65\.0000\d*: db\.t3\.medium$/),
    ]);
  });

  it("show in the next user, and spread over the next ones: 52 over 10 users", () => {
    const unit = at(units, 1000, "postgresql");
    expect(unit.next?.toNumber()).toBeCloseTo(52, 3);
    expect(unit.nextAverage?.toNumber()).toBeCloseTo(5.2, 3);
    expect(unit.steps.map((step) => plain(step.at))).toEqual(["1001"]);
    // 100,000 users: 65 more for the next, 0.065 each over a thousand.
    expect(at(units, 100_000, "postgresql").nextAverage?.toNumber()).toBeCloseTo(0.065, 3);
  });

  it("a user beyond what can be carried has no price", () => {
    // PostgreSQL as in the test of tornado limits ends between five and ten million users.
    const heavy = unitEconomics(scenarioOf({ workload: { mau: "5040000", peakToAverage: "20", signInsPerMau: "18", tokenRefreshesPerMau: "120" }, prices: { asOf: "2026-10-06" }, alternatives: ["postgresql"] }), catalogue);
    const unit = at(heavy, 10_000_000, "postgresql");
    expect([unit.feasible, unit.perMau, unit.next, unit.nextAverage, heavy.points.at(-1)?.cheapest]).toEqual([false, undefined, undefined, undefined, undefined]);
    // 12,000 write operations a second end within the next hundredth of 5,040,000 users.
    const edge = at(heavy, 5_040_000, "postgresql");
    expect([edge.feasible, edge.next === undefined, edge.nextAverage]).toEqual([true, false, undefined]);
  });
});

describe("properties", () => {
  const amount = fc.integer({ min: 0, max: 5000 });
  it("the users' shares add up to the month, and the next users to what the month grows by", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 300_000 }), amount, fc.constantFrom("cognito", "dynamodb"), (mau, fee, architecture) => {
      const units = unitEconomics(scenarioOf({ workload: { mau: String(mau) }, prices: { asOf: "2026-10-06" }, alternatives: [{ id: "a", architecture, costs: [{ name: "Fee", monthly: String(fee) }] }] }), catalogue);
      const point = units.points.find((one) => one.mau.eq(mau));
      const unit = at(units, mau, "a");
      const { study } = units;
      const bill = (count: number) => study.billAt(unit.model, whole(count)).monthly;
      expect(unit.perMau?.times(mau).minus(bill(mau)).abs().toNumber()).toBeLessThan(1e-40);
      const window = point?.window.toNumber() ?? 0;
      expect(window).toBe(Math.max(1, Math.ceil(mau / 100)));
      if (window <= 40) expect(sum(Array.from({ length: window }, (_, index) => bill(mau + index + 1).minus(bill(mau + index)))).minus(unit.nextAverage?.times(window) ?? 0).abs().toNumber()).toBeLessThan(1e-40);
      expect(text(unit.next)).toBe(text(bill(mau + 1).minus(bill(mau))));
    }), { numRuns: 15 });
  });

  it("every step that is told is one: priced before, at and after", () => {
    const units = unitEconomics(scenarioOf({ workload: { mau: "100000" }, prices: { asOf: "2026-10-06" }, alternatives: ["cognito", "postgresql", "dynamodb", { id: "hybrid", architecture: "hybrid", settings: { store: "postgresql" } }] }), catalogue);
    expect(units.steps.length).toBeGreaterThan(8);
    for (const step of units.steps) {
      const bill = (count: number) => units.study.billAt(step.model, step.at.plus(count)).monthly;
      expect(plain(bill(0).minus(bill(-1)))).toBe(plain(step.jump));
      expect(step.jump.abs().gt(bill(1).minus(bill(0)).abs().times(3))).toBe(true);
      expect(step.jump.abs().gte(bill(-1).div(100))).toBe(true);
      expect(step.lines.length).toBeGreaterThan(0);
    }
  });
});
