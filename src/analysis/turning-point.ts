import type { Decimal } from "../units/decimal.js";
import type { Usd } from "../units/usd.js";
import type { Difference } from "./difference.js";
import { type Change, firstChange } from "./first-change.js";
import type { Ranged } from "./ranged-variables.js";

/**
 * Where the difference between two alternatives stops having the sign that it has today. Both values have been priced exactly:
 * at `at` the sign is another (or the difference nothing, or one of the two cannot carry the load), at `before`, one step nearer to today's value, it is still the same.
 */
export type TurningPoint = Change & {
  readonly side: "below" | "above";
  readonly difference: Usd | undefined;
  readonly differenceBefore: Usd | undefined;
  /** "limit" where one of the two cannot carry the load at `at` */
  readonly reason: "cost" | "limit";
};

/** The turning point nearest to today's value on one side of it, within the variable's range. */
export function turningPoint(variable: Ranged, side: TurningPoint["side"], difference: Difference): TurningPoint | undefined {
  const [from, to] = [variable.base, side === "above" ? variable.high : variable.low];
  const sign = signOf(difference.at(from).difference);
  if (sign === 0 || sign === undefined || (side === "above" ? to.lte(from) : to.gte(from))) return undefined;
  const change = firstChange({
    from,
    to,
    counted: variable.integer,
    seems: (values) => Array.from(difference.over(values), (found) => Math.sign(found) !== sign),
    holds: (value) => signOf(difference.at(value).difference) !== sign,
  });
  if (!change) return undefined;
  const [there, before] = [difference.at(change.at).difference, difference.at(change.before).difference];
  return { ...change, side, difference: there, differenceBefore: before, reason: there ? "cost" : "limit" };
}

function signOf(difference: Decimal | undefined): number | undefined {
  return difference?.comparedTo(0);
}
