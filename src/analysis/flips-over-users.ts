import { type Decimal, whole } from "../units/decimal.js";
import { searchEnd } from "./cheapest-over-users.js";
import type { Judge } from "./judge.js";
import { nearestFlip } from "./nearest-flip.js";
import type { Study } from "./study.js";

/** A value of one driver at which the choice becomes another; checked on the exact path at the value and one step before it. */
export type Flip = {
  /** a driver of the workload, or "upkeep" for dollars a month added to the choice */
  readonly driver: "mau" | "upkeep";
  /** "above": `at` is the first value with the new choice; "below": `at` is the last */
  readonly direction: "above" | "below";
  readonly at: Decimal;
  readonly to: string;
  /** "limit" when the choice cannot carry that size any more, "choice" when the other is simply better */
  readonly reason: "choice" | "limit";
};

/** The user counts nearest to the scenario's own, from 1 to `searchEnd`, at which another is chosen: exhaustive, see `nearestFlip`. */
export function flipsOverUsers(one: Study, judge: Judge, mau: number, choice: string | undefined): readonly Flip[] {
  if (choice === undefined || one.models.length < 2 || mau < 1) return [];
  const search = { one, choice, bounds: judge.boundsOverUsers, value: (count: number) => count, fast: judge.searchAt, exact: judge.exactAt };
  return (["above", "below"] as const).flatMap((direction): Flip[] => {
    const found = nearestFlip({ ...search, start: mau, end: direction === "above" ? searchEnd(one) : 1 });
    return found?.to === undefined ? [] : [{ driver: "mau", direction, at: whole(found.at), to: found.to, reason: found.reason }];
  });
}
