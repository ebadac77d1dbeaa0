import { describe, expect, it } from "vitest";
import { compare } from "../../src/analysis/compare.js";
import { gateComplaints } from "../../src/analysis/gate.js";
import { catalogue } from "../support/catalogue.js";
import { scenarioOf } from "../support/models.js";
import { hand } from "../support/recommended.js";

const complaints = (rule: string, alternatives: readonly unknown[]) => gateComplaints(compare(scenarioOf({ workload: { mau: "60000" }, prices: { asOf: "2026-10-06" }, alternatives }), catalogue), { failOn: [rule] });
const budgeted = (monthly: string, budget: string) => gateComplaints(compare(scenarioOf({ workload: { mau: "60000" }, alternatives: [hand("own", { monthly })] }), catalogue), { failOn: [], budget });

describe("the gate", () => {
  it.each(["auth0-b2c-essentials.monthly>500", "auth0-b2c-essentials.monthly<500"])("a plan without a published price at this size breaks %s: it has no month to hold against it", (rule) => {
    expect(complaints(rule, ["auth0-b2c-essentials", "cognito"])).toEqual([`Auth0 B2C Essentials is not possible at 60,000 users, so it has no month to hold against the rule ${rule}.`]);
  });

  it("tells an amount and its bound apart, also where both round to the same cents", () => {
    expect(budgeted("200.7204", "200.72")).toEqual(["own costs $200.7204 a month, above the budget of $200.7200."]);
    expect(budgeted("200.72", "200.72")).toEqual([]);
    expect(budgeted("1200.5", "$1,200")).toEqual(["own costs $1,200.50 a month, above the budget of $1,200.00."]);
  });

  it.each([[">", "100", 0], [">", "99.99", 1], [">=", "100", 1], ["<", "100", 0], ["<", "100.01", 1], ["<=", "100", 1]])("own.monthly of 100 %s %s is broken %d times", (sign, limit, times) => {
    expect(complaints(`own.monthly${sign}${limit}`, [hand("own", { monthly: "100" })])).toHaveLength(times);
  });
});
