import { type Bill, bill } from "../engine/bill.js";
import { compilePlan, type Slots } from "../engine/plan.js";
import { ProblemError } from "../problems/problem.js";
import type { Catalogue } from "../prices/price-file.js";
import { DRIVERS, type DriverName } from "../scenario/drivers.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Decimal, decimal, ONE, whole } from "../units/decimal.js";
import { monthBounds } from "./cost-bounds.js";
import { type Study, study } from "./study.js";

/** The winner of one stretch of the driver's values; undefined where no alternative can carry them. */
export type Winner = { readonly from: Decimal; readonly to: Decimal; readonly winner: string | undefined };
/** `at` is the first value at which `to` is cheaper. */
export type Crossing = { readonly at: Decimal; readonly from: string | undefined; readonly to: string | undefined };
export type Breakeven = {
  readonly study: Study;
  readonly over: DriverName;
  readonly from: Decimal;
  readonly to: Decimal;
  readonly step: Decimal;
  readonly winners: readonly Winner[];
  readonly crossings: readonly Crossing[];
  /** how many values were looked at one by one; the others were decided in stretches */
  readonly evaluated: number;
};

export type BreakevenOptions = {
  readonly over: DriverName;
  readonly from: Decimal;
  readonly to: Decimal;
  readonly step?: Decimal | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
};

/**
 * Who is cheapest where, over every value of a driver from `from` to `to`.
 *
 * Exhaustive: a stretch is given to an alternative as a whole only when its cost bounds lie below all others' bounds
 * everywhere in it; otherwise it is halved, down to single values. At a single value, costs too near each other for doubles
 * are compared exactly, and each crossing is confirmed exactly on both sides. Equal costs: the first named wins.
 */
export function breakeven(scenario: Scenario, catalogue: Catalogue, options: BreakevenOptions): Breakeven {
  const { over, from, to } = options;
  const step = options.step ?? defaultStep(over, from, to);
  checkRange(from, to, step);
  const one = study({ ...scenario, workload: new Map(scenario.workload).set(over, from) }, catalogue);
  return winnersOver(one, { over, from, to, step, onProgress: options.onProgress });
}

/** The same for a study whose scenario states the driver. */
export function winnersOver(one: Study, { over, from, to, step = ONE, onProgress }: BreakevenOptions): Breakeven {
  const last = to.minus(from).div(step).floor().toNumber();
  const exactAt = (index: number): Decimal => from.plus(step.times(whole(index)));
  const [start, stride] = [from.toNumber(), step.toNumber()];
  const values: Values = { exact: exactAt, double: (index) => start + stride * index };
  const { stretches, evaluated } = search(one, over, values, last, onProgress);
  const winners = stretches.map((stretch) => ({
    from: exactAt(stretch.from),
    to: exactAt(stretch.to),
    winner: one.models[stretch.winner]?.id,
  }));
  const crossings = winners.slice(1).map((winner, index) => ({ at: winner.from, from: winners[index]?.winner, to: winner.winner }));
  return { study: one, over, from, to: exactAt(last), step, winners, crossings, evaluated };
}

/** Whole numbers for counts; a ten-thousandth of the range for shares and rates. */
function defaultStep(over: DriverName, from: Decimal, to: Decimal): Decimal {
  return DRIVERS[over].integer ? ONE : to.minus(from).div(decimal("10000"));
}

const MOST_VALUES = decimal("1000000000");

function checkRange(from: Decimal, to: Decimal, step: Decimal): void {
  if (to.gt(from) && step.gt(0) && to.minus(from).div(step).lte(MOST_VALUES)) return;
  throw new ProblemError([
    {
      code: "bad-argument",
      place: { file: "--from, --to" },
      message: "this is not a range to search",
      found: `${from.toFixed()} to ${to.toFixed()} in steps of ${step.toFixed()}`,
      expected: "a first value below the last, at most a billion steps",
    },
  ]);
}

type Stretch = { readonly from: number; readonly to: number; readonly winner: number };
type Values = { readonly exact: (index: number) => Decimal; readonly double: (index: number) => number };
const NONE = -1;
const PROGRESS_EVERY = 20_000;

type Search = { readonly stretches: readonly Stretch[]; readonly evaluated: number };

/** Decides stretches by bounds, halves what they cannot decide, and confirms every boundary exactly. */
function search(one: Study, over: DriverName, values: Values, last: number, onProgress: BreakevenOptions["onProgress"]): Search {
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
