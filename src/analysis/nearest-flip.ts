import type { CostBounds } from "./cost-bounds.js";
import { chooser } from "./decide.js";
import { keepsChoice } from "./keeps-choice.js";
import { nearestChange } from "./nearest-change.js";
import type { Study } from "./study.js";

export type FlipSearch = {
  readonly one: Study;
  readonly choice: string;
  /** of the variable that is searched */
  readonly bounds: () => CostBounds;
  /** whole numbers: the search goes from the one, where the choice stands, to the other */
  readonly start: number;
  readonly end: number;
  /** the variable's value at a number, rising with it */
  readonly value: (at: number) => number;
  /** costs in the models' order at a number, Infinity where one cannot carry it: by doubles, and those that could matter exactly */
  readonly fast: (at: number) => readonly number[];
  readonly exact: (at: number) => readonly number[];
};

/** `to` is undefined where nothing can carry the load; "limit" when the choice cannot, "choice" when the other is simply better. */
export type NearestFlip = { readonly at: number; readonly to: string | undefined; readonly reason: "choice" | "limit" };

/** So many single numbers that bounds leave open are priced exactly, whatever doubles say; of more, only those where doubles see a change. */
const MOST_EXACT = 2000;

/**
 * The nearest number at which another alternative is chosen. Exhaustive: every stretch on the way is either known by bounds on all costs to leave
 * the choice as it is, at every value in it, or halved down to single numbers, which are priced exactly.
 */
export function nearestFlip({ one, choice, bounds, start, end, value, fast, exact }: FlipSearch): NearestFlip | undefined {
  const place = one.models.findIndex((model) => model.id === choice);
  const pick = pickKeeping(one, choice);
  const keeps = keepsChoice(one, bounds(), place, value(1) - value(0));
  let asked = 0;
  const changed = (at: number): boolean => (++asked <= MOST_EXACT || pick(fast(at)) !== choice) && pick(exact(at)) !== choice;
  const at = nearestChange(start, end, (from, to) => keeps(value(from), value(to)), changed);
  if (at === undefined) return undefined;
  const costs = exact(at);
  return { at, to: pick(costs), reason: costs[place] === Number.POSITIVE_INFINITY ? "limit" : "choice" };
}

/** Chooses by costs in the models' order; another alternative that is only as good is no reason to change. */
export function pickKeeping(one: Study, choice: string): (costs: readonly number[]) => string | undefined {
  const pick = chooser(
    one.models,
    one.scenario.decision,
    one.models.findIndex(({ id }) => id === choice),
  );
  return (costs) => one.models[pick(costs)]?.id;
}
