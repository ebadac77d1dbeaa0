import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankAcceptability } from "../../../src/analysis/statistics/rank-acceptability.js";
import { weightStability } from "../../../src/analysis/statistics/weight-stability.js";

const WEIGHTINGS = 50_000;
const near = (found: number | undefined, expected: number): void => {
  expect(Math.abs((found ?? Number.NaN) - expected), `${found} for ${expected}`).toBeLessThan(0.01);
};

describe("rank acceptability, worked by hand", () => {
  it("one criterion each: half of all weightings, and central weights of 3/4", () => {
    const { ranks, centralWeights } = rankAcceptability([[1, 0], [0, 1]], WEIGHTINGS, 1);
    near(ranks[0]?.[0], 0.5);
    near(ranks[0]?.[1], 0.5);
    // The first leads for weights from 1/2 to 1, evenly.
    near(centralWeights[0]?.[0], 0.75);
    near(centralWeights[1]?.[0], 0.25);
  });

  it("a compromise of 0.6 on both leads from weight 0.4 to 0.6", () => {
    const { ranks, centralWeights } = rankAcceptability([[1, 0], [0.6, 0.6], [0, 1]], WEIGHTINGS, 2);
    near(ranks[0]?.[0], 0.4);
    near(ranks[1]?.[0], 0.2);
    near(ranks[1]?.[1], 0.8);
    near(ranks[2]?.[2], 0.5);
    near(centralWeights[0]?.[0], 0.8);
    near(centralWeights[1]?.[0], 0.5);
  });

  it("three criteria: the first leads where its own weight is the largest, a third of the triangle, with 11/18 of the weight", () => {
    const { ranks, centralWeights } = rankAcceptability([[1, 0, 0], [0, 1, 0], [0, 0, 1]], WEIGHTINGS, 3);
    near(ranks[0]?.[0], 1 / 3);
    // The mean of the largest of three parts of 1 is (1 + 1/2 + 1/3)/3.
    near(centralWeights[0]?.[0], 11 / 18);
    near(centralWeights[0]?.[1], 7 / 36);
  });

  it("what is worse in everything is never first and supported by nobody; equals rank in their order", () => {
    const { ranks, centralWeights } = rankAcceptability([[0.2, 0.2], [0.5, 0.5], [0.5, 0.5]], 100, 1);
    expect(ranks).toEqual([[0, 0, 1], [1, 0, 0], [0, 1, 0]]);
    expect(centralWeights[0]).toBeUndefined();
    expect(centralWeights[2]).toBeUndefined();
  });

  it("ranks of an alternative, and alternatives of a rank, add up to 1; central weights too", () => {
    const score = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(fc.property(fc.array(fc.tuple(score, score, score), { minLength: 1, maxLength: 5 }), fc.nat(1000), (scores, seed) => {
      const { ranks, centralWeights } = rankAcceptability(scores, 200, seed);
      const sum = (values: readonly (number | undefined)[]): number => values.reduce((total: number, value) => total + (value ?? 0), 0);
      ranks.forEach((row, rank) => {
        expect(sum(row)).toBeCloseTo(1, 12);
        expect(sum(ranks.map((other) => other[rank]))).toBeCloseTo(1, 12);
      });
      for (const weights of centralWeights) if (weights) expect(sum(weights)).toBeCloseTo(1, 12);
      expect(rankAcceptability(scores, 200, seed)).toEqual({ weightings: 200, ranks, centralWeights });
    }), { numRuns: 50 });
  });
});

describe("how far a weight may move, worked by hand", () => {
  it.each([
    { scores: [[1, 0], [0, 1]], weights: [0.6, 0.4], criterion: 0, is: { first: 0, weight: 0.6, least: 0.5, most: 1, below: 1, above: undefined }, because: "the lines cross at one half" },
    { scores: [[1, 0], [0.6, 0.6], [0, 1]], weights: [5, 5], criterion: 0, is: { first: 1, weight: 0.5, least: 0.4, most: 0.6, below: 2, above: 0 }, because: "0.6 against w and 1 - w" },
    { scores: [[0.9, 0.9], [0.1, 0.5]], weights: [1, 3], criterion: 1, is: { first: 0, weight: 0.75, least: 0, most: 1, below: undefined, above: undefined }, because: "better in everything" },
    { scores: [[1, 0, 0.5], [0, 1, 0.5]], weights: [2, 1, 1], criterion: 2, is: { first: 0, weight: 0.25, least: 0, most: 1, below: undefined, above: undefined }, because: "on the third they are equal, and 2 : 1 stays" },
    { scores: [[1, 0, 0.5], [0, 1, 0.5]], weights: [2, 1, 1], criterion: 1, is: { first: 0, weight: 0.25, least: 0, most: 0.4, below: undefined, above: 1 }, because: "w (0 - 1) + (1 - w) 2/3 is 0 at 2/5" },
    { scores: [[0, 1, 1], [1, 0, 0]], weights: [1, 0, 0], criterion: 0, is: { first: 1, weight: 1, least: 0.5, most: 1, below: 0, above: undefined }, because: "the others have nothing: what goes is spread evenly" },
    { scores: [[0.5, 0.5], [0.5, 0.5]], weights: [1, 1], criterion: 0, is: { first: 0, weight: 0.5, least: 0, most: 1, below: undefined, above: undefined }, because: "an equal takes nothing over" },
    { scores: [[0.5, 0.1, 0.5], [0.5, 0.2, 0.4]], weights: [1, 1, 1], criterion: 0, is: { first: 0, weight: 1 / 3, least: 0, most: 1, below: undefined, above: undefined }, because: "0.1 + 0.5 is 0.2 + 0.4, whatever doubles say" },
    { scores: [[0.4, 0.6], [0.6, 0.4]], weights: [1, 1], criterion: 0, is: { first: 0, weight: 0.5, least: 0, most: 0.5, below: undefined, above: 1 }, because: "equal now, behind beyond" },
  ])("$scores under $weights, weight $criterion: $because", ({ scores, weights, criterion, is }) => {
    const found = weightStability(scores, weights, criterion);
    expect(found).toMatchObject({ first: is.first, below: is.below, above: is.above });
    for (const key of ["weight", "least", "most"] as const) expect(found[key]).toBeCloseTo(is[key], 12);
  });

  it("inside the stretch the first stays first, outside the named one is ahead", () => {
    const score = fc.integer({ min: 0, max: 4 }).map((quarters) => quarters / 4);
    const row = fc.tuple(score, score, score);
    const weights = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 5 }));
    fc.assert(fc.property(fc.array(row, { minLength: 2, maxLength: 4 }), weights, fc.double({ min: 0, max: 1, noNaN: true }), (scores, given, part) => {
      const found = weightStability(scores, given, 0);
      const totals = (weight: number): readonly number[] => scores.map(([a, b, c]) => weight * a + ((1 - weight) * (given[1] * b + given[2] * c)) / (given[1] + given[2]));
      const lead = (weight: number, rival: number): number => (totals(weight)[found.first] ?? 0) - (totals(weight)[rival] ?? 0);
      const inside = found.least + part * (found.most - found.least);
      scores.forEach((_, rival) => {
        expect(lead(inside, rival)).toBeGreaterThan(-1e-9);
      });
      if (found.below !== undefined) expect(lead(part * found.least, found.below)).toBeLessThan(1e-9);
      if (found.above !== undefined) expect(lead(found.most + part * (1 - found.most), found.above)).toBeLessThan(1e-9);
      expect(found.weight >= found.least && found.weight <= found.most).toBe(true);
    }), { numRuns: 500 });
  });

  it.each([{ weights: [0, 0] }, { weights: [-1, 2] }])("refuses the weights $weights", ({ weights }) => {
    expect(() => weightStability([[1, 0], [0, 1]], weights, 0)).toThrow(RangeError);
  });
});
