import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaCdf, betaQuantile } from "../../../src/analysis/statistics/beta.js";
import { binet } from "../../../src/analysis/statistics/binet.js";

const off = (found: number, expected: number): number => Math.abs(found / expected - 1);

describe("Binet's function", () => {
  const cases: readonly (readonly [number, string])[] = [[0.1, "0.512740081331914944"], [1, "0.0810614667953272582"], [5, "0.0166446911898211922"], [12, "0.00694284010720952987"], [1000, "8.33333305555563492e-5"]];
  it.each(cases)("at %d is %s", (z, expected) => expect(Math.abs(binet(z) - Number(expected))).toBeLessThan(2e-15));
});

describe("the part of a beta distribution below x", () => {
  const cases = [
    { alpha: 2, beta: 5, x: 0.5, below: 0.890625, because: "1 - 6 (1/2)^5 + 5 (1/2)^6 = 57/64" },
    { alpha: 2, beta: 5, x: 0.1, below: 0.114265, because: "1 - 6 0.9^5 + 5 0.9^6" },
    { alpha: 0.5, beta: 0.5, x: 0.2, below: 0.29516723530086653, because: "2/π asin(√0.2)" },
    { alpha: 10, beta: 3, x: 0.7, below: 0.252815347855, because: "a polynomial in 0.7" },
    { alpha: 300, beta: 400, x: 0.45, below: 0.8738250286734266, because: "30 digits of the integral" },
    { alpha: 3, beta: 4, x: 0, below: 0, because: "the lower end" },
    { alpha: 3, beta: 4, x: 1, below: 1, because: "the upper end" },
  ];
  it.each(cases)("Beta($alpha, $beta) below $x: $because", ({ alpha, beta, x, below }) => expect(Math.abs(betaCdf(alpha, beta)(x) - below)).toBeLessThan(1e-14));
});

describe("the quantile of a beta distribution", () => {
  // Found by halving the integral's bounds with 30 digits.
  const cases: readonly (readonly [number, number, number, string])[] = [
    [2, 5, 0.5, "0.264449983295659962"], [2, 5, 0.1, "0.0925952589131287492"], [2, 5, 0.9, "0.510316306551491644"], [5, 2, 0.5, "0.735550016704340038"], [8, 8, 0.25, "0.414989471908331662"], [20, 30, 0.975, "0.537614509079770497"],
    [0.5, 3, 0.01, "2.84455232887352449e-5"], [200, 3000, 0.5, "0.0624088648870283529"], [0.1, 0.2, 0.4, "0.00459712796127940282"], [1.5, 2.5, 1e-9, "4.42670806074520821e-7"], [3, 0.5, 0.999, "0.999999715555447677"],
  ];
  it.each(cases)("Beta(%d, %d) at %d is %s", (alpha, beta, u, expected) => expect(off(betaQuantile(alpha, beta)(u), Number(expected))).toBeLessThan(2e-13));

  const inside = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
  it.each([
    { says: "even: Beta(1, 1)", alpha: 1, beta: 1, closed: (u: number) => u },
    { says: "arcsine: Beta(1/2, 1/2) is sin²(πu/2)", alpha: 0.5, beta: 0.5, closed: (u: number) => Math.sin((Math.PI * u) / 2) ** 2 },
    { says: "a power: Beta(3, 1) is the cube root", alpha: 3, beta: 1, closed: (u: number) => Math.cbrt(u) },
    { says: "a power from above: Beta(1, 4)", alpha: 1, beta: 4, closed: (u: number) => -Math.expm1(Math.log1p(-u) / 4) },
  ])("has the closed form of $says", ({ alpha, beta, closed }) => {
    const quantile = betaQuantile(alpha, beta);
    fc.assert(fc.property(inside, (u) => { expect(off(quantile(u), closed(u))).toBeLessThan(1e-12); }), { numRuns: 1000 });
  });

  const shape = fc.oneof(fc.double({ min: 0.2, max: 5, noNaN: true }), fc.double({ min: 5, max: 2000, noNaN: true }));
  it("undoes the part below, for any shapes", () => {
    fc.assert(fc.property(shape, shape, fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (alpha, beta, u) => {
      const x = betaQuantile(alpha, beta)(u);
      // So near to 1 doubles are too far apart to tell.
      if (x < 1 - 1e-6) expect(off(betaCdf(alpha, beta)(x), u)).toBeLessThan(1e-9);
    }), { numRuns: 150 });
  });

  it("never falls, and is the mirror image under exchanged shapes", () => {
    fc.assert(fc.property(shape, shape, fc.array(inside, { minLength: 2, maxLength: 30 }), (alpha, beta, us) => {
      const [quantile, mirror] = [betaQuantile(alpha, beta), betaQuantile(beta, alpha)];
      const values = us.sort((a, b) => a - b).map(quantile);
      values.forEach((value, index) => {
        expect(value).toBeGreaterThanOrEqual((values[index - 1] ?? 0) * (1 - 1e-12));
        expect(Math.abs(value - (1 - mirror(1 - (us[index] ?? 0))))).toBeLessThan(1e-6);
      });
    }), { numRuns: 60 });
  });

  it("holds for shapes so large or small that others give up", () => {
    // Of 10^6 and 10^6 the median is 1/2; ten standard deviations of 1/2828 hold all.
    expect(off(betaQuantile(1e6, 1e6)(0.5), 0.5)).toBeLessThan(1e-12);
    // 1.281551565544600 standard deviations, to the next term of the expansion.
    expect(betaQuantile(1e6, 1e6)(0.9)).toBeCloseTo(0.5 + 1.2815515655446 * Math.sqrt(1 / (4 * (2e6 + 1))), 9);
    // u = F(x) ~ x^0.01 / (0.01 B): 3.7e-201, whose digits are those of ln u × 100.
    expect(off(betaQuantile(0.01, 2)(0.01), 3.697112123291e-201)).toBeLessThan(1e-12);
    expect([betaQuantile(0.01, 2)(1e-9), betaQuantile(2, 0.01)(0.99), betaQuantile(2, 3)(0), betaQuantile(2, 3)(1)]).toEqual([0, 1, 0, 1]);
  });
});
