import { type Decimal, decimal, ONE, ZERO } from "../../units/decimal.js";

/** What a published figure states: a middle, and the bounds within which a computed figure agrees with it. */
export type ClaimedAmount = ClaimedSpan | ClaimedBound;
type Stated = {
  readonly text: string;
  readonly value: Decimal;
  readonly low: Decimal;
  /** dollars or things, "2x", "60%" */
  readonly measure: Measure;
};
export type ClaimedSpan = Stated & { readonly kind: "exact" | "about" | "range"; readonly high: Decimal };
/** One end only: "under $50", "$1,000+"; with `open` the end itself does not agree. */
export type ClaimedBound = Stated & { readonly kind: "bound"; readonly high: Decimal | undefined; readonly open?: true };
export type Measure = "plain" | "times" | "percent";

const SCALES: Readonly<Record<string, string>> = {
  "": "1",
  K: "1000",
  THOUSAND: "1000",
  M: "1000000",
  MN: "1000000",
  MILLION: "1000000",
  B: "1000000000",
  BN: "1000000000",
  BILLION: "1000000000",
};
const ABOUT = String.raw`(?:~|≈|about\s+|around\s+|roughly\s+|approximately\s+|approx\.?\s+|circa\s+|c(?:a)?\.\s*)`;
const DOLLAR = String.raw`(?:US\s?\$|USD\s?|\$)?`;
const NUMBER = String.raw`${DOLLAR}\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(k|thousand|mn?|million|bn?|billion)?\b`;
const SINGLE = new RegExp(`^(${ABOUT})?\\s*${NUMBER}$`, "i");
const RANGE = new RegExp(`^${ABOUT}?\\s*(?:from\\s+|between\\s+)?${NUMBER}\\s*(?:-|–|—|to|and)\\s*${NUMBER}$`, "i");
const AT_MOST = /^(?:(<=|≤|up to|at most|no more than|max\.?|maximum)|(<|under|below|less than|fewer than))\s*(.+)$/i;
const AT_LEAST = /^(?:(>=|≥|at least|no less than|min\.?|minimum)|(>|over|above|more than))\s*(.+)$/i;
const OR_MORE = /^(.+?)\s*(?:\+|or more)$/i;
/** "a month" says nothing new of a month's amount; a year's is a total over twelve months. */
const MONTHLY = /\s*(?:\/\s*|per\s+|a\s+)(?:mo|month)\.?$|\s+monthly$/i;
const TRAILING_CURRENCY = /\s*(?:USD|US dollars|dollars)$/i;
const TIMES = /\s*(?:x|×|times)$/i;
const PERCENT = /\s*(?:%|per ?cent)$/i;

type Printed = { readonly value: Decimal; readonly lastDigit: Decimal; readonly lastFigure: Decimal };

/**
 * Reads a figure as published: "275", "$1,350.00", "~$1,500", "$0.13M", "500-1,000", "under $50", "$1,000+", "Free", "2x", "60%".
 * A plain figure agrees within half a unit of its last printed digit; "about" within half a unit of its last digit that is not a zero.
 * @returns undefined when the text is no such figure
 */
export function claimedAmount(text: string): ClaimedAmount | undefined {
  const trimmed = text.trim().replace(MONTHLY, "").trim();
  const measure: Measure = PERCENT.test(trimmed) ? "percent" : TIMES.test(trimmed) ? "times" : "plain";
  const bare = trimmed.replace(measure === "percent" ? PERCENT : measure === "times" ? TIMES : TRAILING_CURRENCY, "").trim();
  if (/^free$/i.test(bare)) return { text, measure, value: ZERO, low: ZERO, high: ZERO, kind: "exact" };
  const bound = boundOf(bare);
  if (bound) return { text, measure, kind: "bound", ...bound };
  const range = RANGE.exec(bare);
  if (range) {
    const low = printed(range[1], range[2] ?? range[4]);
    const high = printed(range[3], range[4]);
    return low.value.lte(high.value)
      ? { text, measure, value: low.value.plus(high.value).div(2), low: low.value, high: high.value, kind: "range" }
      : undefined;
  }
  const single = SINGLE.exec(bare);
  if (!single) return undefined;
  const about = single[1] !== undefined;
  const one = printed(single[2], single[3]);
  const slack = (about ? one.lastFigure : one.lastDigit).div(2);
  return { text, measure, value: one.value, low: one.value.minus(slack), high: one.value.plus(slack), kind: about ? "about" : "exact" };
}

function boundOf(text: string): Pick<ClaimedBound, "value" | "low" | "high" | "open"> | undefined {
  const [most, least] = [AT_MOST.exec(text), AT_LEAST.exec(text)];
  const end = SINGLE.exec(most?.[3] ?? least?.[3] ?? OR_MORE.exec(text)?.[1] ?? "");
  if (!end || end[1] !== undefined) return undefined;
  const { value } = printed(end[2], end[3]);
  const open = (most?.[2] ?? least?.[2]) !== undefined ? { open: true as const } : {};
  return { value, low: most ? ZERO : value, high: most ? value : undefined, ...open };
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

/** -1 below what the figure allows, 1 above it, 0 where it agrees. */
export function comparedToClaim(claimed: ClaimedAmount, computed: Decimal): -1 | 0 | 1 {
  const open = claimed.kind === "bound" && claimed.open === true;
  if (computed.lt(claimed.low) || (open && claimed.high === undefined && computed.eq(claimed.low))) return -1;
  if (claimed.high !== undefined && (computed.gt(claimed.high) || (open && computed.eq(claimed.high)))) return 1;
  return 0;
}

export function agrees(claimed: ClaimedAmount, computed: Decimal): boolean {
  return comparedToClaim(claimed, computed) === 0;
}

const OTHER_MONEY = /[€£¥₹₩]|\b(?:EUR|GBP|JPY|CHF|INR|CNY|RMB|CAD|AUD|SEK|BRL|euros?|pounds?|yen|rupees?)\b|\b(?:A|C|CA|AU|NZ|HK|S)\$/i;
const YEARLY = /(?:\/\s*|per\s+|a\s+)(?:y|yr|year|annum)\.?$|\b(?:yearly|annually)$/i;

/** What is wrong with a text that is no figure, and what to write instead. */
export function figureProblem(text: string): string {
  const money = OTHER_MONEY.exec(text);
  if (money)
    return `is not in US dollars ("${money[0]}"): prices are in dollars, so convert it at the source's own rate and day and say so in the note`;
  if (YEARLY.test(text.trim())) return "is a year's figure: write the figure alone, with kind: total and months: 12";
  return "not a figure as published, such as 275, ~$1,500, $0.13M, 500-1,000, under $50, Free, 2x or 60%";
}
