import { describe, expect, it } from "vitest";
import { agrees, claimedAmount } from "../../../src/analysis/claims/claimed-amount.js";
import { decimal, plain } from "../../../src/units/decimal.js";

const CASES = [
  { text: "275", value: "275", low: "274.5", high: "275.5", kind: "exact", because: "half a unit of the last digit" },
  { text: "$1,350.00", value: "1350", low: "1349.995", high: "1350.005", kind: "exact", because: "printed to the cent" },
  { text: "0.0150", value: "0.015", low: "0.01495", high: "0.01505", kind: "exact", because: "four decimals are printed" },
  { text: "~$1,500", value: "1500", low: "1450", high: "1550", kind: "about", because: "the last digit that is not zero counts hundreds" },
  { text: "about 80", value: "80", low: "75", high: "85", kind: "about", because: "the 8 counts tens" },
  { text: "≈ $22", value: "22", low: "21.5", high: "22.5", kind: "about", because: "the last 2 counts ones" },
  { text: "$0.13M", value: "130000", low: "125000", high: "135000", kind: "exact", because: "hundredths of a million" },
  { text: "5k", value: "5000", low: "4500", high: "5500", kind: "exact", because: "whole thousands" },
  { text: "500-1,000", value: "750", low: "500", high: "1000", kind: "range", because: "everything between the ends agrees" },
  { text: "$50–$500", value: "275", low: "50", high: "500", kind: "range", because: "with a dash and signs" },
  { text: "1-2k", value: "1500", low: "1000", high: "2000", kind: "range", because: "the letter stands for both ends" },
  { text: "Free", value: "0", low: "0", high: "0", kind: "exact", because: "nothing at all" },
] as const;

describe.each(CASES)("$text", ({ text, value, low, high, kind, because }) => {
  it(`is ${value}, from ${low} to ${high}: ${because}`, () => {
    const amount = claimedAmount(text);
    expect(amount && { value: plain(amount.value), low: plain(amount.low), high: plain(amount.high), kind: amount.kind }).toEqual({ value, low, high, kind });
  });
});

it.each(["", "ten", "1,5", "12.", "2-1", "-5", "$", "1e3", "€5", "5%"])("%j is no figure", (text) => {
  expect(claimedAmount(text)).toBeUndefined();
});

it("the bounds of a figure agree with it", () => {
  const amount = claimedAmount("275");
  const among = (text: string): boolean | undefined => amount && agrees(amount, decimal(text));
  expect(["274.499", "274.5", "275.5", "275.501"].map(among)).toEqual([false, true, true, false]);
});
