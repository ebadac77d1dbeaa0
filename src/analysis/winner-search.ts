import { type Bill, bill } from "../engine/bill.js";
import { compilePlan, type Slots } from "../engine/plan.js";
import type { DriverName } from "../scenario/driver-spec.js";
import type { Decimal } from "../units/decimal.js";
import { monthBounds } from "./cost-bounds.js";
import type { Study } from "./study.js";

/** Numbers of values, both included, and the place of the alternative that is cheapest there; -1 where none can carry them. */
type Stretch = { readonly from: number; readonly to: number; readonly winner: number };
/** The value of each number. */
export type Values = { readonly exact: (index: number) => Decimal; readonly double: (index: number) => number };
const NONE = -1;
const PROGRESS_EVERY = 20_000;

type Search = { readonly stretches: readonly Stretch[]; readonly evaluated: number };

/** Decides stretches by bounds, halves what they cannot decide, and confirms every boundary exactly. */
export function winnerSearch(
  one: Study,
  over: DriverName,
  values: Values,
  last: number,
  onProgress: ((share: number) => void) | undefined,
): Search {
  const exact = exactWinners(one, over, values);
  const single = singleWinner(one, over, values, exact);
  const decided = stretchWinner(one, over, values);
  const found: Stretch[] = [];
  const open: (readonly [number, number])[] = [[0, last]];
  let evaluated = 0;
  let rounds = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const [from, to] = next;
    const known = decided(from, to);
    const middle = Math.floor((from + to) / 2);
    if (known === undefined && from < to) open.push([middle + 1, to], [from, middle]);
    else {
      if (known === undefined) evaluated++;
      append(found, { from, to, winner: known ?? single(from) });
    }
    if (++rounds % PROGRESS_EVERY === 0) onProgress?.(from / Math.max(1, last));
  }
  found.forEach((stretch, index) => {
    const before = found[index - 1];
    if (before && (exact(before.to) !== before.winner || exact(stretch.from) !== stretch.winner)) {
      throw new Error(
        `the exact path does not confirm a crossing at ${values.exact(stretch.from).toFixed()}: this is a defect of authcost`,
      );
    }
  });
  return { stretches: found, evaluated };
}

function append(found: Stretch[], stretch: Stretch): void {
  const before = found.at(-1);
  if (before?.winner === stretch.winner) found[found.length - 1] = { ...before, to: stretch.to };
  else found.push(stretch);
}

/** Highest costs closer than this to the least may be the least: of equals the first named wins. */
const NEAR_USD = 1e-8;
const NEAR_SHARE = 1e-10;

/** The winner of a whole stretch when bounds decide it, undefined when they do not. */
function stretchWinner(one: Study, over: DriverName, values: Values): (from: number, to: number) => number | undefined {
  const bounds = monthBounds(one, over);
  const order = remembered((pair, at) =>
    exactOrder(one, over, values.exact(at), Math.floor(pair / one.models.length), pair % one.models.length),
  );
  return (from, to) => {
    bounds.over(values.double(from), values.double(to));
    const carried = one.models.map((_, place) => bounds.carried(place));
    if (carried.every((known) => known === "nowhere")) return NONE;
    const highs = carried.map((known, place) => (known === "everywhere" ? bounds.cost(place).high : Number.POSITIVE_INFINITY));
    const least = Math.min(...highs);
    if (least === Number.POSITIVE_INFINITY) return undefined;
    const beats = (best: number, place: number): boolean => {
      const { low, high } = bounds.apart(place, best);
      // What is as far apart at every value as at one is what the exact path says there.
      const more =
        Math.abs(low) < NEAR_USD && high < NEAR_USD && bounds.parallel(place, best) && carried[place] === "everywhere"
          ? order(place * one.models.length + best, from)
          : low;
      return more > 0 || (more === 0 && best < place);
    };
    const wins = (best: number): boolean => carried.every((known, place) => place === best || known === "nowhere" || beats(best, place));
    const winner = highs.findIndex((high, place) => high <= least + NEAR_USD + NEAR_SHARE * least && wins(place));
    return winner < 0 ? undefined : winner;
  };
}

/** Below 0 where the left costs less, 0 where both cost the same. */
function exactOrder(one: Study, over: DriverName, value: Decimal, left: number, right: number): number {
  const point = new Map(one.scenario.workload).set(over, value);
  const [ours, theirs] = [left, right].map((place) => {
    const model = one.models[place];
    return model && bill(model, point, one.card).monthly;
  });
  return ours && theirs ? ours.comparedTo(theirs) : Number.NaN;
}

/** What is asked of a key, at whatever value, is asked once. */
function remembered(work: (key: number, at: number) => number): (key: number, at: number) => number {
  const known = new Map<number, number>();
  return (key, at) => {
    const answer = known.get(key) ?? work(key, at);
    known.set(key, answer);
    return answer;
  };
}

/** The winner at one value: by doubles where they are sure, else exactly. */
function singleWinner(one: Study, over: DriverName, values: Values, exact: (index: number) => number): (index: number) => number {
  const names = [...one.scenario.workload.keys()];
  const slots: Slots = new Map(names.map((name, index) => [name, index]));
  const inputs = Float64Array.from(names.map((name) => one.scenario.workload.get(name)?.toNumber() ?? Number.NaN));
  const slot = slots.get(over) ?? 0;
  const plans = one.models.map((model) => compilePlan(model, one.card, slots));
  return (index) => {
    inputs[slot] = values.double(index);
    const costs = plans.map((plan) => plan.monthly(inputs));
    if (costs.some(Number.isNaN)) return exact(index);
    const least = Math.min(...costs);
    if (least === Number.POSITIVE_INFINITY) return NONE;
    const close = costs.filter((cost) => cost <= least + 1e-9 + 1e-11 * least);
    return close.length > 1 ? exact(index) : costs.indexOf(least);
  };
}

/** The winner at one value on the exact path; the first named wins a tie. */
function exactWinners(one: Study, over: DriverName, values: Values): (index: number) => number {
  const known = new Map<number, number>();
  return (index) => {
    const before = known.get(index);
    if (before !== undefined) return before;
    const point = new Map(one.scenario.workload).set(over, values.exact(index));
    let best: { readonly at: number; readonly bill: Bill } | undefined;
    one.models.forEach((model, at) => {
      const made = bill(model, point, one.card);
      if (made.obstacles.length === 0 && (best === undefined || made.monthly.lt(best.bill.monthly))) best = { at, bill: made };
    });
    known.set(index, best?.at ?? NONE);
    return best?.at ?? NONE;
  };
}
