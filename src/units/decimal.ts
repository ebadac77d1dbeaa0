import { Decimal as DecimalJs } from "decimal.js";

/**
 * The one decimal type of authcost: 50 significant digits, half-even, never printed with an exponent.
 * A clone of its own, so that no other user of decimal.js can change its settings.
 */
const Exact = DecimalJs.clone({
  precision: 50,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
  defaults: true,
});
export type Decimal = DecimalJs;

/**
 * Plain decimal notation, at most 30 digits on each side of the point: what files and flags may hold. A zero before other
 * digits is no number: in `50,000` it is what a comma left of one.
 */
export const DECIMAL_TEXT = /^-?(?:0|[1-9]\d{0,29})(?:\.\d{1,30})?$/;

/**
 * Parses a decimal from text, so that the digits of the source survive.
 * @throws RangeError when the text is not plain decimal notation ("1e400", "0x10", "" and "NaN" are refused).
 * @example decimal("0.0055").times(decimal("50000")).toFixed() // "275"
 */
export function decimal(text: string): Decimal {
  if (!DECIMAL_TEXT.test(text)) throw new RangeError(`not a plain decimal number: ${JSON.stringify(text.slice(0, 60))}`);
  return new Exact(text);
}

export function isDecimal(text: string): boolean {
  return DECIMAL_TEXT.test(text);
}

/** The decimal nearest to a double: its shortest text. Only for values that were drawn or searched for in doubles. */
export function fromDouble(value: number): Decimal {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  return new Exact(value);
}

/** A figure that authcost itself has written: plain notation of any length. @throws RangeError for anything else */
export function writtenFigure(text: string): Decimal {
  if (!/^-?\d{1,100}(?:\.\d{1,200})?$/.test(text)) throw new RangeError(`not a plain decimal number: ${JSON.stringify(text.slice(0, 60))}`);
  return new Exact(text);
}

/** Whether a value is one of authcost's decimals. */
export function isExact(value: unknown): value is Decimal {
  return value instanceof Exact;
}

export const ZERO: Decimal = new Exact(0);
export const ONE: Decimal = new Exact(1);

/** A whole number that the code itself counts (an index, 2^30): never a price. */
export function whole(count: number): Decimal {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole number: ${count}`);
  return new Exact(count);
}

/** Sum in the given order; the empty sum is 0. */
export function sum(terms: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const term of terms) total = total.plus(term);
  return total;
}

export function smallest(terms: readonly [Decimal, ...Decimal[]]): Decimal {
  return terms.reduce((least, term) => (term.lt(least) ? term : least));
}

export function largest(terms: readonly [Decimal, ...Decimal[]]): Decimal {
  return terms.reduce((most, term) => (term.gt(most) ? term : most));
}

/** The least multiple of `step` that is not below `value`; an exact multiple stays. */
export function ceilTo(value: Decimal, step: Decimal): Decimal {
  return value.div(step).ceil().times(step);
}

/** `part` of `whole`, cut (not rounded) to `digits` significant digits of the whole: attribution needs shares that end. */
export function truncatedShare(whole: Decimal, part: Decimal, of: Decimal, digits = 24): Decimal {
  const exact = whole.times(part).div(of);
  return exact.toDecimalPlaces(Math.max(0, digits - Math.max(whole.e, 0)), DecimalJs.ROUND_DOWN);
}

/** Rounded half-up to so many decimals, as providers print amounts. */
export function roundHalfUp(value: Decimal, places: number): Decimal {
  return value.toDecimalPlaces(places, DecimalJs.ROUND_HALF_UP);
}

/** Canonical text: no exponent, no trailing zeros, never rounded. */
export function plain(value: Decimal): string {
  return value.toFixed();
}
