import type { LineItem } from "../engine/bill.js";
import type { Rate } from "../prices/rate-card.js";
import { packagesOf } from "../rating/rate-quantity.js";
import type { Slice } from "../rating/slice.js";
import type { Decimal } from "../units/decimal.js";
import { stepText } from "../units/explain.js";
import { formatNumber, formatUsd } from "../units/format.js";
import { unitWord } from "../units/unit.js";

/**
 * The arithmetic of a line in words: drivers → quantity → free part → tiers → source.
 * @param known what a reader has read before: steps that stand there are left out, the others are added to it
 */
export function lineArithmetic(line: LineItem, known: Set<string> = new Set()): readonly string[] {
  const slices = line.slices.map((slice) => sliceText(slice, line.unit, line.rate));
  return [
    ...newSteps(line, known),
    ...slices,
    ...(line.slices.length > 1 ? [`together ${formatUsd(line.amount)}`] : []),
    ...(line.slices.length > 0 ? [] : [line.unpriced ? "no price is known at this quantity" : `nothing used: ${formatUsd(line.amount)}`]),
    ...(line.note !== undefined && line.amount.isZero() ? [line.note] : []),
    ...(line.rate?.note !== undefined && line.slices.length > 0 ? [line.rate.note] : []),
  ];
}

/** The steps of a line, without those that stand above; the last one is the line's own. */
export function newSteps(line: LineItem, known: Set<string>): readonly string[] {
  const texts = line.steps().map(stepText);
  const told = texts.filter((text, index) => index === texts.length - 1 || !known.has(text));
  for (const text of told) known.add(text);
  return told;
}

/** Where the price of a line comes from, and how far to trust it. */
export function sourceText(rate: Rate): string {
  const { source } = rate;
  const from = source.standing.basis === "first-seen" ? `seen since ${source.standing.since}` : `in force since ${source.standing.since}`;
  const range = rate.range ? `; the source gives ${formatRate(rate.range.low)} to ${formatRate(rate.range.high)}, the middle is used` : "";
  return `${rate.id}, ${from}, read ${source.retrieved}, ${source.confidence} confidence${range}`;
}

/** A unit rate with all its digits. */
export function formatRate(rate: Decimal): string {
  return formatUsd(rate, Math.max(2, rate.decimalPlaces()));
}

const count = (slice: Slice, unit: string): string => `${formatNumber(slice.quantity)} ${unitWord(unit, slice.quantity)}`.trimEnd();

export function sliceText(slice: Slice, unit: string, rate?: Rate): string {
  const amount = formatUsd(slice.amount);
  switch (slice.kind) {
    case "allowance":
      return `${count(slice, unit)} free: ${amount}`;
    case "tier": {
      const above = slice.from.isZero() ? "" : `above ${formatNumber(slice.from)}: `;
      const bounds = slice.upTo === null ? above : `${formatNumber(slice.from)} to ${formatNumber(slice.upTo)}: `;
      return `${bounds}${count(slice, unit)} × ${formatRate(slice.rate)} = ${amount}`;
    }
    case "package": {
      const packages = rate ? packagesOf(rate, slice) : undefined;
      return `${count(slice, unit)} in ${packages ? formatNumber(packages) : "started"} packages × ${formatRate(slice.rate)} = ${amount}`;
    }
    case "flat":
      return `fixed amount: ${amount}`;
    case "minimum":
      return `up to the monthly minimum: ${amount}`;
    case "discount":
      return `discount stated in the scenario: ${amount}`;
    default:
      return slice.kind satisfies never;
  }
}
