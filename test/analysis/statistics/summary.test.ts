import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { histogram } from "../../../src/analysis/statistics/histogram.js";
import { percentile } from "../../../src/analysis/statistics/percentile.js";
import { momentsOf, summarise } from "../../../src/analysis/statistics/summary.js";

const INFINITE = Number.POSITIVE_INFINITY;

describe("a percentile is the least value that so many percent do not exceed", () => {
  it.each([
    { values: [1, 2, 3, 4], percent: 50, is: 2, because: "two of four" }, { values: [1, 2, 3, 4], percent: 51, is: 3, because: "more than two of four" },
    { values: [1, 2, 3, 4], percent: 0, is: 1, because: "the least" }, { values: [1, 2, 3, 4], percent: 100, is: 4, because: "the most" },
    { values: [7], percent: 10, is: 7, because: "the only one" }, { values: [1, 2, INFINITE, INFINITE], percent: 90, is: INFINITE, because: "no value in between is made up" },
    { values: Array.from({ length: 100 }, (_, index) => index + 1), percent: 7, is: 7, because: "7 of 100, though 0.07 × 100 is above 7 in doubles" },
  ])("P$percent of $values.length values: $because", ({ values, percent, is }) => expect(percentile(Float64Array.from(values), percent)).toBe(is));

  it("does not exist without values", () => expect(() => percentile(new Float64Array(0), 50)).toThrow(RangeError));
});

describe("a summary of draws", () => {
  it("counts impossible draws apart", () => {
    expect(summarise(Float64Array.of(5, INFINITE, 1, 3, INFINITE))).toEqual({ count: 3, infeasible: 2, least: 1, p10: 1, p50: 3, p90: 5, most: 5, mean: 3, standardDeviation: 2, standardError: 2 / Math.sqrt(3) });
  });

  it("of one draw has no spread, of none is none", () => {
    expect(summarise(Float64Array.of(4))).toMatchObject({ count: 1, mean: 4, standardDeviation: 0, standardError: 0 });
    expect(summarise(Float64Array.of(INFINITE))).toBeUndefined();
    expect(summarise(new Float64Array(0))).toBeUndefined();
  });

  it("leaves the draws as they are", () => {
    const draws = Float64Array.of(3, 1, 2);
    summarise(draws);
    expect([...draws]).toEqual([3, 1, 2]);
  });

  it("keeps the spread of large values", () => {
    // 10^15 + 0, 1, 2: squares of the values would lose it.
    expect(momentsOf(Float64Array.of(1e15, 1e15 + 1, 1e15 + 2), 3)).toEqual({ mean: 1e15 + 1, standardDeviation: 1 });
    // The mean, 10^16 + 1, is no double: the squares are taken from 10^16, and that is made good.
    expect(momentsOf(Float64Array.of(1e16, 1e16 + 2), 2).standardDeviation).toBe(Math.SQRT2);
    expect(momentsOf(Float64Array.of(1, 3, 99), 2)).toEqual({ mean: 2, standardDeviation: Math.SQRT2 });
  });
});

describe("a histogram", () => {
  it.each([
    { values: [3, 4, 8], most: 4, scale: "linear" as const, edges: [2, 4, 6, 8], counts: [1, 1, 1], because: "4 belongs to the bin above it, 8 to the last" },
    { values: [0.1, 0.2, 0.3, 0.32], most: 5, scale: "linear" as const, edges: [0.1, 0.15, 0.2, 0.25, 0.3, 0.35], counts: [1, 0, 1, 0, 2], because: "steps of 0.05, each the decimal it reads" },
    { values: [-30, 40, 41], most: 4, scale: "linear" as const, edges: [-50, -25, 0, 25, 50], counts: [1, 0, 0, 2], because: "steps of 25" },
    { values: [110, 900, 9500], most: 10, scale: "log" as const, edges: [100, 160, 250, 400, 630, 1000, 1600, 2500, 4000, 6300, 10_000], counts: [1, 0, 0, 0, 1, 0, 0, 0, 0, 1], because: "five a decade, two decades" },
    { values: [1, 1e6], most: 8, scale: "log" as const, edges: [1, 10, 100, 1000, 10_000, 100_000, 1_000_000], counts: [1, 0, 0, 0, 0, 1], because: "one a decade: two would be 12" },
    { values: [5, 5, INFINITE], most: 4, scale: "linear" as const, edges: undefined, counts: undefined, because: "one value still has a bin" },
  ])("of $values in at most $most: $because", ({ values, most, scale, edges, counts }) => {
    const found = histogram(Float64Array.from(values), most, scale);
    if (edges) expect(found).toEqual({ scale, edges, counts });
    else expect(found?.counts.reduce((sum, count) => sum + count, 0)).toBe(2);
  });

  it("is linear where a log scale makes no sense", () => {
    expect(histogram(Float64Array.of(0, 5, 1000), 10, "log")?.scale).toBe("linear");
    expect(histogram(Float64Array.of(100, 101), 10, "log")?.scale).toBe("linear");
  });

  it("does not exist without finite values, nor with fewer than two bins", () => {
    expect(histogram(Float64Array.of(INFINITE), 10, "linear")).toBeUndefined();
    expect(() => histogram(Float64Array.of(1), 1, "linear")).toThrow(RangeError);
  });

  it("has no more bins than asked for, rising edges around all values, and counts each value where it lies", () => {
    const value = fc.oneof(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.double({ min: 1e-9, max: 1e-3, noNaN: true }), fc.constant(INFINITE), fc.integer({ min: -50, max: 50 }).map((whole) => whole / 10));
    fc.assert(fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), fc.integer({ min: 2, max: 60 }), fc.constantFrom("linear" as const, "log" as const), (values, most, scale) => {
      const finite = values.filter(Number.isFinite);
      const found = histogram(Float64Array.from(values), most, scale);
      if (finite.length === 0) {
        expect(found).toBeUndefined();
        return;
      }
      const { edges, counts } = found ?? { edges: [], counts: [] };
      expect(counts.length).toBeLessThanOrEqual(most);
      expect(edges.length).toBe(counts.length + 1);
      expect(edges.every((edge, place) => place === 0 || edge > (edges[place - 1] ?? 0))).toBe(true);
      expect((edges[0] ?? 0) <= Math.min(...finite) && (edges.at(-1) ?? 0) >= Math.max(...finite)).toBe(true);
      expect(counts).toEqual(counts.map((_, place) => finite.filter((one) => one >= (edges[place] ?? 0) && (one < (edges[place + 1] ?? 0) || place === counts.length - 1)).length));
    }), { numRuns: 1000 });
  });
});
