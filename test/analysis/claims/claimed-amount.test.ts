import { describe, expect, it } from "vitest";
import { agrees, claimedAmount, figureProblem } from "../../../src/analysis/claims/claimed-amount.js";
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
  { text: "$1,000 to $2,000", value: "1500", low: "1000", high: "2000", kind: "range", because: "in words" },
  { text: "between 500 and 1,000", value: "750", low: "500", high: "1000", kind: "range", because: "in other words" },
  { text: "Free", value: "0", low: "0", high: "0", kind: "exact", because: "nothing at all" },
  { text: "$1.5k", value: "1500", low: "1450", high: "1550", kind: "exact", because: "tenths of a thousand" },
  { text: "$1.2 million", value: "1200000", low: "1150000", high: "1250000", kind: "exact", because: "the scale as a word" },
  { text: "USD 1,350.00", value: "1350", low: "1349.995", high: "1350.005", kind: "exact", because: "the currency before" },
  { text: "1,350 USD", value: "1350", low: "1349.5", high: "1350.5", kind: "exact", because: "the currency behind" },
  { text: "US$275/mo", value: "275", low: "274.5", high: "275.5", kind: "exact", because: "an amount is a month's anyway" },
  { text: "roughly $80 per month", value: "80", low: "75", high: "85", kind: "about", because: "another word for about" },
  { text: "< $50", value: "50", low: "0", high: "50", kind: "bound", because: "anything below it" },
  { text: "up to 100k", value: "100000", low: "0", high: "100000", kind: "bound", because: "anything to it" },
  { text: "$1,000+", value: "1000", low: "1000", high: undefined, kind: "bound", because: "anything from it on" },
  { text: "more than 1M", value: "1000000", low: "1000000", high: undefined, kind: "bound", because: "anything above it" },
] as const;

describe.each(CASES)("$text", ({ text, value, low, high, kind, because }) => {
  it(`is ${value}, from ${low} to ${high}: ${because}`, () => {
    const amount = claimedAmount(text);
    expect(amount && { value: plain(amount.value), low: plain(amount.low), high: amount.high && plain(amount.high), kind: amount.kind }).toEqual({ value, low, high, kind });
  });
});

it.each([["2x", "times", "2"], ["about 1.5×", "times", "1.5"], ["3 times", "times", "3"], ["60%", "percent", "60"], ["~97 percent", "percent", "97"], ["more than 2x", "times", "2"]])("%s is of the measure %s", (text, measure, value) => {
  const amount = claimedAmount(text);
  expect([amount?.measure, amount && plain(amount.value)]).toEqual([measure, value]);
});

it("a bound that the figure only must not reach does not agree with its own end", () => {
  const at50 = (text: string): boolean | undefined => {
    const amount = claimedAmount(text);
    return amount && agrees(amount, decimal("50"));
  };
  expect(["< 50", "<= 50", "under $50", "at most 50", "> 50", "at least 50", "50+"].map(at50)).toEqual([false, true, false, true, false, true, true]);
});

it.each([["€5", 'not in US dollars ("€")'], ["250 EUR", 'not in US dollars ("EUR")'], ["C$20", 'not in US dollars ("C$")'], ["$1,200/year", "kind: total and months: 12"], ["lots", "such as 275"], ["1.350,00", "such as 275"]])("%s is refused: %s", (text, words) => {
  expect(claimedAmount(text)).toBeUndefined();
  expect(figureProblem(text)).toContain(words);
});

it.each(["", "ten", "1,5", "12.", "2-1", "-5", "$", "1e3", "€5", "free lunch", "~<50", "1-2-3", "< 5-6"])("%j is no figure", (text) => {
  expect(claimedAmount(text)).toBeUndefined();
});

it("the bounds of a figure agree with it", () => {
  const amount = claimedAmount("275");
  const among = (text: string): boolean | undefined => amount && agrees(amount, decimal(text));
  expect(["274.499", "274.5", "275.5", "275.501"].map(among)).toEqual([false, true, true, false]);
});
