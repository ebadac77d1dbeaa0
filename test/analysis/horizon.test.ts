import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discountFactors } from "../../src/analysis/discount-factors.js";
import { compare } from "../../src/analysis/compare.js";
import { type Decimal, decimal, plain, sum, whole } from "../../src/units/decimal.js";
import { comparisonFrom, costOf, scenarioFrom } from "../support/ahead.js";
import { catalogue } from "../support/catalogue.js";

const hand = (id: string, costs: string) => `{ id: ${id}, costs: [${costs}] }`;

describe("dollars of today", () => {
  it("a dollar in a year is worth 1 / (1 + discountRate), exactly", () => {
    const factors = discountFactors(decimal("0.08"), 36);
    expect(factors[12]?.times(108).toFixed(), "108 / 1.08").toBe("100");
    expect(factors[24]?.times(decimal("11664")).toFixed(), "11,664 / 1.08^2").toBe("10000");
    expect(factors[0]?.toFixed()).toBe("1");
  });

  it("half a year counts the square root", () => {
    expect(discountFactors(decimal("0.21"), 6)[6]?.times(decimal("1.1")).toFixed(30), "1.21^(1/2) = 1.1").toBe(`1.${"0".repeat(30)}`);
  });

  it("two payments: 50 now and 108 in a year at 8 % are 150", () => {
    const cost = costOf(comparisonFrom(`workload: { mau: 0 }\nhorizon: { months: 12, discountRate: 0.08, growth: { table: { 11: 0, 12: 108 } } }\nalternatives: [${hand("a", '{ name: Set-up, once: 50 }, { name: Users, perMau: 1 }')}]`), "a");
    expect(plain(cost.total)).toBe("158");
    expect(plain(cost.presentValue)).toBe("150");
  });

  it("without discounting they are dollars as they are", () => {
    const cost = costOf(comparisonFrom(`workload: { mau: 10 }\nhorizon: { months: 7, discountRate: 0, growth: { compound: 0.1 } }\nalternatives: [${hand("a", '{ name: Build, once: 50, kind: labour }, { name: Users, perMau: 1.7 }')}]`), "a");
    expect(plain(cost.presentValue)).toBe(plain(cost.total));
    expect(plain(cost.presentValueWithoutLabour)).toBe(plain(cost.totalWithoutLabour));
  });
});

describe("labour is a ledger of its own", () => {
  const cost = costOf(comparisonFrom(`workload: { mau: 1000 }\nlabour: { hourlyRate: 90 }\nhorizon: { months: 24, discountRate: 0 }\nalternatives:\n  - ${hand("a", "{ name: Build, hoursOnce: 200 }, { name: Upkeep, hoursPerYear: 70 }, { name: On-call, monthly: 300, kind: labour }, { name: Pen test, once: 5000 }, { name: Servers, monthly: 40 }, { name: Licence, monthly: 10, kind: licence }")}`), "a");
  it("once: 200 x 90 = 18,000 of labour beside 5,000", () => {
    expect([cost.months[0]?.labour, cost.months[0]?.other].map((one) => one && plain(one))).toEqual(["18000", "5000"]);
  });
  it("a month: 70 x 90 / 12 + 300 = 825 of labour beside 50", () => {
    expect([cost.months[1]?.labour, cost.months[1]?.other].map((one) => one && plain(one))).toEqual(["825", "50"]);
  });
  it("two years: 23,000 + 24 x 875 = 44,000 with labour; 5,000 + 24 x 50 = 6,200 without", () => {
    expect([cost.total, cost.totalWithoutLabour].map(plain)).toEqual(["44000", "6200"]);
  });
});

describe("paying back a dearer start", () => {
  const paybacks = (horizon: string, ...alternatives: readonly string[]) => comparisonFrom(`workload: { mau: 100 }\nhorizon: ${horizon}\nalternatives:\n${alternatives.map((one) => `  - ${one}`).join("\n")}`).paybacks;
  const build = hand("build", '{ name: Build, once: "1000", kind: labour }, { name: Servers, monthly: "10" }');
  const buy = hand("buy", '{ name: Fee, monthly: "60" }');

  it("1,000 once and 10 a month against 60 a month: even after month 20", () => {
    expect(paybacks("{ months: 36 }", build, buy)).toEqual([{ alternative: "build", against: "buy", month: 20, monthWithoutLabour: 0 }]);
  });
  it("never is an answer: 19 months are too short", () => {
    expect(paybacks("{ months: 19 }", build, buy)).toMatchObject([{ month: undefined }]);
    expect(paybacks("{ months: 20 }", build, buy)).toMatchObject([{ month: 20 }]);
  });
  it("counts from the last time it is behind, when costs cross several times", () => {
    const seasonal = hand("seasonal", '{ name: Users, perMau: "1" }');
    const flat = hand("flat", '{ name: Set-up, once: "50" }, { name: Fee, monthly: "100" }');
    const found = paybacks("{ months: 6, churn: 0, seasonality: [2, 0.2, 1.5, 1, 1, 1] }", flat, seasonal);
    expect(found, "so far flat 150 250 350 450 550 650, seasonal 200 220 370 470 570 670: ahead after 1, behind after 2, ahead from 3 on").toMatchObject([{ alternative: "flat", month: 3 }]);
  });
  it("is said of no pair that starts alike", () => {
    expect(paybacks("{ months: 6 }", buy, hand("other", '{ name: Fee, monthly: "5" }'))).toEqual([]);
  });
});

describe("an alternative that cannot carry a later month", () => {
  const comparison = comparisonFrom(`workload: { mau: 20000 }\nhorizon: { months: 24, discountRate: 0, growth: { compound: 0.05 } }\nalternatives: [auth0-b2c-essentials, ${hand("fixed", '{ name: c, monthly: "9000" }')}]`);
  it("says from which month on: 20,000 x 1.05^19 = 50,539 are above the last published price", () => {
    const { obstacle } = costOf(comparison, "auth0-b2c-essentials");
    expect(obstacle?.month).toBe(20);
    expect(obstacle?.because.join()).toContain("no published price");
  });
  it("is neither the cheapest nor paid back", () => {
    expect(comparison.cheapest?.model.id).toBe("fixed");
    expect(comparison.paybacks).toEqual([]);
  });
});

describe("the months of a horizon are the bills of a comparison", () => {
  const ALTERNATIVES = "alternatives: [cognito, postgresql, dynamodb, hybrid]";
  it("the first month is the month that `compare` shows: as many leave as the default of new accounts replaces", () => {
    const text = `workload: { mau: 70000, smsPerMau: 0.1 }\n${ALTERNATIVES}`;
    const points = compare(scenarioFrom(text), catalogue).points[0]?.alternatives ?? [];
    const months = comparisonFrom(`${text}\nhorizon: { months: 3 }`);
    expect(points.map(({ model }) => plain(costOf(months, model.id).months[1]?.other ?? whole(0)))).toEqual(points.map(({ bill }) => plain(bill.monthly)));
  });

  it("stated sign-ups stay as stated while users do: then every month is that month for Cognito, which does not price accounts", () => {
    const text = `workload: { mau: 70000, signUpsPerMonth: 100 }\n${ALTERNATIVES}`;
    const monthly = compare(scenarioFrom(text), catalogue).points[0]?.alternatives[0]?.bill.monthly;
    const months = costOf(comparisonFrom(`${text}\nhorizon: { months: 3, churn: 0.5 }`), "cognito").months.slice(1);
    expect(months.map(({ other }) => plain(other))).toEqual(Array.from({ length: 3 }, () => monthly && plain(monthly)));
  });

  it("nobody costs what stands there anyway", () => {
    const text = `workload: { mau: 0 }\n${ALTERNATIVES}`;
    const months = comparisonFrom(`${text}\nhorizon: { months: 2, discountRate: 0, growth: { compound: 0.5 } }\n`);
    const points = compare(scenarioFrom(`${text}\n`), catalogue).points[0]?.alternatives ?? [];
    expect(points.map(({ model }) => plain(costOf(months, model.id).total))).toEqual(points.map(({ bill }) => plain(bill.monthly.times(2))));
  });
});

/** Forty decimals: a twelfth of a year's hours does not end, and sums in another order differ in the fiftieth digit. */
const near = (amount: Decimal): string => amount.toFixed(40);

describe("over drawn scenarios", () => {
  const drawn = fc.record({ mau: fc.integer({ min: 0, max: 400_000 }), months: fc.integer({ min: 1, max: 15 }), growth: fc.integer({ min: -300, max: 300 }), churn: fc.integer({ min: 0, max: 100 }), rate: fc.integer({ min: 0, max: 30 }), from: fc.constantFrom("", "from: cognito, ", "from: postgresql, ", "from: hand, "), method: fc.constantFrom("lazy", "forced-reset") });
  const text = (one: { mau: number; months: number; growth: number; churn: number; rate: number; from: string; method: string }) => `workload: { mau: ${one.mau} }
horizon: { months: ${one.months}, growth: { compound: ${(one.growth / 1000).toFixed(3)} }, churn: ${(one.churn / 100).toFixed(2)}, discountRate: ${(one.rate / 100).toFixed(2)} }
migration: { ${one.from}method: ${one.method}, tail: [1, 0.5, 0.2] }
alternatives:
  - cognito
  - { id: postgresql, architecture: postgresql, costs: [{ name: Upkeep, hoursPerYear: 70 }, { name: Build, hoursOnce: 200 }] }
  - dynamodb
  - { id: hand, costs: [{ name: Seats, perMau: "0.013" }, { name: On-call, monthly: 250, kind: labour }, { name: Licence, once: 900, kind: licence }] }`;

  it("sums are sums: months add up, nothing shrinks, labour and the rest are the whole", () => {
    fc.assert(fc.property(drawn, (one) => {
      for (const cost of comparisonFrom(text(one)).costs) {
        expect(plain(sum(cost.months.flatMap((month) => [month.other, month.labour])))).toBe(plain(cost.total));
        expect(near(cost.totalWithoutLabour.plus(sum(cost.months.map((month) => month.labour))))).toBe(near(cost.total));
        expect(cost.months.map((month) => month.month)).toEqual(Array.from({ length: one.months + 1 }, (_, index) => index));
        cost.months.forEach((month, index) => {
          const before = cost.months[index - 1];
          expect(before === undefined || (month.cumulative.gte(before.cumulative) && month.cumulativeWithoutLabour.gte(before.cumulativeWithoutLabour))).toBe(true);
          expect(month.moving.other.lte(month.other) && month.moving.labour.lte(month.labour)).toBe(true);
        });
        if (one.rate === 0) expect(near(cost.presentValue)).toBe(near(cost.total));
        else expect(cost.presentValue.lte(cost.total)).toBe(true);
        expect(cost.presentValueWithoutLabour.lte(cost.presentValue)).toBe(true);
      }
    }), { numRuns: 40, seed: 3 });
  });

  it("the cheapest has the least present value of those that carry every month", () => {
    fc.assert(fc.property(drawn, (one) => {
      const { cheapest, costs } = comparisonFrom(text(one));
      const able = costs.filter((cost) => cost.obstacle === undefined);
      expect(able.filter((cost) => !cheapest?.presentValue.lte(cost.presentValue)).map((cost) => cost.model.id)).toEqual([]);
    }), { numRuns: 15, seed: 4 });
  });
});
