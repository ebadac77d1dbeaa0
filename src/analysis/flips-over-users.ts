import type { Decision } from "../scenario/scenario.js";
import { type Decimal, whole } from "../units/decimal.js";
import { searchEnd } from "./cheapest-over-users.js";
import type { Judge } from "./judge.js";
import { type NearestFlip, nearestFlip } from "./nearest-flip.js";
import type { AllSizes } from "./remembered.js";
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

/** Where a choice stands: at every user count from one to another, with what is found there going on; undefined where that end of the search was reached. */
type Stretch = {
  readonly choice: string;
  readonly from: number;
  readonly to: number;
  readonly below: NearestFlip | undefined;
  readonly above: NearestFlip | undefined;
};

const known = new WeakMap<AllSizes, WeakMap<Decision, Stretch[]>>();

/** The user counts nearest to the scenario's own, from 1 to `searchEnd`, at which another is chosen: exhaustive, see `nearestFlip`. */
export function flipsOverUsers(one: Study, judge: Judge, mau: number, choice: string | undefined): readonly Flip[] {
  if (choice === undefined || one.models.length < 2 || mau < 1) return [];
  const { below, above } = stretchAround(one, judge, mau, choice);
  return [flipOf("above", above), flipOf("below", below)].flat();
}

const flipOf = (direction: Flip["direction"], found: NearestFlip | undefined): readonly Flip[] =>
  found?.to === undefined ? [] : [{ driver: "mau", direction, at: whole(found.at), to: found.to, reason: found.reason }];

/** From any size in a stretch the nearest flips are the same: of a month, where all else stands still, they are searched for once. */
function stretchAround(one: Study, judge: Judge, mau: number, choice: string): Stretch {
  const end = searchEnd(one);
  const stretches = judge.measure === "month" ? stretchesOf(one) : [];
  const before = stretches.find(
    (stretch) =>
      stretch.choice === choice &&
      stretch.from <= mau &&
      mau <= stretch.to &&
      (stretch.above ? stretch.above.at <= end : stretch.to === end),
  );
  if (before) return before;
  const search = {
    one,
    choice,
    bounds: judge.boundsOverUsers,
    value: (count: number) => count,
    fast: judge.searchAt,
    exact: judge.exactAt,
    start: mau,
  };
  const [above, below] = [nearestFlip({ ...search, end }), nearestFlip({ ...search, end: 1 })];
  const found = { choice, below, above, from: below ? below.at + 1 : 1, to: above ? above.at - 1 : end };
  stretches.push(found);
  return found;
}

function stretchesOf({ allSizes, scenario: { decision } }: Study): Stretch[] {
  const decisions = known.get(allSizes) ?? new WeakMap<Decision, Stretch[]>();
  known.set(allSizes, decisions);
  const stretches = decisions.get(decision) ?? [];
  decisions.set(decision, stretches);
  return stretches;
}
