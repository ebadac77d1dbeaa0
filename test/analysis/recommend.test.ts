import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "../../src/analysis/compare.js";
import { cheapestOverUsers } from "../../src/analysis/cheapest-over-users.js";
import { study } from "../../src/analysis/study.js";
import { plain } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";
import { scenarioOf } from "../support/models.js";
import { flipsOf, hand, recommended } from "../support/recommended.js";

// 100 dollars a month meet 0.01 a user at 10,000 users: there both cost 100, and from 10,001 on the fixed price is cheaper.
const fixed = hand("fixed", { monthly: "100" });
const each = hand("each", { perMau: "0.01" });
const both = [fixed, each];

describe("verdicts", () => {
  const cases = [
    { mau: 5000, choice: "each", verdict: "clear", because: "50 against 100, and the change at 10,001 is more than twice as far" },
    { mau: 5001, choice: "each", verdict: "conditional", because: "10,001 lies within twice 5,001" },
    { mau: 9499, choice: "each", verdict: "conditional", because: "5.01 of 100 is above a twentieth" },
    { mau: 9500, choice: "each", verdict: "too-close", because: "5 of 100 is a twentieth" },
    { mau: 10_000, choice: "fixed", verdict: "too-close", because: "equal; the first named stands" },
    { mau: 19_998, choice: "fixed", verdict: "conditional", because: "the change at 9,999 lies within half" },
    { mau: 19_999, choice: "fixed", verdict: "clear", because: "9,999 is less than half of it" },
  ];
  it.each(cases)("at $mau users $choice, $verdict: $because", ({ mau, choice, verdict }) => {
    expect(recommended(mau, both)).toMatchObject({ choice, verdict });
  });
  it("the scenario says how close is too close", () => {
    expect(recommended(9499, both, { materiality: "0.1" }).verdict).toBe("too-close");
    expect(recommended(9500, both, { materiality: "0" }).verdict).toBe("conditional");
  });
  it("a single alternative that carries the load is clear", () => {
    expect(recommended(5000, [fixed])).toMatchObject({ choice: "fixed", verdict: "clear", flips: [], margin: undefined });
  });
});

describe("what cannot be told apart", () => {
  const reasonsAt = (alternatives: readonly unknown[], decision = {}) => { const one = recommended(5000, alternatives, decision); return [one.sentence, ...one.reasons.filter((reason) => /^Cheapest|too close/.test(reason))]; };
  it("is named in full: three that cost the same are three", () => {
    expect(reasonsAt([hand("a", { monthly: "0" }), hand("b", { monthly: "9" }), hand("c", { monthly: "0" }), hand("d", { perMau: "0" })])).toEqual([
      "At 5,000 users a, c and d cost the same, $0.00 a month.", "Cheapest are a, c and d, at $0.00 a month each.",
      "a, c and d are too close to tell apart by list prices alone; let the criteria or a measured workload decide.",
    ]);
  });
  it("is named also where costs only lie near each other", () => {
    expect(reasonsAt([hand("a", { monthly: "100" }), hand("b", { monthly: "105" }), hand("c", { monthly: "106" }), hand("d", { monthly: "104" })]).at(-1), "5 of 105 is below a twentieth, 6 of 106 above")
      .toBe("a, d and b lie within 5 % and are too close to tell apart by list prices alone; let the criteria or a measured workload decide.");
  });
  it("does not send the reader back to the criteria that were weighed already", () => {
    expect(reasonsAt([hand("a", { monthly: "100" }), hand("b", { monthly: "101" })], { priorities: { reporting: "2" } }).at(-1)).toContain("by cost and the stated priorities");
  });
});

describe("what no alternative can carry", () => {
  const builtIn = { id: "built-in", architecture: "cognito", settings: { emailSender: "cognito" } };
  it("is infeasible, with the reason", () => {
    const one = recommended(100_000, [builtIn]);
    expect(one).toMatchObject({ choice: undefined, verdict: "infeasible", cheapest: undefined, flips: [] });
    expect(one.infeasible.map(({ model, because }) => `${model.id}: ${because.join()}`)).toEqual(["built-in: e-mails by Cognito's own sender: the built-in sender stops at 50 messages a day"]);
    expect(one.sentence).toBe("At 100,000 users none of the alternatives can carry the load.");
  });
  it("leaves the choice to the others, also where they cost more", () => {
    const one = recommended(100_000, [builtIn, hand("dear", { monthly: "1000000" })]);
    expect(one).toMatchObject({ choice: "dear", verdict: "clear" });
    expect(one.ranking.map((ranked) => ranked.model.id)).toEqual(["dear"]);
  });
  it("a choice that stops carrying the load flips there", () => {
    // e-mails: 0.05 sign-ups and 0.02 resets a user; 0.07 x 21,428 = 1,499.96, x 21,429 = 1,500.03
    expect(flipsOf(recommended(1000, [builtIn, hand("dear", { monthly: "1000000" })]))).toContain("mau above 21429: dear");
  });
});

describe("what would flip the choice", () => {
  it("is found exactly, with the margin as upkeep", () => {
    expect(flipsOf(recommended(5000, both))).toEqual(["mau above 10001: fixed", "upkeep above 50: fixed"]);
    expect(plain(recommended(5000, both).margin ?? recommended(5000, both).mau)).toBe("50");
  });
  it("from above is the last number of users with another choice", () => {
    expect(flipsOf(recommended(30_000, both))).toEqual(["mau below 9999: each", "upkeep above 200.01: each"]);
  });
  it("counts upkeep of what is in use also while it runs on for those who have not moved", () => {
    // 12 months: old 1,200; fresh 1,260 and old's 200 in the two months of the tail. A dollar a month more is 12 for staying, 2 for leaving: 260 / 10.
    const inUse = { workload: { mau: "5000" }, alternatives: [hand("old", { monthly: "100" }), hand("fresh", { monthly: "105" })], horizon: { months: "12", churn: "0", discountRate: "0" }, migration: { from: "old", hours: "0", tail: ["1", "0.5"] } };
    const chosen = (upkeep: string) => compare(scenarioOf({ ...inUse, alternatives: [{ id: "old", costs: [{ name: "all", monthly: "100" }, { name: "upkeep", monthly: upkeep, kind: "labour" }] }, hand("fresh", { monthly: "105" })] }), catalogue).recommendation.choice;
    expect(flipsOf(compare(scenarioOf(inUse), catalogue).recommendation)).toEqual(["upkeep above 26.01: fresh"]);
    expect(["26", "26.01"].map(chosen)).toEqual(["old", "fresh"]);
  });
  it("the order of naming decides ties only", () => {
    expect(flipsOf(recommended(5000, [each, fixed]))).toEqual(["mau above 10001: fixed", "upkeep above 50.01: fixed"]);
  });
  it("one user before the flip the choice still stands, at the flip the other does", () => {
    expect([10_000, 10_001].map((mau) => recommended(mau, [each, fixed]).choice)).toEqual(["each", "fixed"]);
  });
  it("a middle alternative flips both ways", () => {
    // 0.05 m = 100 + 0.01 m at 2,500; 100 + 0.01 m = 500 at 40,000
    const three = [hand("small", { perMau: "0.05" }), hand("middle", { monthly: "100", perMau: "0.01" }), hand("large", { monthly: "500" })];
    expect(flipsOf(recommended(10_000, three)).slice(0, 2)).toEqual(["mau above 40001: large", "mau below 2499: small"]);
    expect([2499, 2501, 40_000, 40_001].map((mau) => recommended(mau, three).choice)).toEqual(["small", "middle", "middle", "large"]);
  });
  it("for any two prices lies where the arithmetic says", () => {
    fc.assert(fc.property(fc.integer({ min: 1000, max: 1_000_000 }), fc.integer({ min: 11, max: 900 }), (cents, rate) => {
      // cents / 100 dollars a month against rate / 10,000 dollars a user: dearer from floor(100 cents / rate) + 1 users on, below the 10,000,000 that are searched
      const at = Math.floor((100 * cents) / rate) + 1;
      const alternatives = [hand("each", { perMau: (rate / 10_000).toFixed(4) }), hand("fixed", { monthly: (cents / 100).toFixed(2) })];
      expect(flipsOf(recommended(100, alternatives))[0]).toBe(`mau above ${at}: fixed`);
    }), { numRuns: 60 });
  });
});

it("who is cheapest over all user counts adds up to the whole range", () => {
  const { winners } = cheapestOverUsers(study(scenarioOf({ workload: { mau: "5000" }, alternatives: both }), catalogue));
  expect(winners.map((one) => [one.from.toFixed(), one.to.toFixed(), one.winner])).toEqual([["1", "9999", "each"], ["10000", "10000000", "fixed"]]);
});

describe("what is said to have decided", () => {
  const scored = (id: string, cost: string, control: string, federation: string) => hand(id, { monthly: cost }, { scores: { control: { score: control, because: "for the test" }, federation: { score: federation, because: "for the test" } } });
  const said = (decision: Readonly<Record<string, unknown>>, text: RegExp) => recommended(10, [scored("a", "200", "5", "3"), scored("b", "100", "3", "1")], decision).reasons.filter((reason) => text.test(reason));

  it("stands in the order of weight times lead: federation weighs 8 x 1/2, control 1 x 1/2", () => {
    expect(said({ cost: "1", priorities: { control: "1", federation: "8" } }, /^What decided/)).toEqual(["What decided for a: sign-in with other identity providers; control over infrastructure, location of data and compliance."]);
  });
  it("is never what weighs nothing: cost at weight 0 neither decided nor spoke for the cheaper", () => {
    expect(said({ cost: "0", priorities: { control: "2", federation: "0" } }, /^(?:What|By)/)).toEqual(["By the stated priorities a reaches 100 % of the best possible, b 50 %.", "What decided for a: control over infrastructure, location of data and compliance."]);
    expect(said({ cost: "1", priorities: { control: "9" } }, /^What spoke/)).toEqual(["What spoke for b: cost."]);
  });
  it("equal costs are told as equal", () => {
    expect(recommended(10_000, both).reasons[0]).toBe("Cheapest are fixed and each, at $100.00 a month each.");
  });
});

describe("priorities decide", () => {
  const scores = (score: string) => ({ scores: { reporting: { score, because: "for the test" } } });
  const plainOne = hand("plain", { monthly: "100" }, scores("1"));
  const rich = hand("rich", { monthly: "125" }, scores("5"));
  const cases = [
    { decision: {}, choice: "plain", verdict: "clear", because: "cost alone: 25 of 125 apart" },
    { decision: { cost: "5", priorities: { reporting: "5" } }, choice: "rich", verdict: "conditional", because: "0.9 against 0.5; not the cheapest" },
    { decision: { cost: "5", priorities: { reporting: "0.5" } }, choice: "plain", verdict: "clear", because: "5 / 5.5 against 4.5 / 5.5" },
    { decision: { cost: "5", priorities: { reporting: "1" } }, choice: "plain", verdict: "too-close", because: "5/6 each" },
  ];
  it.each(cases)("$decision: $choice, $verdict, because $because", ({ decision, choice, verdict }) => {
    const one = recommended(5000, [plainOne, rich], decision);
    expect(one).toMatchObject({ choice, verdict, cheapest: "plain" });
    expect(plain(one.margin ?? one.mau)).toBe("25");
  });
  it("upkeep flips a weighed choice where the weights balance", () => {
    // rich at 125 + x: (5 x 100/(125 + x) + 5) / 10 falls to 0.5 only with infinite x, but plain's cost part stays 1: no flip
    expect(flipsOf(recommended(5000, [plainOne, rich], { cost: "5", priorities: { reporting: "5" } }))).toEqual([]);
    // weight 2: (5 x 100/(125 + x) + 2) / 7 = 5/7 at 100/(125 + x) = 0.6, x = 41.666..; a tie goes to the cheaper
    expect(flipsOf(recommended(5000, [plainOne, rich], { cost: "5", priorities: { reporting: "2" } }))).toEqual(["upkeep above 41.67: plain"]);
  });
});
