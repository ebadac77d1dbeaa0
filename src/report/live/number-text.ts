import { decimal, isDecimal, plain } from "../../units/decimal.js";
import { formatNumber } from "../../units/format.js";

/** Complaint about a text that should be a number between bounds, both inclusive. */
export function numberComplaint(text: string, least: string, most: string, isWhole = false): string | undefined {
  if (!isDecimal(text)) return "not a plain number, such as 1200 or 0.25";
  const value = decimal(text);
  const lowest = decimal(least);
  // "-0" is no number of anything.
  if (value.lt(lowest) || value.gt(decimal(most)) || (value.isNegative() && !lowest.isNegative()))
    return `not from ${formatNumber(lowest)} to ${formatNumber(decimal(most))}`;
  return isWhole && !value.isInteger() ? "not a whole number" : undefined;
}

/** "0100.50" is "100.5"; a text that is no number stays as it is. */
export function canonicalNumber(text: string): string {
  return isDecimal(text) ? plain(decimal(text)) : text;
}
