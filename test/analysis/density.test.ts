import { describe, expect, it } from "vitest";
import { density } from "../../src/analysis/density.js";

const even = Float64Array.from({ length: 10_001 }, (_, place) => place);

describe("density", () => {
  it("counts the middle 96 of 100 draws in equal bins", () => {
    const found = density(even, "linear");
    // P2 is 200 and P98 is 9,800: bins of 300 from 200 on, the first one's middle at 350.
    expect(found?.from).toBe(350);
    expect(found?.to).toBe(9650);
    expect(found?.heights).toHaveLength(32);
    expect(found?.heights.reduce((sum, height) => sum + height, 0)).toBe(9601);
    expect(new Set(found?.heights.slice(1, -1))).toEqual(new Set([300]));
  });
  it("has equal bins on a log scale for draws that are even there", () => {
    const powers = Float64Array.from({ length: 4_001 }, (_, place) => 10 ** (place / 1000));
    const found = density(powers, "log");
    const heights = found?.heights ?? [];
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThanOrEqual(2);
    expect(Math.log10(found?.from ?? 0)).toBeCloseTo(0.08 + 3.84 / 64, 2);
  });
  it("has nothing to show of draws that are alike, or none", () => {
    expect(density(new Float64Array(50).fill(7), "linear")).toBeUndefined();
    expect(density(new Float64Array(50).fill(Number.POSITIVE_INFINITY), "linear")).toBeUndefined();
  });
});
