import { type Decimal, fromDouble, ONE, whole } from "../units/decimal.js";
import { exactBoundary } from "./exact-boundary.js";

/** Two neighbouring values, one step apart: the property holds at `at` and not at `before`, both priced exactly. */
export type Change = { readonly before: Decimal; readonly at: Decimal };

export type ChangeSearch = {
  /** where the property does not hold */
  readonly from: Decimal;
  readonly to: Decimal;
  /** whole numbers only */
  readonly counted: boolean;
  /** finds where to look: whether the property seems to hold at each value */
  readonly seems: (values: Float64Array) => readonly boolean[];
  /** decides */
  readonly holds: (value: Decimal) => boolean;
};

/** Values looked at in each round; a change that undoes itself between two of them is not seen. */
const POINTS = 64;
const DIGITS = 6;

/**
 * The first value on the way from one to another at which a property holds; undefined where it never does.
 * A step is 1 for counts, else one in the sixth significant digit of the value (at 0, of where the search began).
 */
export function firstChange(search: ChangeSearch): Change | undefined {
  const { from, to, holds } = search;
  const found = narrowed(search);
  if (from.eq(to) || found === undefined) return undefined;
  const step = search.counted ? ONE : stepAt(found === 0 ? from.toNumber() : found);
  const steps = stepsBetween(from, to, step);
  const holdsAt = (k: number): boolean => holds(steps.value(k));
  const guess = Math.min(steps.last, Math.max(1, Math.round(Math.abs(found - steps.start) / step.toNumber())));
  const beyond = firstFrom(guess, steps.last, holdsAt);
  if (beyond === undefined) return undefined;
  const k = exactBoundary(0, beyond, guess, holdsAt);
  return { before: steps.value(k - 1), at: steps.value(k) };
}

/** Narrows the first stretch in which the property begins to hold, again and again, to less than a step. */
function narrowed({ from, to, counted, seems }: ChangeSearch): number | undefined {
  let [near, far] = [from.toNumber(), to.toNumber()];
  const least = 1e-12 * Math.abs(far - near);
  for (;;) {
    const values = between(near, far, counted);
    const hit = seems(values).indexOf(true);
    if (hit < 0) return undefined;
    const next = [values[hit - 1] ?? near, values[hit] ?? far] as const;
    const width = Math.abs(next[1] - next[0]);
    if (width <= (counted ? 1 : Math.max(least, 1e-9 * Math.max(Math.abs(next[0]), Math.abs(next[1])))) || width >= Math.abs(far - near))
      return next[1];
    [near, far] = next;
  }
}

/** Even steps after the first value up to and including the last. */
function between(near: number, far: number, counted: boolean): Float64Array {
  return Float64Array.from({ length: POINTS }, (_, index) => {
    if (index === POINTS - 1) return far;
    const value = near + ((far - near) * (index + 1)) / POINTS;
    return counted ? Math.round(value) : value;
  });
}

function stepAt(value: number): Decimal {
  return whole(10).pow(fromDouble(value).e - (DIGITS - 1));
}

type Steps = { readonly start: number; readonly last: number; readonly value: (k: number) => Decimal };

/** Multiples of a step on the way from one value to another; number 0 is the one value, the last is the other, whether or not they are multiples. */
function stepsBetween(from: Decimal, to: Decimal, step: Decimal): Steps {
  const up = to.gt(from);
  const first = up ? from.div(step).floor() : from.div(step).ceil();
  const last = (up ? to.div(step).ceil() : to.div(step).floor()).minus(first).abs().toNumber();
  return {
    start: first.times(step).toNumber(),
    last,
    value: (k) => (k === 0 ? from : k === last ? to : step.times(up ? first.plus(k) : first.minus(k))),
  };
}

/** From the guess on, in growing strides: a step at which the property holds. */
function firstFrom(guess: number, last: number, holds: (k: number) => boolean): number | undefined {
  for (let stride = 0; ; stride = Math.max(1, 2 * stride)) {
    const k = Math.min(last, guess + stride);
    if (holds(k)) return k;
    if (k === last) return undefined;
  }
}
