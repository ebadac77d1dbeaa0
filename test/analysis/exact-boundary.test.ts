import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactBoundary } from "../../src/analysis/exact-boundary.js";
import { firstChange } from "../../src/analysis/first-change.js";
import { type Decimal, decimal, whole } from "../../src/units/decimal.js";

describe("a boundary between whole numbers", () => {
  it("is found from any guess, upwards and downwards", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: -10, max: 100_010 }), fc.boolean(), (at, guess, up) => {
      const sign = up ? 1 : -1;
      expect(exactBoundary(0, 100_000 * sign, guess * sign, (k) => k * sign >= at)).toBe(at * sign);
    }));
  });

  it("costs two questions after a good guess", () => {
    let asked = 0;
    expect(exactBoundary(0, 1_000_000, 5000, (k) => { asked++; return k >= 5000; })).toBe(5000);
    expect(asked).toBe(2);
  });

  it("costs one when the guess is what is known to hold already", () => {
    let asked = 0;
    expect(exactBoundary(0, 5000, 5000, (k) => { asked++; return k >= 5000; })).toBe(5000);
    expect(asked).toBe(1);
  });

  it("is a true one also where the property changes more than once", () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 7 }).filter((all) => all.length % 2 === 1), fc.integer({ min: 1, max: 999 }), (changes, guess) => {
      const holds = (k: number): boolean => changes.filter((at) => at <= k).length % 2 === 1;
      expect(changes).toContain(exactBoundary(0, 1000, guess, holds));
    }));
  });
});

describe("the first value at which something holds", () => {
  const search = (from: string, to: string, counted: boolean, at: string) => {
    const [up, bound] = [decimal(to).gt(decimal(from)), decimal(at)];
    const holds = (value: Decimal): boolean => (up ? value.gte(bound) : value.lte(bound));
    return firstChange({ from: decimal(from), to: decimal(to), counted, seems: (values) => Array.from(values, (value) => (up ? value >= bound.toNumber() : value <= bound.toNumber())), holds });
  };
  const cases = [
    { says: "users, upwards", from: "100000", to: "150000", counted: true, at: "109504", before: "109503", found: "109504" },
    { says: "users, downwards", from: "100000", to: "50000", counted: true, at: "62111.5", before: "62112", found: "62111" },
    { says: "a share, to the sixth digit", from: "0", to: "0.1", counted: false, at: "0.04569631", before: "0.0456963", found: "0.0456964" },
    { says: "an amount, downwards, to the sixth digit", from: "525", to: "262.5", counted: false, at: "482.3384", before: "482.339", found: "482.338" },
    { says: "the end of the range itself", from: "0.9", to: "1", counted: false, at: "1", before: "0.99999", found: "1" },
    { says: "a value beyond which nothing is left", from: "8", to: "0", counted: false, at: "0", before: "0.00001", found: "0" },
  ];
  it.each(cases)("$says", ({ from, to, counted, at, before, found }) => {
    const change = search(from, to, counted, at);
    expect([change?.before.toFixed(), change?.at.toFixed()]).toEqual([before, found]);
  });

  it("is none where it never holds, and none where doubles see what is not there", () => {
    expect(search("0", "10", false, "11")).toBeUndefined();
    expect(firstChange({ from: whole(0), to: whole(10), counted: true, seems: (values) => Array.from(values, () => true), holds: () => false })).toBeUndefined();
  });
});
