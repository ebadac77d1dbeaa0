import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaCdf } from "../../../src/analysis/statistics/beta.js";
import { normalCdf } from "../../../src/analysis/statistics/normal.js";
import { meanOf, quantileFunction } from "../../../src/analysis/statistics/quantile-function.js";
import { randomStream } from "../../../src/analysis/statistics/random-stream.js";
import { momentsOf } from "../../../src/analysis/statistics/summary.js";
import type { Distribution } from "../../../src/scenario/distribution.js";
import { decimal, type Decimal, fromDouble } from "../../../src/units/decimal.js";

const d = decimal;
type Of<K extends Distribution["kind"]> = Extract<Distribution, { kind: K }>;

/** A number with few digits, as people state them. */
const stated = (least: number, most: number): fc.Arbitrary<Decimal> => fc.integer({ min: least * 1000, max: most * 1000 }).map((thousandths) => fromDouble(thousandths / 1000));
const rising = (count: number): fc.Arbitrary<Decimal[]> => fc.uniqueArray(fc.integer({ min: -5_000_000, max: 5_000_000 }), { minLength: count, maxLength: count }).map((all) => all.sort((a, b) => a - b).map((value) => fromDouble(value / 100)));
const at = <T>(all: readonly T[], place: number): T => all[place] as T;

const triangularOnes = fc.tuple(rising(3), fc.constantFrom(0, 1, 2)).map(([all, peak]): Of<"triangular"> => ({ kind: "triangular", low: at(all, 0), mode: at(all, peak), high: at(all, 2) }));
const uniformOnes = rising(2).map((all): Of<"uniform"> => ({ kind: "uniform", low: at(all, 0), high: at(all, 1) }));
const normalOnes = fc.tuple(stated(-1000, 1000), stated(1, 100)).map(([mean, sd]): Of<"normal"> => ({ kind: "normal", mean, sd }));
const lognormalOnes = fc.tuple(stated(1, 1000), stated(2, 10)).map(([p10, factor]): Of<"lognormal"> => ({ kind: "lognormal", p10, p90: p10.times(factor) }));
const betaOnes = fc.tuple(stated(1, 20), stated(1, 20), rising(2)).map(([alpha, beta, all]): Of<"beta"> => ({ kind: "beta", alpha, beta, low: at(all, 0), high: at(all, 1) }));
const discreteOnes = fc.array(fc.record({ value: stated(-9, 9), weight: stated(1, 5) }), { minLength: 1, maxLength: 8 }).map((outcomes): Of<"discrete"> => ({ kind: "discrete", outcomes }));
const empiricalOnes = fc.array(stated(-9, 9), { minLength: 1, maxLength: 40 }).map((values): Of<"empirical"> => ({ kind: "empirical", values }));
const anyOne: fc.Arbitrary<Distribution> = fc.oneof(triangularOnes, uniformOnes, normalOnes, lognormalOnes, betaOnes, discreteOnes, empiricalOnes);
const smooth: fc.Arbitrary<Exclude<Distribution, { kind: "discrete" | "empirical" }>> = fc.oneof(triangularOnes, uniformOnes, normalOnes, lognormalOnes, betaOnes);

/** The distribution functions, written down apart from the quantiles. */
function cdf(one: Exclude<Distribution, { kind: "discrete" | "empirical" }>, x: number): number {
  switch (one.kind) {
    case "triangular": {
      const [low, mode, high] = [one.low.toNumber(), one.mode.toNumber(), one.high.toNumber()];
      return x <= mode ? (x - low) ** 2 / ((high - low) * (mode - low)) : 1 - (high - x) ** 2 / ((high - low) * (high - mode));
    }
    case "uniform":
      return (x - one.low.toNumber()) / (one.high.toNumber() - one.low.toNumber());
    case "normal":
      return normalCdf((x - one.mean.toNumber()) / one.sd.toNumber());
    case "lognormal": {
      const [low, high] = [Math.log(one.p10.toNumber()), Math.log(one.p90.toNumber())];
      return normalCdf(1.2815515655446004 * (2 * ((Math.log(x) - low) / (high - low)) - 1));
    }
    case "beta":
      return betaCdf(one.alpha.toNumber(), one.beta.toNumber())((x - one.low.toNumber()) / (one.high.toNumber() - one.low.toNumber()));
  }
}

const inside = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

describe("the quantile function of every distribution", () => {
  it("never falls", () => {
    fc.assert(fc.property(anyOne, fc.array(inside, { minLength: 2, maxLength: 20 }), (one, us) => {
      const values = us.sort((a, b) => a - b).map(quantileFunction(one));
      for (let place = 1; place < values.length; place++) expect(at(values, place) - at(values, place - 1)).toBeGreaterThanOrEqual(-1e-12 * Math.abs(at(values, place)));
    }), { numRuns: 500 });
  });

  it("undoes the distribution function", () => {
    fc.assert(fc.property(smooth, inside, (one, u) => {
      expect(Math.abs(cdf(one, quantileFunction(one)(u)) - u)).toBeLessThan(1e-9);
    }), { numRuns: 1000 });
  });

  it("stays within stated bounds", () => {
    fc.assert(fc.property(fc.oneof(triangularOnes, uniformOnes, betaOnes), fc.double({ min: 1e-16, max: 1 - 2 ** -53, noNaN: true }), (one, u) => {
      const value = quantileFunction(one)(u);
      expect(value >= one.low.toNumber() && value <= one.high.toNumber()).toBe(true);
    }), { numRuns: 1000 });
  });

  it("stays within them where low + (high - low) is above high in doubles", () => {
    const one = { kind: "beta", alpha: d("2"), beta: d("0.01"), low: d("-1"), high: d("0.00000000000000017") } as const;
    expect(-1 + (one.high.toNumber() + 1)).toBeGreaterThan(one.high.toNumber());
    expect(quantileFunction(one)(0.99)).toBe(one.high.toNumber());
  });

  it("has the mean that is stated in closed form: 40,000 draws come within five standard errors", () => {
    const uniforms = new Float64Array(40_000);
    randomStream(3, "means").fill(uniforms, 0, uniforms.length);
    fc.assert(fc.property(anyOne, (one) => {
      const { mean, standardDeviation } = momentsOf(uniforms.map(quantileFunction(one)), uniforms.length);
      expect(Math.abs(mean - meanOf(one))).toBeLessThanOrEqual((5 * standardDeviation) / 200 + 1e-9);
    }), { numRuns: 60 });
  });
});

describe("worked quantiles", () => {
  const cases: readonly { readonly one: Distribution; readonly u: number; readonly value: number; readonly because: string }[] = [
    { one: { kind: "triangular", low: d("0"), mode: d("2"), high: d("10") }, u: 0.2, value: 2, because: "2/10 of the area lies below the mode" },
    { one: { kind: "triangular", low: d("0"), mode: d("2"), high: d("10") }, u: 0.8, value: 6, because: "10 - √(0.2 × 10 × 8)" },
    { one: { kind: "triangular", low: d("1"), mode: d("1"), high: d("5") }, u: 0.75, value: 3, because: "5 - √(0.25 × 4 × 4), the mode at the low end" },
    { one: { kind: "triangular", low: d("1"), mode: d("5"), high: d("5") }, u: 0.25, value: 3, because: "1 + √(0.25 × 4 × 4), the mode at the high end" },
    { one: { kind: "uniform", low: d("10"), high: d("20") }, u: 0.3, value: 13, because: "three tenths of the way" },
    { one: { kind: "normal", mean: d("100"), sd: d("10") }, u: 0.975, value: 119.5996398454005, because: "1.96 standard deviations above" },
    { one: { kind: "beta", alpha: d("1"), beta: d("1"), low: d("2"), high: d("4") }, u: 0.25, value: 2.5, because: "even from 2 to 4" },
    { one: { kind: "lognormal", p10: d("100"), p90: d("900") }, u: 0.5, value: 300, because: "the median is the geometric middle" },
    { one: { kind: "lognormal", p10: d("100"), p90: d("900") }, u: 0.1, value: 100, because: "as stated" },
    { one: { kind: "lognormal", p10: d("100"), p90: d("900") }, u: 0.9, value: 900, because: "as stated" },
  ];
  it.each(cases)("$one.kind at $u is $value: $because", ({ one, u, value }) => expect(Math.abs(quantileFunction(one)(u) / value - 1)).toBeLessThan(1e-14));

  const weighted: Distribution = { kind: "discrete", outcomes: [{ value: d("30"), weight: d("0.7") }, { value: d("10"), weight: d("0.1") }, { value: d("20"), weight: d("0.2") }] };
  const four: Distribution = { kind: "empirical", values: [d("4"), d("1"), d("1"), d("2")] };
  it.each([
    { one: weighted, u: 0.1, value: 10, because: "the share is reached" }, { one: weighted, u: 0.1000001, value: 20, because: "it is passed" },
    { one: weighted, u: 0.3, value: 20, because: "0.1 + 0.2 is 0.3, as decimals add" }, { one: weighted, u: 0.999, value: 30, because: "the rest" },
    { one: four, u: 0.5, value: 1, because: "two of four are 1" }, { one: four, u: 0.51, value: 2, because: "the third of four" }, { one: four, u: 0.76, value: 4, because: "the last" },
  ])("$one.kind at $u is $value: $because", ({ one, u, value }) => expect(quantileFunction(one)(u)).toBe(value));

  it("p10 and p90 of a lognormal are those stated", () => {
    fc.assert(fc.property(lognormalOnes, (one) => {
      expect(Math.abs(quantileFunction(one)(0.1) / one.p10.toNumber() - 1)).toBeLessThan(1e-14);
      expect(Math.abs(quantileFunction(one)(0.9) / one.p90.toNumber() - 1)).toBeLessThan(1e-14);
    }));
  });
});

describe("means in closed form", () => {
  const cases: readonly { readonly one: Distribution; readonly mean: number; readonly because: string }[] = [
    { one: { kind: "triangular", low: d("0"), mode: d("2"), high: d("10") }, mean: 4, because: "12/3" },
    { one: { kind: "uniform", low: d("10"), high: d("20") }, mean: 15, because: "the middle" },
    { one: { kind: "normal", mean: d("-7"), sd: d("3") }, mean: -7, because: "as stated" },
    { one: { kind: "lognormal", p10: d("1"), p90: d("1") }, mean: 1, because: "no spread" },
    { one: { kind: "lognormal", p10: d("1"), p90: d("2.718281828459045") }, mean: Math.exp(0.5 + 0.5 * (1 / (2 * 1.2815515655446004)) ** 2), because: "median e^0.5, sigma 1/(2 × 1.28155)" },
    { one: { kind: "beta", alpha: d("2"), beta: d("6"), low: d("10"), high: d("50") }, mean: 20, because: "10 + 40 × 2/8" },
    { one: { kind: "discrete", outcomes: [{ value: d("10"), weight: d("3") }, { value: d("20"), weight: d("1") }] }, mean: 12.5, because: "(30 + 20)/4" },
    { one: { kind: "empirical", values: [d("1"), d("2"), d("6")] }, mean: 3, because: "9/3" },
  ];
  it.each(cases)("$one.kind has mean $mean: $because", ({ one, mean }) => expect(meanOf(one)).toBeCloseTo(mean, 12));
});
