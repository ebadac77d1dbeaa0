import * as z from "zod";
import { NOT_A_NUMBER } from "../problems/plain-number.js";
import { DECIMAL_TEXT, decimal } from "../units/decimal.js";

/** Numbers stay text until they are decimals, so that the digits of the file survive. A text that is no number is told once. */
export const number = z.string({ error: "a number" }).regex(DECIMAL_TEXT, { error: NOT_A_NUMBER });
export const positive = number.refine((text) => !DECIMAL_TEXT.test(text) || !decimal(text).isNegative(), { error: "cannot be negative" });
export const share = positive.refine((text) => !DECIMAL_TEXT.test(text) || decimal(text).lte(1), { error: "a share is at most 1" });

/** A whole number from `least` to `most`, as a number: for counting, not for money. */
export function count(least: number, most: number) {
  return number.refine((text) => !DECIMAL_TEXT.test(text) || (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most), {
    error: "does not fit",
    params: { expected: `a whole number from ${least} to ${most}` },
  });
}
