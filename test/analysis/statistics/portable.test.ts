import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exp } from "../../../src/analysis/statistics/exponential.js";
import { log, log1p } from "../../../src/analysis/statistics/logarithm.js";
import { sourceFiles } from "../../support/source.js";

/** Within so many units in the last place. */
const near = (found: number, expected: number, units: number): void => {
  expect(Math.abs(found - expected), `${found} for ${expected}`).toBeLessThanOrEqual(units * Math.max(Number.MIN_VALUE, Math.abs(expected) * 2 ** -52));
};

it("statistics use no function that may differ between JavaScript engines", () => {
  const files = sourceFiles().filter((file) => file.path.startsWith("analysis/statistics/"));
  expect(files.length).toBeGreaterThan(15);
  const loose = files.filter((file) => /\bMath\.(?!(?:abs|ceil|floor|imul|max|min|round|sqrt|LOG2E)\b)|\*\*|\btoLocale/.test(file.code));
  expect(loose.map((file) => `src/${file.path} uses a function that engines may round differently: take exp and log from this room`)).toEqual([]);
});

describe("the exponential", () => {
  const cases: readonly (readonly [number, string])[] = [
    [0, "1"], [1e-300, "1"], [1e-9, "1.0000000010000000005"], [0.1, "1.1051709180756476248"], [0.5, "1.6487212707001281468"], [1, "2.7182818284590452354"], [2, "7.3890560989306502272"],
    [10, "22026.465794806716517"], [700, "1.0142320547350045095e304"], [-700, "9.8596765437597708567e-305"], [709.7, "1.6549840276802644e308"], [-745.13, "5e-324"],
  ];
  it.each(cases)("of %d is %s", (x, expected) => near(exp(x), Number(expected), 1));

  it("ends at 0 and Infinity", () => {
    expect([exp(-746), exp(710), exp(Number.NEGATIVE_INFINITY), exp(Number.POSITIVE_INFINITY), exp(Number.NaN)]).toEqual([0, Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, Number.NaN]);
  });

  it("is the engine's own to two units in the last place", () => {
    fc.assert(fc.property(fc.double({ min: -745, max: 709, noNaN: true }), (x) => { near(exp(x), Math.exp(x), 2); }), { numRuns: 2000 });
  });
});

describe("the logarithm", () => {
  const cases: readonly (readonly [number, string])[] = [
    [1, "0"], [2, "0.69314718055994530942"], [10, "2.302585092994045684"], [0.1, "-2.302585092994045684"], [0.7, "-0.35667494393873237891"], [1e300, "690.77552789821370521"],
    [1e-310, "-713.80137882815416205"], [5e-324, "-744.4400719213812103"], [0, "-Infinity"], [Number.POSITIVE_INFINITY, "Infinity"],
  ];
  it.each(cases)("of %d is %s", (x, expected) => (Number.isFinite(Number(expected)) ? near(log(x), Number(expected), 2) : expect(log(x)).toBe(Number(expected))));

  it("is the engine's own to two units in the last place", () => {
    const positive = fc.oneof(fc.double({ min: 5e-324, max: 1.7e308, noNaN: true }), fc.double({ min: 0.5, max: 2, noNaN: true }));
    fc.assert(fc.property(positive, (x) => { near(log(x), Math.log(x), 2); }), { numRuns: 2000 });
  });

  it("does not exist below 0", () => expect([log(-1), log(Number.NaN)]).toEqual([Number.NaN, Number.NaN]));

  it("of 1 + x keeps its places for small x", () => {
    fc.assert(fc.property(fc.double({ min: -0.9, max: 10, noNaN: true }), (x) => { near(log1p(x), Math.log1p(x), 4); }), { numRuns: 2000 });
    expect(log1p(1e-20)).toBe(1e-20);
  });
});
