import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf, normalDensity, normalQuantile } from "../../../src/analysis/statistics/normal.js";

const off = (found: number, expected: number): number => Math.abs(found / expected - 1);

describe("the part of a standard normal distribution below z", () => {
  // To 20 digits, from its definition with 30 digits of precision.
  const cases: readonly (readonly [number, string])[] = [
    [-38, "2.8854283600687843084e-316"], [-20, "2.7536241186062336951e-89"], [-10, "7.619853024160526066e-24"], [-5, "2.8665157187919391167e-7"], [-2.5, "0.006209665325776135167"], [-1, "0.15865525393145705141"],
    [-0.5, "0.30853753872598689636"], [0, "0.5"], [0.3, "0.61791142218895263731"], [0.67, "0.74857110490468988571"], [0.7, "0.75803634777692698525"], [1, "0.84134474606854294859"], [1.96, "0.97500210485177956586"],
    [3, "0.99865010196836990547"], [5.6, "0.99999998928240974169"], [5.7, "0.99999999400962859894"], [8, "0.9999999999999993779"],
  ];
  it.each(cases)("z = %d: %s", (z, expected) => expect(off(normalCdf(z), Number(expected))).toBeLessThan(Number(expected) < 1e-300 ? 1e-7 : 2e-15));

  it("is 0 and 1 at the ends", () => expect([normalCdf(-50), normalCdf(50), normalCdf(Number.NEGATIVE_INFINITY), normalCdf(Number.POSITIVE_INFINITY)]).toEqual([0, 1, 0, 1]));

  it("grows by its density", () => {
    fc.assert(fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (z) => {
      const step = 1e-4;
      expect((normalCdf(z + step) - normalCdf(z - step)) / (2 * step)).toBeCloseTo(normalDensity(z), 8);
    }));
  });
});

describe("the z that a part p stays below", () => {
  const cases: readonly (readonly [number, string])[] = [
    [1e-300, "-37.047096299361199237"], [1e-20, "-9.2623400897984075737"], [1e-10, "-6.3613409024040562047"], [1e-5, "-4.2648907939228246285"], [0.001, "-3.0902323061678135415"], [0.025, "-1.9599639845400542355"],
    [0.05, "-1.6448536269514727149"], [0.1, "-1.281551565544600467"], [0.25, "-0.6744897501960817432"], [0.6, "0.2533471031357997988"], [0.9, "1.281551565544600467"], [0.95, "1.6448536269514727149"],
    [0.975, "1.9599639845400542355"], [0.99, "2.3263478740408411009"], [0.995, "2.575829303548900761"], [0.9999, "3.7190164854556805644"],
  ];
  // At 0.9999 the double itself is off by 1e-16 / density.
  it.each(cases)("p = %d: %s", (p, expected) => expect(off(normalQuantile(p), Number(expected))).toBeLessThan(p > 0.999 ? 1e-13 : 2e-15));

  it("is 0 at one half and infinite at 0 and 1", () => expect([normalQuantile(0.5), normalQuantile(0), normalQuantile(1)]).toEqual([0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]));

  it("undoes the part below", () => {
    fc.assert(fc.property(fc.double({ min: 1e-300, max: 0.5, noNaN: true }), (p) => { expect(off(normalCdf(normalQuantile(p)), p)).toBeLessThan(1e-12); }), { numRuns: 2000 });
  });

  it("is symmetric", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 20 - 1 }), (part) => { expect(normalQuantile(part / 2 ** 20) + normalQuantile(1 - part / 2 ** 20)).toBe(0); }));
  });
});
