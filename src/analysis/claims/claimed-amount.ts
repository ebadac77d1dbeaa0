import { type Decimal, decimal, ONE, ZERO } from "../../units/decimal.js";

/** What a published figure states: a middle, and the bounds within which a computed figure agrees with it. */
export type ClaimedAmount = { readonly text: string; readonly value: Decimal; readonly low: Decimal; readonly high: Decimal; readonly kind: "exact" | "about" | "range" };

const SCALES: Readonly<Record<string, string>> = { "": "1", K: "1000", M: "1000000", B: "1000000000" };
const NUMBER = String.raw`\$?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*([KMBkmb]?)`;
const SINGLE = new RegExp(`^(~|about\\s+|≈)?\\s*${NUMBER}$`);
const RANGE = new RegExp(`^(?:~|about\\s+|≈)?\\s*${NUMBER}\\s*(?:-|–|to)\\s*${NUMBER}$`);

type Printed = { readonly value: Decimal; readonly lastDigit: Decimal; readonly lastFigure: Decimal };

/**
 * Reads a figure as published: "275", "$1,350.00", "~$1,500", "$0.13M", "500-1,000", "Free".
 * A plain figure agrees within half a unit of its last printed digit; "about" within half a unit of its last digit that is not a zero.
 * @returns undefined when the text is no such figure
 */
export function claimedAmount(text: string): ClaimedAmount | undefined {
  const trimmed = text.trim();
  if (/^free$/i.test(trimmed)) return { text, value: ZERO, low: ZERO, high: ZERO, kind: "exact" };
  const range = RANGE.exec(trimmed);
  if (range) {
    const low = printed(range[1], range[2] || range[4]);
    const high = printed(range[3], range[4]);
    return low.value.lte(high.value) ? { text, value: low.value.plus(high.value).div(2), low: low.value, high: high.value, kind: "range" } : undefined;
  }
  const single = SINGLE.exec(trimmed);
  if (!single) return undefined;
  const about = single[1] !== undefined;
  const one = printed(single[2], single[3]);
  const slack = (about ? one.lastFigure : one.lastDigit).div(2);
  return { text, value: one.value, low: one.value.minus(slack), high: one.value.plus(slack), kind: about ? "about" : "exact" };
}

function printed(digits = "0", scale = ""): Printed {
  const factor = decimal(SCALES[scale.toUpperCase()] ?? "1");
  const plain = digits.replaceAll(",", "");
  const places = plain.split(".")[1]?.length ?? 0;
  const unit = decimal(places === 0 ? "1" : `0.${"0".repeat(places - 1)}1`);
  const zeros = places === 0 ? (/0*$/.exec(plain)?.[0].length ?? 0) : 0;
  const figure = plain === "0" ? ONE : unit.times(decimal(`1${"0".repeat(zeros)}`));
  return { value: decimal(plain).times(factor), lastDigit: unit.times(factor), lastFigure: figure.times(factor) };
}

export function agrees(claimed: ClaimedAmount, computed: Decimal): boolean {
  return computed.gte(claimed.low) && computed.lte(claimed.high);
}
