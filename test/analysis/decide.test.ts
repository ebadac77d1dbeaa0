import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooser, decide } from "../../src/analysis/decide.js";
import { assemble } from "../../src/engine/assemble.js";
import { scenarioOf } from "../support/models.js";

const scored = (id: string, score: string) => ({ id, costs: [{ name: "all", monthly: "1" }], scores: { reporting: { score, because: "for the test" } } });
const decided = (costs: readonly number[], decision: Readonly<Record<string, unknown>>, scores: readonly string[]) => {
  const scenario = scenarioOf({ workload: { mau: "1" }, decision, alternatives: scores.map((score, index) => scored(`a${index}`, score)) });
  return decide(costs, assemble(scenario), scenario.decision).map((merit) => `a${merit.index} ${Math.round(merit.total * 1000)}`);
};

describe("cost and priorities are weighed", () => {
  const cases = [
    { costs: [100, 125], decision: {}, scores: ["1", "5"], order: ["a0 1000", "a1 800"], because: "cost alone: 100/100 and 100/125" },
    { costs: [100, 125], decision: { cost: "0" }, scores: ["1", "5"], order: ["a0 1000", "a1 800"], because: "without priorities cost decides, whatever its weight" },
    { costs: [100, 125], decision: { cost: "5", priorities: { reporting: "5" } }, scores: ["1", "5"], order: ["a1 900", "a0 500"], because: "(5 x 0.8 + 5 x 1) / 10 against (5 x 1 + 5 x 0) / 10" },
    { costs: [100, 125], decision: { cost: "5", priorities: { reporting: "1" } }, scores: ["1", "5"], order: ["a0 833", "a1 833"], because: "5/6 each; the cheaper stays ahead" },
    { costs: [100, 125], decision: { priorities: { reporting: "0" } }, scores: ["1", "5"], order: ["a0 1000", "a1 800"], because: "a priority of weight 0 is none" },
    { costs: [100, 100], decision: {}, scores: ["1", "5"], order: ["a0 1000", "a1 1000"], because: "equal in all: the first named stays ahead" },
    { costs: [0, 0, 50], decision: {}, scores: ["1", "1", "1"], order: ["a0 1000", "a1 1000", "a2 0"], because: "nothing is as cheap as nothing; 0/50" },
    { costs: [Number.POSITIVE_INFINITY, 100], decision: {}, scores: ["5", "1"], order: ["a1 1000"], because: "what cannot carry the load has no merit" },
    { costs: [100, 100], decision: { cost: "0", priorities: { reporting: "1" } }, scores: ["2", "4"], order: ["a1 750", "a0 250"], because: "scores 1 to 5 count as 0 to 1" },
  ];
  it.each(cases)("$costs under $decision: $because", ({ costs, decision, scores, order }) => {
    expect(decided(costs, decision, scores)).toEqual(order);
  });

  it("the one that is chosen many times over is the first of those, and stays where it is as good", () => {
    const cost = fc.constantFrom(0, 50, 100, 100.5, 125, Number.POSITIVE_INFINITY);
    const weight = fc.constantFrom("0", "1", "3", "5");
    fc.assert(fc.property(fc.tuple(cost, cost, cost), fc.tuple(weight, weight), fc.constantFrom(-1, 0, 1, 2), ([...costs], [own, reporting], kept) => {
      const scenario = scenarioOf({ workload: { mau: "1" }, decision: { cost: own, priorities: { reporting } }, alternatives: ["1", "4", "5"].map((score, index) => scored(`a${index}`, score)) });
      const models = assemble(scenario);
      const merits = decide(costs, models, scenario.decision);
      const stays = merits.some((merit) => merit.index === kept && merit.total === merits[0]?.total);
      expect(chooser(models, scenario.decision, kept)(costs)).toBe(stays ? kept : (merits[0]?.index ?? -1));
    }), { numRuns: 500, seed: 7 });
  });
});
