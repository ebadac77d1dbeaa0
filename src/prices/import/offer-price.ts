import { type Decimal, decimal, DECIMAL_TEXT, plain, whole, ZERO } from "../../units/decimal.js";
import type { PriceData } from "../price-file-schema.js";
import type { RateRule } from "./import-rules.js";
import { termType } from "./match-product.js";
import type { OfferTerm, PriceDimension } from "./offer-record.js";

/** A price without its source: the importer adds that once for a file. */
type Unsourced<P> = P extends unknown ? Omit<P, "source" | "regions"> : never;
export type OfferPrice = Unsourced<PriceData>;
/** What keeps a term from being a price. */
export type Refusal = { readonly refused: string; readonly expected?: string };

const HOURS_A_YEAR = whole(8760);
const DIGITS = 12;
const OPEN_END = "Inf";

const codeOf = ({ rateCode }: PriceDimension): string => (rateCode === "" ? "" : ` (${rateCode})`);

/** The price that a term states, in the shape of the price file; or why it is none. */
export function offerPrice(term: OfferTerm, rule: Pick<RateRule, "offerUnits">): OfferPrice | Refusal {
  const reserved = termType(term) === "Reserved";
  const fees = reserved ? term.dimensions.filter(({ unit }) => unit === "Quantity") : [];
  const used = term.dimensions.filter((dimension) => !fees.includes(dimension));
  for (const dimension of used) {
    if (!rule.offerUnits.includes(dimension.unit))
      return {
        refused: `the unit ${JSON.stringify(dimension.unit)} is not known for this rate${codeOf(dimension)}`,
        expected: rule.offerUnits.join(" | "),
      };
  }
  for (const dimension of term.dimensions) {
    const { usd } = dimension;
    if (usd === undefined) return { refused: `no price in USD${codeOf(dimension)}` };
    if (!DECIMAL_TEXT.test(usd) || usd.startsWith("-"))
      return { refused: `${JSON.stringify(usd)} is not a price${codeOf(dimension)}`, expected: "a plain decimal number" };
  }
  return reserved ? reservedPrice(term, used, fees) : rangedPrice(used);
}

/** An hourly part and an upfront fee become one effective price for an hour of the lease. */
function reservedPrice(term: OfferTerm, used: readonly PriceDimension[], fees: readonly PriceDimension[]): OfferPrice | Refusal {
  const years = /^([1-9])\s*yr$/.exec(term.lease ?? "")?.[1];
  if (years === undefined) return { refused: `the lease ${JSON.stringify(term.lease ?? "")} is not known`, expected: "1yr | 3yr" };
  if (used.length > 1 || fees.length > 1 || term.dimensions.length === 0)
    return { refused: `a reserved term of ${used.length} hourly prices and ${fees.length} fees`, expected: "at most one of each" };
  const hours = HOURS_A_YEAR.times(decimal(years));
  const hourly = decimal(used[0]?.usd ?? "0");
  const fee = decimal(fees[0]?.usd ?? "0");
  const rate = hourly.plus(fee.div(hours));
  const exact = rate.minus(hourly).times(hours).eq(fee);
  if (fee.isZero()) return { rate: plain(hourly) };
  const spread = `${plain(hourly)} an hour and ${plain(fee)} upfront over ${plain(hours)} hours`;
  return exact && plain(rate).length <= 30
    ? { rate: plain(rate), note: spread }
    : { rate: plain(rate.toSignificantDigits(DIGITS)), note: `${spread}, given to ${DIGITS} digits` };
}

/** Ranges of use become tiers; they must follow each other without a gap. A first range at 0 is the free part inside the tiers. */
function rangedPrice(dimensions: readonly PriceDimension[]): OfferPrice | Refusal {
  const [only] = dimensions;
  if (only === undefined) return { refused: "a term without a price" };
  if (dimensions.length === 1 && only.beginRange === undefined && only.endRange === undefined)
    return { rate: plain(decimal(only.usd ?? "")) };
  const ranges = rangesOf(dimensions);
  if ("refused" in ranges) return ranges;
  const last = ranges.at(-1);
  if (last?.end !== null || ranges.length === 0)
    return {
      refused: `the ranges of use end at ${last === undefined ? "nothing" : plain(last.end ?? ZERO)}`,
      expected: "a last range without an end (Inf)",
    };
  if (ranges.length === 1) return { rate: plain(last.rate) };
  return {
    schedule: "graduated",
    tiers: ranges.flatMap(({ end, rate }, index) =>
      end === null ? [] : [{ upTo: plain(end), rate: plain(rate), ...(index === 0 && rate.isZero() ? { free: true } : {}) }],
    ),
    thereafter: plain(last.rate),
  };
}

type Range = { readonly begin: Decimal; readonly end: Decimal | null; readonly rate: Decimal };

function rangesOf(dimensions: readonly PriceDimension[]): readonly Range[] | Refusal {
  const ranges: Range[] = [];
  for (const dimension of dimensions) {
    const { beginRange = "", endRange = "", usd = "" } = dimension;
    if (!DECIMAL_TEXT.test(beginRange) || (endRange !== OPEN_END && !DECIMAL_TEXT.test(endRange)))
      return {
        refused: `the range from ${JSON.stringify(beginRange)} to ${JSON.stringify(endRange)} is not known${codeOf(dimension)}`,
        expected: "numbers, or Inf",
      };
    ranges.push({ begin: decimal(beginRange), end: endRange === OPEN_END ? null : decimal(endRange), rate: decimal(usd) });
  }
  ranges.sort((a, b) => a.begin.comparedTo(b.begin));
  let reached: Decimal | null = ZERO;
  for (const { begin, end } of ranges) {
    if (reached === null || !begin.eq(reached) || end?.lte(begin)) {
      return {
        refused: `the ranges of use do not follow each other: ${ranges.map((range) => `${plain(range.begin)} to ${range.end === null ? OPEN_END : plain(range.end)}`).join(", ")}`,
        expected: "each begins where the one before ends, the first at 0",
      };
    }
    reached = end;
  }
  return ranges;
}

/** The free units that a term states: one range from 0 to a number, at 0. */
export function freeUnits(term: OfferTerm, rule: Pick<RateRule, "offerUnits">): { readonly units: string } | Refusal {
  const [only, ...more] = term.dimensions;
  if (
    only === undefined ||
    more.length > 0 ||
    only.beginRange === undefined ||
    !decimalIs(only.beginRange, ZERO) ||
    !DECIMAL_TEXT.test(only.endRange ?? "") ||
    !decimalIs(only.usd ?? "", ZERO)
  ) {
    return { refused: "this is no range of free units", expected: "one range from 0 to a number at 0 USD" };
  }
  if (!rule.offerUnits.includes(only.unit))
    return {
      refused: `the unit ${JSON.stringify(only.unit)} is not known for these free units${codeOf(only)}`,
      expected: rule.offerUnits.join(" | "),
    };
  return { units: plain(decimal(only.endRange ?? "")) };
}

function decimalIs(text: string, value: Decimal): boolean {
  return DECIMAL_TEXT.test(text) && decimal(text).eq(value);
}
