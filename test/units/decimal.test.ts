import fc from "fast-check";
import { Decimal as DecimalJs } from "decimal.js";
import { describe, expect, it } from "vitest";
import { ceilTo, decimal, largest, plain, smallest, sum, truncatedShare, whole } from "../../src/units/decimal.js";

describe("a decimal is parsed from plain notation only", () => {
  const refused = [
    { text: "", because: "nothing is not 0" },
    { text: " 1", because: "a space is not a digit" },
    { text: "1 ", because: "a space is not a digit" },
    { text: "1e400", because: "exponents hide the size of a price" },
    { text: "1E2", because: "exponents hide the size of a price" },
    { text: "0x10", because: "hexadecimal is not a price" },
    { text: "NaN", because: "not a number" },
    { text: "Infinity", because: "not a number that can be billed" },
    { text: "1,000", because: "a separator means a thousand here and one there" },
    { text: "+1", because: "a plus sign is not in any source" },
    { text: "--1", because: "two signs" },
    { text: ".5", because: "a digit must stand before the point" },
    { text: "5.", because: "a digit must stand behind the point" },
    { text: "1.2.3", because: "two points" },
    { text: "١٢", because: "digits of another script" },
    { text: "1\n", because: "a line end is not a digit" },
    { text: "1".repeat(31), because: "31 digits before the point: above what 50 digits can keep exact" },
    { text: `0.${"1".repeat(31)}`, because: "31 digits behind the point" },
    { text: "007", because: "a zero before other digits" },
    { text: "000", because: "what a comma left of 50,000" },
  ];
  it.each(refused)("$text is refused: $because", ({ text }) => {
    expect(() => decimal(text)).toThrow(RangeError);
  });

  const accepted = [
    { text: "0.0055", as: "0.0055" },
    { text: "0.0000000309", as: "0.0000000309" },
    { text: "-5", as: "-5" },
    { text: "1.50", as: "1.5" },
    { text: "9".repeat(30), as: "9".repeat(30) },
    { text: `0.${"0".repeat(29)}1`, as: `0.${"0".repeat(29)}1` },
  ];
  it.each(accepted)("$text is read as $as", ({ text, as }) => {
    expect(plain(decimal(text))).toBe(as);
  });
});

describe("decimals keep their digits", () => {
  it("50,000 users at 0.0055 are 275 dollars", () => {
    expect(plain(decimal("0.0055").times(decimal("50000")))).toBe("275");
  });
  it("a tenth and two tenths are three tenths", () => {
    expect(plain(decimal("0.1").plus(decimal("0.2")))).toBe("0.3");
  });
  it("a product of 20 by 20 digits keeps all 40", () => {
    // (10^20 - 1)^2 = 10^40 - 2 * 10^20 + 1
    expect(plain(decimal("9".repeat(20)).times(decimal("9".repeat(20))))).toBe(`${"9".repeat(19)}8${"0".repeat(19)}1`);
  });
  it("a very small and a very large value are written without an exponent", () => {
    expect(plain(decimal("0.000000000000000000000000000001").times(decimal("0.001")))).toBe(`0.${"0".repeat(32)}1`);
    expect(decimal("1".padEnd(30, "0")).times(decimal("1000")).toString()).toBe("1".padEnd(33, "0"));
  });
  it("another user of decimal.js cannot change the precision", () => {
    DecimalJs.set({ precision: 3 });
    expect(plain(decimal("123456").times(decimal("7")))).toBe("864192");
    DecimalJs.set({ defaults: true });
  });
  it("every plain decimal survives being written and read again", () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 30n) + 1n, max: 10n ** 30n - 1n }), fc.stringMatching(/^\d{1,30}$/), (left, right) => {
      const value = decimal(`${left}.${right}`);
      expect(decimal(plain(value)).eq(value)).toBe(true);
      expect(plain(value)).not.toMatch(/e/i);
    }));
  });
});

describe("rounding up to steps", () => {
  const cases = [
    { value: "0", step: "1", result: "0", because: "nothing needs no step" },
    { value: "1024", step: "1024", result: "1024", because: "an exact multiple stays" },
    { value: "1025", step: "1024", result: "2048", because: "one byte more starts a step" },
    { value: "0.3", step: "0.1", result: "0.3", because: "exact where a double says 0.1 x 3 > 0.3" },
    { value: "3.0000000000000000000000000001", step: "1", result: "4", because: "however little is above" },
    { value: "2.9999999999999999999999999999", step: "1", result: "3", because: "however little is missing" },
    { value: "250000", step: "100000", result: "300000", because: "three started packages" },
  ];
  it.each(cases)("$value in steps of $step is $result: $because", ({ value, step, result }) => {
    expect(plain(ceilTo(decimal(value), decimal(step)))).toBe(result);
  });
});

describe("small helpers on decimals", () => {
  it("the empty sum is 0 and a sum is exact", () => {
    expect(plain(sum([]))).toBe("0");
    expect(plain(sum(["0.1", "0.2", "0.3"].map(decimal)))).toBe("0.6");
  });
  it("the smallest and the largest of several are found by value", () => {
    expect(plain(smallest([decimal("10"), decimal("9"), decimal("9.5")]))).toBe("9");
    expect(plain(largest([decimal("10"), decimal("9"), decimal("10.5")]))).toBe("10.5");
  });
  it("a share that does not end is cut, never rounded up", () => {
    expect(plain(truncatedShare(decimal("2"), decimal("1"), decimal("3")))).toBe(`0.${"6".repeat(24)}`);
  });
  it("only whole numbers within the safe range count", () => {
    expect(plain(whole(2 ** 30))).toBe("1073741824");
    expect(() => whole(0.5)).toThrow(RangeError);
    expect(() => whole(2 ** 53)).toThrow(RangeError);
  });
});
