import { describe, expect, it } from "vitest";
import { csvText } from "../../src/report/line-items-csv.js";

describe("a cell of a CSV file", () => {
  it.each([
    ["-0.002175", "-0.002175", "a credit must add up in a spreadsheet"],
    ["-5", "-5", "a whole number below zero as well"],
    ["-5+1", "'-5+1", "a sum is a formula"],
    ["-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0", "and so is a call"],
    ["-5e3", "'-5e3", "no amount is ever written with an exponent"],
    ["=1+1", "'=1+1", "a formula"],
    ["+1", "'+1", "a formula to spreadsheets"],
    ["@x", "'@x", "a formula to old spreadsheets"],
    ["1350.5", "1350.5", "a number"],
    ["a\u001b[31mb", "a\\u001b[31mb", "a colour code would act on the terminal that prints the file"],
    ["=\u0007x", "'=\\u0007x", "a formula with a control character is both"],
  ])("%s is written as %s", (text, written) => {
    expect(csvText([["a", text]])).toBe(`a,${written}\n`);
  });
});
