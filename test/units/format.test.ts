import { describe, expect, it } from "vitest";
import { decimal } from "../../src/units/decimal.js";
import { formatCount, formatNumber, formatUsd, formatUsdShort } from "../../src/units/format.js";
import { unitWord } from "../../src/units/unit.js";

describe("dollars as people read them", () => {
  const cases = [
    { value: "1350", text: "$1,350.00", because: "two cents always stand" },
    { value: "0", text: "$0.00", because: "nothing is an amount too" },
    { value: "0.004", text: "$0.00", because: "below half a cent" },
    { value: "0.005", text: "$0.00", because: "half to even: 0 is even" },
    { value: "0.015", text: "$0.02", because: "half to even: 2 is even" },
    { value: "0.025", text: "$0.02", because: "half to even: 2 is even" },
    { value: "999.995", text: "$1,000.00", because: "half to even: the last digit 9 is odd; a rounded amount gains its separator" },
    { value: "1234567.891", text: "$1,234,567.89", because: "separators at every three digits" },
    { value: "-5", text: "-$5.00", because: "the sign stands before the dollar" },
    { value: "-0.001", text: "$0.00", because: "what rounds to nothing has no sign" },
    { value: "-0.005", text: "$0.00", because: "half to even: 0 is even, and 0 has no sign" },
    { value: "-0.006", text: "-$0.01", because: "the least negative amount that shows" },
    { value: "-1000", text: "-$1,000.00", because: "zeros after a digit are no zero" },
    { value: "100000000000000000000", text: "$100,000,000,000,000,000,000.00", because: "never an exponent" },
  ];
  it.each(cases)("$value is $text: $because", ({ value, text }) => {
    expect(formatUsd(decimal(value))).toBe(text);
  });
  it("a rate shows as many digits as asked for", () => {
    expect(formatUsd(decimal("0.0055"), 4)).toBe("$0.0055");
  });
  it("tables show no cents from 100 dollars on", () => {
    expect(formatUsdShort(decimal("99.994"))).toBe("$99.99");
    expect(formatUsdShort(decimal("100.4"))).toBe("$100");
    expect(formatUsdShort(decimal("-250.6"))).toBe("-$251");
    expect(formatUsdShort(decimal("-0.004"))).toBe("$0.00");
  });
});

describe("numbers as people read them", () => {
  const cases = [
    { value: "1000", text: "1,000" },
    { value: "999", text: "999" },
    { value: "1000.5", text: "1,000.5" },
    { value: "0.123456789", text: "0.123457" },
    { value: "0.0000001", text: "0" },
    { value: "-1234.50", text: "-1,234.5" },
    { value: "-0.0000001", text: "0" },
    { value: "-0.1", text: "-0.1" },
    { value: "1234567.000100", text: "1,234,567.0001" },
  ];
  it.each(cases)("$value is $text", ({ value, text }) => {
    expect(formatNumber(decimal(value))).toBe(text);
  });
});

describe("user counts on axes", () => {
  const cases = [
    { value: "950", text: "950" },
    { value: "50000", text: "50k" },
    { value: "2500000", text: "2.5M" },
    { value: "1000000", text: "1M" },
    { value: "1250", text: "1.25k" },
    { value: "999999", text: "999.999k" },
  ];
  it.each(cases)("$value users are $text", ({ value, text }) => {
    expect(formatCount(decimal(value))).toBe(text);
  });
});

describe("a unit after its number", () => {
  const cases = [
    { unit: "request", value: "1", word: "request" },
    { unit: "request", value: "2", word: "requests" },
    { unit: "request", value: "0", word: "requests" },
    { unit: "GB-month", value: "3", word: "GB-months" },
    { unit: "MAU", value: "4", word: "MAU" },
    { unit: "one", value: "5", word: "" },
    { unit: "sign-in per MAU", value: "8", word: "sign-ins per MAU" },
  ];
  it.each(cases)("$value of $unit is written \"$word\"", ({ unit, value, word }) => {
    expect(unitWord(unit, decimal(value))).toBe(word);
  });
});
