import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fastStagedCosts } from "../../src/analysis/fast-staged-costs.js";
import { horizonComparison } from "../../src/analysis/horizon.js";
import type { Outlook } from "../../src/analysis/outlook.js";
import { stagedChoice } from "../../src/analysis/staged-choice.js";
import { type StagedPlan, stagedPlan } from "../../src/analysis/staged-plan.js";
import { plain, sum } from "../../src/units/decimal.js";
import { comparisonFrom, costOf, outlookFrom } from "../support/ahead.js";

const choiceFrom = (yaml: string) => stagedChoice(comparisonFrom(yaml));
const said = (yaml: string) => {
  const { best, saving, verdict, single } = choiceFrom(yaml);
  return [best?.first.id, best?.second.id, best?.month, best && plain(best.presentValue), single?.model.id, saving && plain(saving), verdict];
};

/** 100 users in month 1 and 100 more each month: `rent` costs 10 dollars more each month, `own` 50 a month and 1,000 once. */
const growing = (migration: string, more = "") => `workload: { mau: 100 }
horizon: { months: 36, discountRate: 0, growth: { linear: 100 } }
migration: ${migration}
${more}
alternatives:
  - { id: rent, costs: [{ name: Users, perMau: "0.1" }] }
  - { id: own, costs: [{ name: Build, once: "1000", kind: labour }, { name: Servers, monthly: "50" }] }`;

describe("a change on the way, worked by hand", () => {
  it("rent until it costs what owning does: 10 + 20 + 30 + 40, then 1,000 + 32 x 50 = 2,700, against 1,000 + 36 x 50 = 2,800", () => {
    expect(said(growing("{ method: forced-reset, hours: 0 }"))).toEqual(["rent", "own", 5, "2700", "own", "100", "too-close"]);
  });
  it("is worth it when it saves more than the scenario holds material: 3.6 % against 3 %, not against 4 %", () => {
    expect(said(growing("{ method: forced-reset, hours: 0 }", "decision: { materiality: 0.03 }")).at(-1)).toBe("worth-it");
    expect(said(growing("{ method: forced-reset, hours: 0 }", "decision: { materiality: 0.04 }")).at(-1)).toBe("too-close");
  });
  it("is not when the work of the move eats the saving: 2 hours at 100 make 2,900", () => {
    expect(said(growing("{ method: forced-reset, hours: 2 }"))).toEqual(["rent", "own", 5, "2900", "own", "-100", "not-worth-it"]);
  });
  it("comes earlier when the old system must run on: from month 4, 60 + 1,000 + 33 x 50 + 40 + 0.5 x 50 = 2,775", () => {
    expect(said(growing("{ method: lazy, hours: 0, tail: [1, 0.5] }"))).toEqual(["rent", "own", 4, "2775", "own", "25", "too-close"]);
  });
  it("keeps labour apart: without it 60 + 33 x 50 + 65 = 1,775", () => {
    const { best } = choiceFrom(growing("{ method: lazy, hours: 0, tail: [1, 0.5] }"));
    expect(best && plain(best.totalWithoutLabour)).toBe("1775");
    expect(best && [plain(best.build.labour), plain(best.build.other)]).toEqual(["1000", "0"]);
    expect(best?.months[3] && plain(best.months[3].labour), "paid at the end of the month before the change").toBe("1000");
  });
});

const two = (look: Outlook) => {
  const [a, b, c] = look.study.models;
  if (!a || !b) throw new Error("two alternatives are needed");
  return [a, b, c ?? b] as const;
};

describe("one plan", () => {
  it("pays for the change at the end of the month before: 121 after a year at 21 % are 100 today", () => {
    const look = outlookFrom(`workload: { mau: 1 }\nhorizon: { months: 24, discountRate: 0.21 }\nmigration: { hours: 0, method: forced-reset }\nalternatives: [{ id: a, costs: [{ name: c, monthly: 0 }] }, { id: b, costs: [{ name: c, once: 121 }] }]`);
    const [a, b] = two(look);
    expect(stagedPlan(look, a, b, 13).presentValue.toFixed(30)).toBe(`100.${"0".repeat(30)}`);
  });

  const HANDS = `alternatives: [{ id: today, costs: [{ name: c, perMau: "0.01" }, { name: Built, once: 5000 }] }, { id: a, costs: [{ name: c, monthly: 7 }, { name: Set-up, once: 100 }] }, { id: b, costs: [{ name: c, monthly: 3 }, { name: Set-up, once: 200 }] }]`;
  const moving = outlookFrom(`workload: { mau: 1000 }\nlabour: { hourlyRate: 10 }\nhorizon: { months: 6, discountRate: 0 }\nmigration: { from: today, hours: 4, tail: [1, 1, 1, 1] }\n${HANDS}`);

  it("moves at the start as well, and a first move that is not over runs on", () => {
    const [, a, b] = two(moving);
    const plan = stagedPlan(moving, a, b, 3);
    expect(plan.months.map(({ other, labour }) => [plain(other), plain(labour)]), "100 and 40; 7 + 10 twice, then 200 and 40; 3 + 10 + 7 twice; 3 + 7 twice").toEqual([["100", "40"], ["17", "0"], ["217", "40"], ["20", "0"], ["20", "0"], ["10", "0"], ["10", "0"]]);
    expect(plain(plan.total)).toBe("474");
  });
  it("stays with what is in use at no cost, and builds the second", () => {
    const [today, a] = two(moving);
    const plan = stagedPlan(moving, today, a, 4);
    expect(plan.start).toBeUndefined();
    expect(plan.months.map(({ cumulative }) => plain(cumulative)), "3 x 10, 140 at the end of month 3, then 7 + 10").toEqual(["0", "10", "20", "170", "187", "204", "221"]);
  });
  it("returns to what was in use: it stands already, and the first move ends", () => {
    const [today, a] = two(moving);
    const plan = stagedPlan(moving, a, today, 3);
    expect(plan.months.map(({ other, labour }) => plain(other.plus(labour))), "140; 17 twice and 40 of work; 10 + 7 for the rest").toEqual(["140", "17", "57", "17", "17", "17", "17"]);
  });
  it("moves nobody between plans of one product", () => {
    const look = outlookFrom("workload: { mau: 90000 }\nhorizon: { months: 5, discountRate: 0 }\nalternatives: [cognito, { id: lite, architecture: cognito, settings: { plan: lite } }]");
    const [essentials, lite] = two(look);
    const plan = stagedPlan(look, essentials, lite, 2);
    const { costs } = horizonComparison(look);
    expect(plan.change.kind).toBe("none");
    expect(plain(plan.total)).toBe(plain(sum([costs[0]?.months[1], ...(costs[1]?.months.slice(2) ?? [])].flatMap((month) => (month ? [month.other, month.labour] : [])))));
  });
});

describe("plans that cannot be", () => {
  const outgrown = "workload: { mau: 20000 }\nhorizon: { months: 24, growth: { compound: 0.05 } }\nmigration: { hours: 0, tail: [0] }\nalternatives: [auth0-b2c-essentials, { id: fixed, costs: [{ name: c, monthly: \"9000\" }] }]";
  it("change before the first cannot carry the load any longer", () => {
    const { best, verdict } = choiceFrom(outgrown);
    expect([best?.first.id, best?.second.id, verdict]).toEqual(["auth0-b2c-essentials", "fixed", "worth-it"]);
    expect(best?.month, "no price is published for the users of month 20").toBeLessThanOrEqual(20);
    expect(stagedPlanOf(outgrown, 21).obstacle?.month).toBe(20);
    expect(stagedPlanOf(outgrown, 20).obstacle).toBeUndefined();
  });
  const stagedPlanOf = (yaml: string, month: number): StagedPlan => { const look = outlookFrom(yaml); const [a, b] = two(look); return stagedPlan(look, a, b, month); };

  it("may be the only way, when nothing carries every month on its own", () => {
    const comparison = comparisonFrom(growing("{ method: forced-reset, hours: 0 }"));
    expect(stagedChoice({ ...comparison, cheapest: undefined })).toMatchObject({ verdict: "only-way", saving: undefined });
  });
  it("are none with one alternative, in one month, or where nothing is possible", () => {
    expect(choiceFrom("workload: { mau: 10 }\nalternatives: [cognito]")).toMatchObject({ best: undefined, verdict: "none" });
    expect(choiceFrom("workload: { mau: 10 }\nhorizon: { months: 1 }\nalternatives: [cognito, dynamodb]")).toMatchObject({ best: undefined, verdict: "none" });
    expect(choiceFrom("workload: { mau: 9000000 }\nalternatives: [auth0-b2c-essentials, descope-free]")).toMatchObject({ best: undefined, verdict: "none", compared: 0 });
  });
});

describe("the search is the exhaustive one", () => {
  const drawn = fc.record({ mau: fc.integer({ min: 1000, max: 300_000 }), growth: fc.integer({ min: -200, max: 300 }), from: fc.constantFrom("", "from: cognito, ", "from: postgresql, ", "from: entra, "), method: fc.constantFrom("lazy", "forced-reset"), hours: fc.integer({ min: 0, max: 40 }), fee: fc.integer({ min: 0, max: 900 }) });
  const text = (one: { mau: number; growth: number; from: string; method: string; hours: number; fee: number }) => `workload: { mau: ${one.mau} }
horizon: { months: 7, growth: { compound: ${(one.growth / 1000).toFixed(3)} } }
migration: { ${one.from}method: ${one.method}, hours: ${one.hours}, tail: [1, 0.4, 0.1] }
alternatives:
  - cognito
  - { id: postgresql, architecture: postgresql, costs: [{ name: Upkeep, hoursPerYear: 20 }, { name: Build, hoursOnce: 5 }] }
  - { id: entra, architecture: entra-external-id }
  - { id: hand, costs: [{ name: Fee, monthly: ${one.fee} }, { name: Users, perMau: "0.002" }] }`;
  const everyPlan = (look: Outlook) => look.study.models.flatMap((first, one) => look.study.models.flatMap((second, other) => (first === second ? [] : look.months.slice(1).map(({ month }) => ({ one, other, month, plan: stagedPlan(look, first, second, month) })))));

  it("finds the plan that pricing every plan exactly finds", () => {
    fc.assert(fc.property(drawn, (one) => {
      const comparison = comparisonFrom(text(one));
      const able = everyPlan(comparison.outlook).map(({ plan }) => plan).filter((plan) => plan.obstacle === undefined);
      const naive = able.reduce<StagedPlan | undefined>((best, plan) => (best === undefined || plan.presentValue.lt(best.presentValue) ? plan : best), undefined);
      const { best, compared } = stagedChoice(comparison);
      expect([best?.first.id, best?.second.id, best?.month, best && plain(best.presentValue)]).toEqual([naive?.first.id, naive?.second.id, naive?.month, naive && plain(naive.presentValue)]);
      expect(compared).toBe(able.length);
    }), { numRuns: 25, seed: 8 });
  });

  it("doubles cost every plan as the exact path does", () => {
    fc.assert(fc.property(drawn, (one) => {
      const look = outlookFrom(text(one));
      const fast = fastStagedCosts(look);
      for (const { one: first, other, month, plan } of everyPlan(look)) {
        const cost = fast(first, other, month);
        if (plan.obstacle) expect(cost).toBe(Number.POSITIVE_INFINITY);
        else expect(Math.abs(cost - plan.presentValue.toNumber())).toBeLessThan(1e-6);
      }
    }), { numRuns: 25, seed: 9 });
  });

  it("prices few plans exactly: one in a hundred at most here", () => {
    const { compared, priced } = choiceFrom("workload: { mau: 200000 }\nhorizon: { months: 36, growth: { compound: 0.04 } }\nmigration: { from: cognito }\nalternatives: [cognito, postgresql, dynamodb, hybrid]");
    expect(compared).toBe(4 * 3 * 35);
    expect(priced).toBeLessThanOrEqual(compared / 100);
  });

  it("every plan's months add up to its total", () => {
    const comparison = comparisonFrom(text({ mau: 50_000, growth: 100, from: "from: cognito, ", method: "lazy", hours: 20, fee: 300 }));
    for (const { plan } of everyPlan(comparison.outlook)) expect(plain(sum(plan.months.flatMap((month) => [month.other, month.labour])))).toBe(plain(plan.total));
    expect(costOf(comparison, "hand").total.gt(0)).toBe(true);
  });
});
