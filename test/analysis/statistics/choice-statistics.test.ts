import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choiceStatistics } from "../../../src/analysis/statistics/choice-statistics.js";
import { convergence, leaders } from "../../../src/analysis/statistics/convergence.js";
import { drawColumns } from "../../../src/analysis/statistics/correlated-draws.js";
import { expectedRanking } from "../../../src/analysis/statistics/expected-ranking.js";
import { decimal } from "../../../src/units/decimal.js";

const NOT = Number.POSITIVE_INFINITY;
const columns = (...rows: readonly (readonly number[])[]): readonly Float64Array[] => (rows[0] ?? []).map((_, place) => Float64Array.from(rows, (row) => row[place] ?? Number.NaN));

describe("statistics of a choice", () => {
  it("worked by hand: four draws of three alternatives", () => {
    // Least costs: 10, 20, 30 and none.
    const found = choiceStatistics(columns([10, 12, 10], [26, 20, NOT], [40, NOT, 30], [NOT, NOT, NOT]));
    expect(found).toEqual({
      draws: 4, nonePossible: 1, tied: 1,
      alternatives: [
        { cheapest: 0.25, cheapestOrTied: 0.25, cheapestStandardError: Math.sqrt(0.1875 / 4), infeasible: 1, expectedCost: 76 / 3, expectedRegret: 16 / 3, largestRegret: 10 },
        { cheapest: 0.25, cheapestOrTied: 0.25, cheapestStandardError: Math.sqrt(0.1875 / 4), infeasible: 2, expectedCost: 16, expectedRegret: 1, largestRegret: 2 },
        { cheapest: 0.25, cheapestOrTied: 0.5, cheapestStandardError: Math.sqrt(0.1875 / 4), infeasible: 2, expectedCost: 20, expectedRegret: 0, largestRegret: 0 },
      ],
    });
  });

  it("an alternative that is never possible has no cost and wins nothing", () => {
    expect(choiceStatistics(columns([1, NOT], [2, NOT])).alternatives[1]).toEqual({ cheapest: 0, cheapestOrTied: 0, cheapestStandardError: 0, infeasible: 2, expectedCost: undefined, expectedRegret: undefined, largestRegret: undefined });
  });

  const cost = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(NOT));
  const tables = fc.integer({ min: 1, max: 4 }).chain((alternatives) => fc.array(fc.array(cost, { minLength: alternatives, maxLength: alternatives }), { minLength: 1, maxLength: 30 }));
  it("chances of being cheapest and of none being possible add up to 1, regrets are never negative", () => {
    fc.assert(fc.property(tables, (rows) => {
      const { alternatives, nonePossible, draws } = choiceStatistics(columns(...rows));
      expect(alternatives.reduce((sum, one) => sum + one.cheapest, nonePossible / draws)).toBeCloseTo(1, 12);
      expect(alternatives.every((one) => (one.expectedRegret ?? 0) >= 0 && (one.largestRegret ?? 0) >= (one.expectedRegret ?? 0))).toBe(true);
    }));
  });

  it("the first named takes a tie, and how often nothing is cheaper is counted for each", () => {
    const { tied, alternatives } = choiceStatistics(columns([5, 5, 9], [5, 5, 9], [5, 7, 5], [8, 7, 9]));
    expect(tied).toBe(3);
    expect(alternatives.map((one) => one.cheapest)).toEqual([0.75, 0.25, 0]);
    expect(alternatives.map((one) => one.cheapestOrTied)).toEqual([0.75, 0.75, 0.25]);
  });

  it("sums that doubles alone keep apart are equal: 0.1 + 0.2 against 0.3", () => {
    const [sum, whole] = [Float64Array.of(0.1 + 0.2, 3e9 + 1e-6), Float64Array.of(0.3, 3e9)];
    expect(sum[0]).not.toBe(whole[0]);
    expect(choiceStatistics([sum, whole])).toMatchObject({ tied: 2, alternatives: [{ cheapest: 1 }, { cheapest: 0, cheapestOrTied: 1 }] });
    expect(choiceStatistics([Float64Array.of(0.31), Float64Array.of(0.3)])).toMatchObject({ tied: 0, alternatives: [{ cheapest: 0 }, { cheapest: 1 }] });
  });
});

describe("the ranking by expected cost", () => {
  it("puts what is possible in less than half of the draws behind, and leaves out what never is", () => {
    expect(expectedRanking(columns([9, 1, NOT, 8], [9, NOT, NOT, 8], [9, NOT, NOT, NOT])).map((one) => one.place)).toEqual([3, 0, 1]);
    expect(expectedRanking(columns([9, 1], [9, NOT])).map((one) => one.place)).toEqual([1, 0]);
  });

  it("names two leaders, or none", () => {
    expect(leaders(columns([3, 2, 1], [3, 2, 9]))).toEqual([1, 0]);
    expect(leaders(columns([3, NOT]))).toBeUndefined();
  });
});

describe("convergence of the difference between two alternatives", () => {
  it("worked by hand, over the draws in which both are possible", () => {
    // Differences 2, 4, 6: mean 4, standard deviation 2.
    const found = convergence(columns([10, 12], [20, 24], [NOT, 1], [30, 36], [5, NOT]), [0, 1]);
    const halfWidth = (1.959963984540054 * 2) / Math.sqrt(3);
    expect(found).toMatchObject({ first: 0, second: 1, draws: 3, meanDifference: 4, settled: true, checkpoints: [{ draws: 3, first: 20, second: 24, meanDifference: 4 }] });
    expect(found?.halfWidth).toBeCloseTo(halfWidth, 12);
    expect(found?.standardError).toBeCloseTo(2 / Math.sqrt(3), 12);
    expect(found?.shareOfDifference).toBeCloseTo(halfWidth / 4, 12);
    expect(found?.shareOfCost).toBeCloseTo((1.959963984540054 * 10) / Math.sqrt(3) / 20, 12);
  });

  it("leaves open what draws do not settle", () => {
    expect(convergence(columns([1, 2], [2, 1]), [0, 1])).toMatchObject({ meanDifference: 0, settled: false, shareOfDifference: NOT });
    expect(convergence(columns([1, NOT], [NOT, 1]), [0, 1])).toBeUndefined();
  });

  it("has checkpoints at 100, 200, 500, 1,000 … and the end, each over the first draws", () => {
    const costs = [Float64Array.from({ length: 2345 }, (_, row) => row), Float64Array.from({ length: 2345 }, (_, row) => 3 * row)];
    const found = convergence(costs, [0, 1]);
    expect(found?.checkpoints.map((one) => one.draws)).toEqual([100, 200, 500, 1000, 2000, 2345]);
    expect(found?.checkpoints.map((one) => one.meanDifference)).toEqual([99, 199, 499, 999, 1999, 2344]);
  });

  it("95 of 100 intervals hold the true difference", () => {
    const normal = (name: string, mean: string) => ({ name, distribution: { kind: "normal", mean: decimal(mean), sd: decimal("10") } as const });
    let holds = 0;
    for (let seed = 0; seed < 400; seed++) {
      const drawn = drawColumns([normal("a", "100"), normal("b", "103")], [], seed, 200);
      const found = convergence([...drawn.values()], [0, 1]);
      if (found && Math.abs(found.meanDifference - 3) <= found.halfWidth) holds++;
    }
    // 380 expected, standard deviation 4.4.
    expect(holds).toBeGreaterThanOrEqual(364);
    expect(holds).toBeLessThanOrEqual(396);
  });
});
