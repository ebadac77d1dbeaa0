import { describe, expect, it } from "vitest";
import { drawColumns } from "../../../src/analysis/statistics/correlated-draws.js";
import { quantileFunction } from "../../../src/analysis/statistics/quantile-function.js";
import { type Evaluate, sobolIndices } from "../../../src/analysis/statistics/sobol.js";
import { decimal } from "../../../src/units/decimal.js";

const uniform = (low: number, high: number) => (u: number): number => low + (high - low) * u;
const rowwise = (of: (...x: readonly number[]) => number): Evaluate => (columns, count, out) => {
  for (let row = 0; row < count; row++) out[row] = of(...columns.map((column) => column[row] ?? Number.NaN));
};
const named = (names: readonly string[], quantile: (u: number) => number) => names.map((name) => ({ name, quantile }));

describe("the Ishigami function, a = 7 and b = 0.1", () => {
  const ishigami = rowwise((x1 = 0, x2 = 0, x3 = 0) => Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1));
  const found = sobolIndices(ishigami, named(["x1", "x2", "x3"], uniform(-Math.PI, Math.PI)), 16_384, 1);

  it.each([
    { name: "x1", first: 0.3139, total: 0.5576 },
    { name: "x2", first: 0.4424, total: 0.4424 },
    { name: "x3", first: 0, total: 0.2437 },
  ])("$name has first index $first and total index $total", ({ name, first, total }) => {
    const index = found.variables.find((one) => one.name === name);
    expect(Math.abs((index?.first.estimate ?? 9) - first)).toBeLessThan(0.03);
    expect(Math.abs((index?.total.estimate ?? 9) - total)).toBeLessThan(0.03);
    expect((index?.first.low ?? 9) <= first + 0.005 && (index?.first.high ?? -9) >= first - 0.005).toBe(true);
    expect((index?.total.low ?? 9) <= total + 0.005 && (index?.total.high ?? -9) >= total - 0.005).toBe(true);
  });

  it("has mean 3.5 and variance 13.84", () => {
    expect(Math.abs(found.mean - 3.5)).toBeLessThan(0.1);
    expect(Math.abs(found.variance - 13.8446)).toBeLessThan(0.4);
    expect(found).toMatchObject({ rows: 16_384, skipped: 0 });
  });

  it("cannot tell the first index of x3 from none, and says so; all others it can", () => {
    expect(found.variables.map((one) => [one.first.indistinguishable, one.total.indistinguishable])).toEqual([[false, false], [false, false], [true, false]]);
    expect(found.variables.every((one) => one.first.value >= 0 && one.total.value >= 0)).toBe(true);
  });
});

describe("a linear function, whose shares are known", () => {
  // Variances 1, 4, 9 and none: shares 1/14, 4/14, 9/14, 0.
  const linear = rowwise((a = 0, b = 0, c = 0) => 1000 + a + 2 * b - 3 * c);
  const normal = quantileFunction({ kind: "normal", mean: decimal("0"), sd: decimal("1") });
  const found = sobolIndices(linear, named(["a", "b", "c", "idle"], normal), 16_384, 2);

  it.each([{ name: "a", share: 1 / 14 }, { name: "b", share: 4 / 14 }, { name: "c", share: 9 / 14 }])("$name explains $share, alone and in all", ({ name, share }) => {
    const index = found.variables.find((one) => one.name === name);
    expect(Math.abs((index?.first.estimate ?? 9) - share)).toBeLessThan(0.015);
    expect(Math.abs((index?.total.estimate ?? 9) - share)).toBeLessThan(0.015);
    // Nothing is left to both together.
    expect(index?.total.estimate).toBeCloseTo(index?.first.estimate ?? 9, 12);
  });

  it("a variable that does nothing has indices of exactly 0, not told from none", () => {
    const none = { value: 0, estimate: 0, low: 0, high: 0, indistinguishable: true };
    expect(found.variables[3]).toEqual({ name: "idle", first: none, total: none });
  });

  it("95 % intervals hold the true index in about 95 of 100 samples", () => {
    let holds = 0;
    for (let seed = 0; seed < 100; seed++) {
      const index = sobolIndices(linear, named(["a", "b", "c"], normal), 512, seed).variables[2];
      if (index && index.first.low <= 9 / 14 && index.first.high >= 9 / 14) holds++;
      if (index && index.total.low <= 9 / 14 && index.total.high >= 9 / 14) holds++;
    }
    expect(holds).toBeGreaterThanOrEqual(178);
  });
});

describe("a lognormal variable beside two small ones: one rare draw weighs as much as thousands", () => {
  // V(20 e^(0.8 x)) = 400 (e^0.64 - 1) e^0.64 = 680.1; beside it 4 and 1: shares 0.99271, 0.00584, 0.00146.
  const skewed = rowwise((x = 0, y = 0, z = 0) => 20 * Math.exp(0.8 * x) + 2 * y + z);
  const normal = quantileFunction({ kind: "normal", mean: decimal("0"), sd: decimal("1") });

  it("the large index is known to a third of a point at 2,048 rows, whatever the seed", () => {
    for (let seed = 0; seed < 5; seed++) {
      const [x] = sobolIndices(skewed, named(["x", "y", "z"], normal), 2048, seed).variables;
      expect(Math.abs((x?.first.estimate ?? 9) - 0.99271)).toBeLessThan(0.0035);
      expect(Math.abs((x?.total.estimate ?? 9) - 0.99271)).toBeLessThan(0.0035);
    }
  });
});

describe("what holds of every sample", () => {
  it("a variable that does everything has exactly 1, alone and in all", () => {
    const one = { value: 1, estimate: 1, low: 1, high: 1, indistinguishable: false };
    expect(sobolIndices(rowwise((x = 0) => x ** 3), named(["x"], uniform(-1, 2)), 100, 1).variables).toEqual([{ name: "x", first: one, total: one }]);
  });

  it("no first index is above the total one, nor are the ends of their intervals", () => {
    const mixed = rowwise((x = 0, y = 0, z = 0) => x * y + Math.max(0, z - 0.5) * 3 + (x > 0.7 ? 1 : 0) * z);
    for (let seed = 0; seed < 20; seed++) {
      for (const { first, total } of sobolIndices(mixed, named(["x", "y", "z"], uniform(0, 1)), 128, seed).variables) {
        expect([total.estimate - first.estimate, total.low - first.low, total.high - first.high].every((more) => more >= 0)).toBe(true);
      }
    }
  });
});

describe("the sample", () => {
  it("of one variable does not change with another one, and begins as plain draws do", () => {
    const seen: Float64Array[] = [];
    const distribution = { kind: "uniform", low: decimal("0"), high: decimal("1") } as const;
    const keep: Evaluate = (columns, _count, out) => {
      seen.push((columns.at(-1) ?? out).slice());
      out.fill(1);
    };
    sobolIndices(keep, named(["x"], quantileFunction(distribution)), 64, 3);
    sobolIndices(keep, named(["new", "x"], quantileFunction(distribution)), 64, 3);
    // With one variable, A with its column from B is B, and the other way round.
    const [a, b, inA, inB, again, b2] = seen;
    expect(again).toEqual(a);
    expect(b2).toEqual(b);
    expect([inA, inB]).toEqual([b, a]);
    expect(b).not.toEqual(a);
    expect(a).toEqual(drawColumns([{ name: "x", distribution }], [], 3, 64).get("x"));
  });

  it("gives the same indices under the same seed", () => {
    const square = rowwise((x = 0, y = 0) => x * y);
    const run = (seed: number) => sobolIndices(square, named(["x", "y"], uniform(0, 1)), 256, seed);
    expect(run(4)).toEqual(run(4));
    expect(run(4)).not.toEqual(run(5));
  });

  it("leaves out rows without a finite output and counts them", () => {
    const broken = rowwise((x = 0, y = 0) => (x > 0.9 ? Number.POSITIVE_INFINITY : x + y));
    const found = sobolIndices(broken, named(["x", "y"], uniform(0, 1)), 4096, 1);
    // Both samples of x must be up to 0.9: 0.81 of the rows.
    expect(Math.abs(found.skipped / 4096 - 0.19)).toBeLessThan(0.03);
    expect(found.rows + found.skipped).toBe(4096);
    expect(found.variables.every((one) => Number.isFinite(one.first.low) && Number.isFinite(one.total.high))).toBe(true);
  });

  it("an output that does not vary has no indices to speak of", () => {
    const found = sobolIndices(rowwise(() => 7), named(["x"], uniform(0, 1)), 64, 1);
    expect(found).toMatchObject({ mean: 7, variance: 0, variables: [{ first: { value: 0, indistinguishable: true }, total: { value: 0, indistinguishable: true } }] });
    expect(sobolIndices(rowwise(() => Number.POSITIVE_INFINITY), named(["x"], uniform(0, 1)), 64, 1)).toMatchObject({ rows: 0, skipped: 64, variance: 0 });
  });
});
