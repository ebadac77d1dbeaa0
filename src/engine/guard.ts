import type { Step } from "./atom.js";

/** Within this part of a step (or this distance, near 0) a double cannot tell the sides apart: 0.1 * 3 * 10 is above 3, the decimal is 3. */
export const GUARD = 1e-9;

/** A double without a fraction is taken for the value itself up to here: 2^53, less what a few additions may lose. */
const SURELY_WHOLE = 2 ** 49;
export const isSurelyWhole = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < SURELY_WHOLE;

/**
 * The least whole number not below value / by where the quotient is near one; NaN, a refusal, unless value and divisor are whole, or there is nothing to divide.
 * @param itself whether the double is the value itself: asked where the quotient is whole
 */
export function ceilNear(value: number, by: number, exact: boolean, itself: () => boolean): number {
  // Below 0 lies only what is lifted to 0 afterwards.
  if (value < -GUARD * by) return Math.ceil(value / by);
  if (value === 0 && itself()) return 0;
  return exact && isSurelyWhole(value) && (value % by !== 0 || itself()) ? Math.ceil(value / by) : Number.NaN;
}

/**
 * The ladder's value at or near one of its bounds; NaN, a refusal, unless value and bound are whole.
 * @param itself whether the double is the value itself: asked where it is a bound
 */
export function ladderNear(value: number, steps: readonly Step[], thereafter: number, itself: () => boolean): number {
  if (Number.isNaN(value)) return value;
  for (const step of steps) {
    if (Math.abs(value - step.upTo) <= step.width && !(step.exact && isSurelyWhole(value) && (value !== step.upTo || itself())))
      return Number.NaN;
    if (value <= step.upTo) return step.value;
  }
  return thereafter;
}
