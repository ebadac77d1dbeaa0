import { describe, expect, it } from "vitest";
import { drawColumns } from "../../../src/analysis/statistics/correlated-draws.js";
import { normalCdf, normalDensity } from "../../../src/analysis/statistics/normal.js";
import { valueOfInformation } from "../../../src/analysis/statistics/value-of-information.js";
import { decimal } from "../../../src/units/decimal.js";

const NOT = Number.POSITIVE_INFINITY;
const DRAWS = 100_000;
const standard = (name: string) => ({ name, distribution: { kind: "normal", mean: decimal("0"), sd: decimal("1") } as const });
const drawn = drawColumns(["x", "y", "noise", "idle"].map(standard), [], 5, DRAWS);
const column = (name: string): Float64Array => drawn.get(name) ?? new Float64Array(0);

/** What knowing a normal difference of mean `mean` and standard deviation `sd` is worth. */
const unitLoss = (mean: number, sd: number): number => sd * normalDensity(mean / sd) - Math.abs(mean) * normalCdf(-Math.abs(mean) / sd);

describe("two alternatives whose difference is normal: closed forms", () => {
  const cases = [{ mean: 0, x: 3, y: 4 }, { mean: 2, x: 3, y: 4 }, { mean: -5, x: 3, y: 4 }, { mean: 10, x: 1, y: 6 }, { mean: 1, x: 0.2, y: 0.5 }];
  it.each(cases)("difference $mean + $x x + $y y", ({ mean, x, y }) => {
    const known = column("noise").map((value) => 1000 + 20 * value);
    const other = known.map((value, row) => value + mean + x * (column("x")[row] ?? 0) + y * (column("y")[row] ?? 0));
    const found = valueOfInformation([known, other], drawn);
    const [ofX, ofY, ofNoise, ofIdle] = found?.variables ?? [];
    const [all, onlyX, onlyY] = [unitLoss(mean, Math.hypot(x, y)), unitLoss(mean, x), unitLoss(mean, y)];
    const near = (value: number | undefined, truth: number, error: number | undefined): void => {
      // Four standard errors, and 1 % of all for bins and choices by few draws.
      expect(Math.abs((value ?? Number.NaN) - truth), `${value} for ${truth}`).toBeLessThan(4 * (error ?? 0) + 0.01 * all);
    };
    expect(found).toMatchObject({ choice: mean >= 0 ? 0 : 1, skipped: 0 });
    near(found?.perfect.value, all, found?.perfect.standardError);
    near(ofX?.value, onlyX, ofX?.standardError);
    near(ofY?.value, onlyY, ofY?.standardError);
    // What moves both alternatives alike, or none, is worth nothing.
    near(ofNoise?.value, 0, ofNoise?.standardError);
    near(ofIdle?.value, 0, ofIdle?.standardError);
    for (const one of [found?.perfect, ...(found?.variables ?? [])]) expect((one?.value ?? -1) >= 0 && one?.value === Math.max(0, one?.estimate ?? 0)).toBe(true);
  });

  it("the estimate for an idle variable is not biased upwards: its mean over many seeds is not above 0", () => {
    const estimates = Array.from({ length: 40 }, (_, seed) => {
      const some = drawColumns(["x", "idle"].map(standard), [], seed, 2000);
      const x = some.get("x") ?? new Float64Array(0);
      return valueOfInformation([new Float64Array(2000), x.map((value) => value + 0.02)], some)?.variables[1]?.estimate ?? Number.NaN;
    });
    const mean = estimates.reduce((sum, value) => sum + value, 0) / estimates.length;
    const error = Math.sqrt(estimates.reduce((sum, value) => sum + (value - mean) ** 2, 0) / estimates.length / (estimates.length - 1));
    // Bins of 77 draws would make noise worth 0.04 if they were judged by their own draws: 0.113 φ(0.18) - 0.02 Φ(-0.18).
    expect(mean).toBeLessThan(3 * error);
    expect(mean).toBeGreaterThan(-0.03);
  });
});

describe("worked by hand", () => {
  it("perfect information: 10 and 20 in turn against 14 always saves 4 in every other draw", () => {
    const [swings, still] = [Float64Array.of(10, 20, 10, 20), Float64Array.of(14, 14, 14, 14)];
    expect(valueOfInformation([swings, still], new Map())).toMatchObject({ choice: 1, skipped: 0, perfect: { value: 2, estimate: 2 } });
  });

  it("a discrete variable that decides everything is worth as much as perfect information", () => {
    const weather = Float64Array.from({ length: 1000 }, (_, row) => row % 3);
    const found = valueOfInformation([weather.map((value) => [10, 20, 30][value] ?? 0), weather.map(() => 19)], new Map([["weather", weather]]));
    // The choice is 19; outcome 0 saves 9 in 334 of 1,000 draws.
    expect(found?.perfect.value).toBeCloseTo(9 * 0.334, 12);
    expect(found?.variables[0]?.value).toBeCloseTo(9 * 0.334, 12);
  });

  it("a constant variable is worth nothing", () => {
    const x = column("x");
    expect(valueOfInformation([x, new Float64Array(DRAWS)], new Map([["constant", new Float64Array(DRAWS).fill(7)]]))?.variables[0]?.value).toBeLessThan(0.01);
  });

  it("a choice other than the cheapest counts what switching saves", () => {
    const found = valueOfInformation([Float64Array.of(5, 5, 5, 5), Float64Array.of(3, 3, 3, 3)], new Map([["x", Float64Array.of(1, 2, 3, 4)]]), 0);
    expect(found?.perfect).toEqual({ value: 2, standardError: 0, estimate: 2 });
  });
});

describe("alternatives that are not possible in some draws", () => {
  it("are not switched to there, and not where a bin holds such a draw", () => {
    const x = Float64Array.from({ length: 8000 }, (_, row) => row / 8000);
    // Cheaper by 2 below 1/2 and dearer above; not possible below 1/4.
    const other = x.map((value) => (value < 0.25 ? NOT : value < 0.5 ? 8 : 20));
    const found = valueOfInformation([new Float64Array(8000).fill(10), other], new Map([["x", x]]));
    expect(found).toMatchObject({ choice: 0, perfect: { value: 0.5 } });
    expect(found?.variables[0]?.value).toBeGreaterThan(0.45);
    expect(found?.variables[0]?.value).toBeLessThanOrEqual(0.5);
  });

  it("one draw that is not possible keeps its bin from switching, whichever half it is in", () => {
    for (const failing of [4, 5]) {
      // Bins of one value; the other half would save 9 in draws 0 to 7, but one of them fails.
      const x = Float64Array.from({ length: 16 }, (_, row) => Math.floor(row / 8));
      const other = x.map((value, row) => (row === failing ? NOT : value === 0 ? 1 : 50));
      expect(valueOfInformation([new Float64Array(16).fill(10), other], new Map([["x", x]]), 0)?.variables[0]).toEqual({ name: "x", value: 0, standardError: 0, estimate: 0 });
    }
  });

  it("values of draws that are left out are left out as well", () => {
    const x = Float64Array.from({ length: 1001 }, (_, row) => (row + 1) % 2);
    const stays = x.map((_, row) => (row === 0 ? NOT : 10));
    // Without the first row the other costs 6 where x is 0 and 20 where it is 1.
    const other = x.map((value) => (value === 0 ? 6 : 20));
    const found = valueOfInformation([stays, other], new Map([["x", x]]), 0);
    expect(found).toMatchObject({ skipped: 1 });
    expect(found?.variables[0]?.value).toBeCloseTo(2, 12);
  });

  it("draws in which the choice is not possible are left out and counted", () => {
    expect(valueOfInformation([Float64Array.of(1, 1, NOT, 4), Float64Array.of(9, 0, 5, 9)], new Map([["x", Float64Array.of(1, 2, 3, 4)]]))).toMatchObject({ choice: 0, skipped: 1 });
    expect(valueOfInformation([Float64Array.of(1, 1, NOT, 4), Float64Array.of(9, 0, 5, 9)], new Map())?.perfect.value).toBeCloseTo(1 / 3, 12);
    expect(valueOfInformation([Float64Array.of(NOT), Float64Array.of(NOT)], new Map())).toBeUndefined();
  });
});
