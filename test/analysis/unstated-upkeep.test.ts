import { describe, expect, it } from "vitest";
import { compare } from "../../src/analysis/compare.js";
import { plain } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";
import { scenarioOf } from "../support/models.js";

const recommended = (alternatives: readonly unknown[], more: object = {}) => compare(scenarioOf({ workload: { mau: "110000" }, prices: { asOf: "2026-10-06" }, alternatives, ...more }), catalogue).recommendation;
const upkeepReason = (reasons: readonly string[]): string | undefined => reasons.find((reason) => reason.startsWith("With the least upkeep"));

describe("a service that its owner runs, without labour in its bill", () => {
  it("is chosen on condition where the least upkeep makes another cheaper: 70 hours at $100 are 583.33 a month", () => {
    const one = recommended(["dynamodb", { id: "rented", costs: [{ name: "Fee", monthly: "550" }] }]);
    expect(one).toMatchObject({ choice: "dynamodb", verdict: "conditional", conditions: ["upkeep"], upkeep: { choice: { id: "rented" }, lacking: [{ id: "dynamodb" }] } });
    expect(one.upkeep && plain(one.upkeep.monthly).slice(0, 12)).toBe("583.33333333");
    expect(upkeepReason(one.reasons)).toBe("With the least upkeep that published calculations count for it (70 hours a year at $100, $583 a month) rented would be the choice.");
  });

  it("stays clear where it is cheaper even so, and says that it does", () => {
    const one = recommended(["dynamodb", { id: "rented", costs: [{ name: "Fee", monthly: "5000" }] }]);
    expect(one).toMatchObject({ choice: "dynamodb", verdict: "clear", conditions: [] });
    expect(upkeepReason(one.reasons)).toContain("stays the choice");
  });

  it("pays the scenario's own price of an hour", () => {
    const one = recommended(["dynamodb", { id: "rented", costs: [{ name: "Fee", monthly: "550" }] }], { labour: { hourlyRate: "60" } });
    expect(one.upkeep && plain(one.upkeep.monthly)).toBe("350");
    expect(one.verdict).toBe("clear");
  });

  it("all such services pay it, so that between two of them it decides nothing", () => {
    const one = recommended(["dynamodb", "postgresql"]);
    expect(one.upkeep?.lacking.map((model) => model.id)).toEqual(["dynamodb", "postgresql"]);
    expect(one.upkeep?.choice.id).toBe(one.choice);
    expect(upkeepReason(one.reasons)).toContain("for each service that you run yourself");
  });

  it("needs no such question where its labour is stated, or where another serves the users", () => {
    expect(recommended([{ id: "dynamodb", architecture: "dynamodb", costs: [{ name: "Upkeep", hoursPerYear: "20" }] }, { id: "rented", costs: [{ name: "Fee", monthly: "5000" }] }]).upkeep).toBeUndefined();
    expect(recommended(["cognito", { id: "rented", costs: [{ name: "Fee", monthly: "5000" }] }]).upkeep).toBeUndefined();
  });

  it("counts in dollars of today over a horizon", () => {
    const one = recommended(["dynamodb", { id: "rented", costs: [{ name: "Fee", monthly: "550" }] }], { horizon: { months: "12", churn: "0", discountRate: "0" } });
    expect(one).toMatchObject({ measure: "horizon", choice: "dynamodb", conditions: ["upkeep"], upkeep: { choice: { id: "rented" } } });
  });
});
