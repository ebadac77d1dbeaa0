import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DrawnVariable, drawColumns, drawPlan } from "../../../src/analysis/statistics/correlated-draws.js";
import { type Correlation, correlationFlaw, isPositiveDefinite } from "../../../src/analysis/statistics/correlation.js";
import { decimal } from "../../../src/units/decimal.js";

const uniform = (name: string): DrawnVariable => ({ name, distribution: { kind: "uniform", low: decimal("0"), high: decimal("1") } });
const normal = (name: string): DrawnVariable => ({ name, distribution: { kind: "normal", mean: decimal("5"), sd: decimal("2") } });
const lognormal = (name: string): DrawnVariable => ({ name, distribution: { kind: "lognormal", p10: decimal("1"), p90: decimal("9") } });
const tie = (left: string, right: string, rho: number): Correlation => ({ left, right, rho });
const column = (columns: ReadonlyMap<string, Float64Array>, name: string): Float64Array => columns.get(name) ?? new Float64Array(0);

function correlation(left: Float64Array, right: Float64Array): number {
  const centred = (of: Float64Array): Float64Array => {
    const mean = of.reduce((sum, value) => sum + value, 0) / of.length;
    return of.map((value) => value - mean);
  };
  const [a, b] = [centred(left), centred(right)];
  const product = (one: Float64Array, two: Float64Array): number => one.reduce((sum, value, row) => sum + value * (two[row] ?? 0), 0);
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

describe("draw number i is the same whatever is drawn around it", () => {
  const variables = [uniform("a"), normal("b"), lognormal("c"), normal("d")];
  const ties = [tie("b", "c", 0.7), tie("c", "d", -0.3)];

  it("in blocks of any size, from any place", () => {
    const all = drawColumns(variables, ties, 9, 500);
    const plan = drawPlan(variables, ties, 9);
    fc.assert(fc.property(fc.nat(499), fc.integer({ min: 1, max: 200 }), (from, most) => {
      const count = Math.min(most, 500 - from);
      const block = variables.map(() => new Float64Array(200));
      plan.drawBlock(from, count, block);
      block.forEach((values, place) => {
        expect(values.subarray(0, count)).toEqual(column(all, plan.names[place] ?? "").subarray(from, from + count));
        expect(values.subarray(count).every((value) => value === 0)).toBe(true);
      });
    }));
  });

  it("with one more variable, uncorrelated or tied to them after them", () => {
    const before = drawColumns(variables, ties, 9, 100);
    for (const [more, all] of [[[uniform("new"), ...variables], ties], [[...variables, normal("new")], [...ties, tie("new", "b", 0.5)]]] as const) {
      const after = drawColumns(more, all, 9, 100);
      for (const { name } of variables) expect(column(after, name)).toEqual(column(before, name));
    }
  });

  it("with a correlation more, for all but the later of the two", () => {
    const before = drawColumns(variables, [], 9, 100);
    const after = drawColumns(variables, [tie("d", "b", 0.9)], 9, 100);
    for (const name of ["a", "b", "c"]) expect(column(after, name)).toEqual(column(before, name));
    expect(column(after, "d")).not.toEqual(column(before, "d"));
    expect(drawColumns(variables, [tie("d", "b", 0)], 9, 100)).toEqual(before);
  });

  it("and another one under another seed", () => {
    expect(column(drawColumns(variables, [], 1, 5), "a")).not.toEqual(column(drawColumns(variables, [], 2, 5), "a"));
  });
});

describe("correlated draws", () => {
  const names = ["a", "b", "c", "free"];
  const ties = [tie("a", "b", 0.8), tie("b", "c", -0.5), tie("c", "a", 0)];
  const count = 50_000;

  it("of normals have the stated correlation, and none where none is stated", () => {
    const drawn = drawColumns(names.map(normal), ties, 4, count);
    const found = (left: string, right: string): number => correlation(column(drawn, left), column(drawn, right));
    // Four standard errors are 0.018 at most.
    expect(Math.abs(found("a", "b") - 0.8)).toBeLessThan(0.018);
    expect(Math.abs(found("b", "c") + 0.5)).toBeLessThan(0.018);
    expect(Math.abs(found("a", "c"))).toBeLessThan(0.018);
    expect(Math.abs(found("a", "free"))).toBeLessThan(0.018);
  });

  it("of any distributions have Spearman's 6/π asin(rho/2)", () => {
    const ranks = drawColumns(names.map(uniform), ties, 4, count);
    expect(Math.abs(correlation(column(ranks, "a"), column(ranks, "b")) - (6 / Math.PI) * Math.asin(0.4))).toBeLessThan(0.018);
    expect(Math.abs(correlation(column(ranks, "b"), column(ranks, "c")) - (6 / Math.PI) * Math.asin(-0.25))).toBeLessThan(0.018);
  });

  it("keep their own distribution", () => {
    for (const values of drawColumns(names.map(uniform), ties, 4, count).values()) {
      const counts = new Float64Array(20);
      for (const value of values) counts[Math.floor(20 * value)] = (counts[Math.floor(20 * value)] ?? 0) + 1;
      // 19 degrees of freedom: below 44 in all but 1 in 1,000.
      expect(counts.reduce((sum, found) => sum + (found - count / 20) ** 2 / (count / 20), 0)).toBeLessThan(44);
    }
  });
});

describe("bounds of a variable", () => {
  it("take values back, and whole ones are rounded first", () => {
    const { distribution } = normal("n");
    const bounded = column(drawColumns([{ name: "n", distribution, least: 3.5, most: 7, integer: true }], [], 1, 2000), "n");
    const free = column(drawColumns([{ name: "n", distribution }], [], 1, 2000), "n");
    free.forEach((value, row) => {
      expect(bounded[row]).toBe(Math.min(7, Math.max(3.5, Math.round(value))));
    });
    expect(new Set(bounded)).toEqual(new Set([3.5, 4, 5, 6, 7]));
  });

  it("leave no -0", () => {
    const distribution = { kind: "uniform", low: decimal("-0.4"), high: decimal("0.4") } as const;
    expect(column(drawColumns([{ name: "n", distribution, integer: true }], [], 1, 50), "n").every((value) => Object.is(value, 0))).toBe(true);
  });
});

describe("correlations that cannot hold together", () => {
  const names = ["a", "b", "c", "d"];
  const cases = [
    { ties: [tie("a", "b", 0.9), tie("b", "c", 0.9), tie("a", "c", -0.9)], flaw: { kind: "not-positive-definite", names: ["a", "b", "c"], shrunk: 0.55 }, because: "1 - 3x² - 2x³ is 0 at x = 0.5, which is 0.9 × 0.555" },
    { ties: [tie("a", "b", 0.9), tie("a", "c", 0.9)], flaw: { kind: "not-positive-definite", names: ["a", "b", "c"], shrunk: 0.78 }, because: "b and c unrelated: 2x² is 1 at 0.707, which is 0.9 × 0.785" },
    { ties: [tie("a", "x", 0.1)], flaw: { kind: "unknown-name", name: "x", known: names }, because: "no such variable" },
    { ties: [tie("a", "a", 0.1)], flaw: { kind: "with-itself", name: "a" }, because: "one variable" },
    { ties: [tie("a", "b", 0.1), tie("b", "a", 0.2)], flaw: { kind: "stated-twice", left: "b", right: "a" }, because: "the same pair" },
    { ties: [tie("a", "b", 1)], flaw: { kind: "out-of-range", left: "a", right: "b", rho: 1 }, because: "one would be the other" },
  ];
  it.each(cases)("$ties: $because", ({ ties, flaw }) => {
    expect(correlationFlaw(names, ties)).toEqual(flaw);
    expect(isPositiveDefinite(names, ties)).toBe(false);
    expect(() => drawColumns(names.map(uniform), ties, 1, 1)).toThrow(RangeError);
  });

  it("do so when shrunk as far as stated, and not much less", () => {
    const rho = fc.integer({ min: -99, max: 99 }).map((hundredths) => hundredths / 100);
    fc.assert(fc.property(fc.array(rho, { minLength: 6, maxLength: 6 }), (rhos) => {
      const pairs = [["a", "b"], ["a", "c"], ["a", "d"], ["b", "c"], ["b", "d"], ["c", "d"]] as const;
      const ties = (factor: number): readonly Correlation[] => pairs.map(([left, right], place) => tie(left, right, (rhos[place] ?? 0) * factor));
      const flaw = correlationFlaw(names, ties(1));
      if (flaw?.kind !== "not-positive-definite") {
        expect(flaw).toBeUndefined();
        return;
      }
      expect(isPositiveDefinite(names, ties(flaw.shrunk - 1e-9))).toBe(true);
      expect(flaw.shrunk === 0.99 || !isPositiveDefinite(names, ties(flaw.shrunk + 0.0101))).toBe(true);
    }));
  });

  it("are found in every group, and variables of one name are refused", () => {
    expect(correlationFlaw([...names, "e"], [tie("a", "b", 0.5), ...[tie("c", "d", 0.9), tie("d", "e", 0.9), tie("c", "e", -0.9)]])).toMatchObject({ names: ["c", "d", "e"] });
    expect(() => drawPlan([uniform("a"), normal("a")], [], 1)).toThrow(RangeError);
  });
});

it("100,000 draws of ten variables take no more than seconds", () => {
  const variables = Array.from({ length: 10 }, (_, place) => (place % 2 === 0 ? lognormal(`v${place}`) : normal(`v${place}`)));
  const start = performance.now();
  drawColumns(variables, [tie("v1", "v2", 0.5), tie("v2", "v3", 0.3)], 1, 100_000);
  expect(performance.now() - start).toBeLessThan(3000);
});
