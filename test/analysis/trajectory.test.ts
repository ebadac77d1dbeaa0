import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { trajectory } from "../../src/analysis/trajectory.js";
import { toHorizon } from "../../src/scenario/horizon-schema.js";
import { decimal } from "../../src/units/decimal.js";
import { textsOf } from "../support/problems-of.js";
import { scenarioFrom } from "../support/ahead.js";

type Given = Parameters<typeof toHorizon>[0];
const start = (mau: string, registeredUsers: string, signUps?: string) => ({ mau: decimal(mau), registeredUsers: decimal(registeredUsers), signUps: signUps === undefined ? undefined : decimal(signUps) });
const users = (given: Given, from = start("1000", "2000")) => trajectory(toHorizon({ churn: "0.1", ...given }), from);
const maus = (given: Given, from = start("1000", "2000")) => users(given, from).map(({ mau }) => mau.toFixed());

const GROWTHS: readonly { readonly says: string; readonly given: Given; readonly mau: readonly string[]; readonly because: string }[] = [
  { says: "no growth", given: { months: "3" }, mau: ["1000", "1000", "1000"], because: "nothing is said about growth" },
  { says: "compound", given: { months: "4", growth: { compound: "0.1" } }, mau: ["1000", "1100", "1210", "1331"], because: "1,000 x 1.1, three times" },
  { says: "compound that shrinks", given: { months: "3", growth: { compound: "-0.5" } }, mau: ["1000", "500", "250"], because: "half of the month before" },
  { says: "compound, rounded for each month alone", given: { months: "4", growth: { compound: "0.0005" } }, mau: ["1000", "1001", "1001", "1002"], because: "1,000.5 rounds up to 1,001; 1,001.00025; 1,001.500750125 rounds up: the trend itself is not rounded" },
  { says: "linear", given: { months: "4", growth: { linear: "250" } }, mau: ["1000", "1250", "1500", "1750"], because: "250 more each month" },
  { says: "linear down to nobody", given: { months: "4", growth: { linear: "-600" } }, mau: ["1000", "400", "0", "0"], because: "never below 0" },
  { says: "logistic", given: { months: "3", growth: { logistic: { monthly: "0.5", ceiling: "2000" } } }, mau: ["1000", "1250", "1484"], because: "1,000 + 1,000 x 0.5 x (1 - 0.5) = 1,250; 1,250 + 625 x (1 - 0.625) = 1,484.375" },
  { says: "logistic from above the ceiling", given: { months: "3", growth: { logistic: { monthly: "1", ceiling: "500" } } }, mau: ["1000", "500", "500"], because: "1,000 + 1,000 x (1 - 2) = 0, held at the ceiling" },
  { says: "a table", given: { months: "7", growth: { table: { 3: "2000", 5: "1000" } } }, mau: ["1000", "1500", "2000", "1500", "1000", "1000", "1000"], because: "straight lines from month 1 to 3 to 5, then it stands still" },
  { says: "a table with month 1", given: { months: "3", growth: { table: { 1: "1000", 3: "3000" } } }, mau: ["1000", "2000", "3000"], because: "month 1 repeats the workload" },
  { says: "a table beyond the horizon", given: { months: "2", growth: { table: { 11: "2000" } } }, mau: ["1000", "1100"], because: "a tenth of the way in each month" },
  { says: "seasons", given: { months: "5", growth: { linear: "100" }, seasonality: ["1", "2", "0.5"] }, mau: ["1000", "2200", "600", "1300", "2800"], because: "trend 1,000 1,100 1,200 1,300 1,400 times 1, 2, 0.5, 1, 2" },
  { says: "a season without users", given: { months: "3", growth: { linear: "100" }, seasonality: ["1", "0"] }, mau: ["1000", "0", "1200"], because: "the trend goes on underneath" },
  { says: "a single month", given: { months: "1", growth: { compound: "0.5" } }, mau: ["1000"], because: "growth begins after month 1" },
];

describe("users over the months", () => {
  it.each(GROWTHS)("$says: $because", ({ given, mau }) => {
    expect(maus(given)).toEqual(mau);
  });

  it("nobody stays nobody under compound growth, and grows under linear growth", () => {
    expect(maus({ months: "3", growth: { compound: "0.2" } }, start("0", "0"))).toEqual(["0", "0", "0"]);
    expect(maus({ months: "3", growth: { linear: "10" } }, start("0", "0"))).toEqual(["0", "10", "20"]);
  });
});

const SIGN_UPS: readonly { readonly says: string; readonly given: Given; readonly from?: ReturnType<typeof start>; readonly signUps: readonly string[]; readonly registered: readonly string[]; readonly because: string }[] = [
  { says: "new accounts replace those who left", given: { months: "3" }, signUps: ["100", "100", "100"], registered: ["2000", "2100", "2200"], because: "1,000 - 0.9 x 1,000 = 100 a month; the accounts of those who left stay" },
  { says: "and carry the growth", given: { months: "3", growth: { linear: "50" } }, signUps: ["100", "150", "155"], registered: ["2000", "2150", "2305"], because: "1,050 - 900 = 150; 1,100 - 945 = 155" },
  { says: "churn 0: only growth brings accounts", given: { months: "3", churn: "0", growth: { linear: "50" } }, signUps: ["0", "50", "50"], registered: ["2000", "2050", "2100"], because: "everyone comes back" },
  { says: "churn 1: every user is new each month", given: { months: "3", churn: "1" }, signUps: ["1000", "1000", "1000"], registered: ["2000", "3000", "4000"], because: "nobody comes back" },
  { says: "users that shrink faster than churn bring no accounts", given: { months: "3", growth: { compound: "-0.5" } }, signUps: ["100", "0", "0"], registered: ["2000", "2000", "2000"], because: "500 - 900 is below 0" },
  { says: "stated sign-ups follow the users", given: { months: "3", growth: { linear: "500" } }, from: start("1000", "2000", "40"), signUps: ["40", "60", "80"], registered: ["2000", "2060", "2140"], because: "40 for 1,000 users, so 60 for 1,500" },
  { says: "stated sign-ups of nobody count in month 1; growth tells the others", given: { months: "3", growth: { linear: "10" } }, from: start("0", "0", "40"), signUps: ["40", "10", "11"], registered: ["0", "10", "21"], because: "10 - 0; 20 - 0.9 x 10 = 11" },
  { says: "accounts are never fewer than users", given: { months: "3", seasonality: ["1", "3", "1"] }, signUps: ["100", "100", "100"], registered: ["2000", "3000", "3100"], because: "3,000 users in month 2 have 3,000 accounts, and these stay" },
];

describe("accounts over the months", () => {
  it.each(SIGN_UPS)("$says: $because", ({ given, from, signUps, registered }) => {
    const found = users(given, from);
    expect(found.map((month) => month.signUps.toFixed())).toEqual(signUps);
    expect(found.map((month) => month.registeredUsers.toFixed())).toEqual(registered);
  });

  it("never shrink, are never fewer than the users, and users are whole and never below 0", () => {
    const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => (thousandths / 1000).toFixed(3));
    const growth = fc.oneof(fc.integer({ min: -990, max: 1000 }).map((one) => ({ compound: (one / 1000).toFixed(3) })), fc.integer({ min: -5000, max: 5000 }).map((one) => ({ linear: String(one) })), fc.record({ monthly: share, ceiling: fc.integer({ min: 0, max: 100_000 }).map(String) }).map((logistic) => ({ logistic })), fc.dictionary(fc.integer({ min: 2, max: 40 }).map(String), fc.integer({ min: 0, max: 90_000 }).map(String), { minKeys: 1 }).map((table) => ({ table })));
    fc.assert(fc.property(growth, share, fc.array(fc.integer({ min: 0, max: 300 }).map((one) => (one / 100).toFixed(2)), { minLength: 1, maxLength: 12 }), fc.integer({ min: 0, max: 50_000 }), (one, churn, seasonality, mau) => {
      const found = trajectory(toHorizon({ months: "24", growth: one as never, churn, seasonality }), start(String(mau), String(2 * mau)));
      found.forEach((month, index) => {
        expect(month.mau.isInteger() && !month.mau.isNegative() && !month.signUps.isNegative()).toBe(true);
        expect(month.registeredUsers.gte(month.mau)).toBe(true);
        expect(month.registeredUsers.gte(found[index - 1]?.registeredUsers ?? 0)).toBe(true);
      });
    }), { numRuns: 150, seed: 5 });
  });
});

describe("a horizon as a scenario states it", () => {
  const complaints = (horizon: string) => textsOf(() => scenarioFrom(`workload: { mau: 1000 }\nhorizon: ${horizon}\nalternatives: [cognito]`));
  it("has a table that agrees with the workload in month 1", () => {
    expect(complaints("{ growth: { table: { 1: 1000, 5: 2000 } } }")).toEqual([]);
    expect(complaints("{ growth: { table: { 1: 900, 5: 2000 } } }").join()).toContain("month 1 has the workload's mau");
  });
  it("does not grow logistically downwards", () => {
    expect(complaints("{ growth: { logistic: { monthly: -0.1, ceiling: 500 } } }").join()).toContain("cannot be negative");
  });
});
