import { atomStore } from "../engine/atoms.js";
import { mergedLadders } from "../engine/merged-ladders.js";
import { partedSums } from "../engine/model-sums.js";
import type { Bounds } from "../engine/span.js";
import { NOTHING as NOTHING_ONCE, type Sum } from "../engine/sum.js";
import { difference, sumBounds } from "../engine/sum-bounds.js";
import type { Horizon } from "../scenario/horizon.js";
import { ownValue } from "./block-prices.js";
import { type BoundsRows, horizonRows, monthRows } from "./bounds-rows.js";
import { onceSum } from "./once-sums.js";
import type { AllSizes } from "./remembered.js";
import type { Study } from "./study.js";

/** Whether an alternative can carry the load, and has a price, at every value of an interval, at none, or perhaps at some. */
export type Carried = "everywhere" | "nowhere" | "unsure";

/** What is known of all alternatives' costs while one variable runs over an interval and the others stand still. True costs never leave the bounds. */
export type CostBounds = {
  /** takes another interval of the variable */
  readonly over: (low: number, high: number) => void;
  readonly carried: (model: number) => Carried;
  /** dollars of the measure, where the alternative can be carried */
  readonly cost: (model: number) => Bounds;
  /** the one's dollars less the other's: what both pay alike cancels, so this is narrower than what the bounds of the two leave */
  readonly apart: (one: number, other: number) => Bounds;
  /** whether that difference is the same at every value of the variable */
  readonly parallel: (one: number, other: number) => boolean;
};

const overUsers = new WeakMap<AllSizes, CostBounds>();

/** @param variable a driver that the scenario states, or a name of `scenario/variable-names`; it may not be growth. Those of users are kept */
export function monthBounds(one: Study, variable: string): CostBounds {
  const made = (variable === "mau" ? overUsers.get(one.allSizes) : undefined) ?? boundsIn(one, monthRows(variable), false);
  if (variable === "mau") overUsers.set(one.allSizes, made);
  return made;
}

/**
 * The same for present values over a horizon.
 * @param signUpsStated whether sign-ups follow the scenario's own number rather than growth and churn
 * @param follows how many accounts come with each user, where they follow the users
 */
export function horizonBounds(
  one: Study,
  variable: string,
  horizon: Horizon,
  signUpsStated: boolean,
  follows: number | undefined,
): CostBounds {
  return boundsIn(one, horizonRows(one, variable, horizon, signUpsStated, follows), true);
}

const NOTHING: Bounds = { low: 0, high: 0 };
const plus = (left: Bounds, right: Bounds, weight = 1): Bounds => ({
  low: left.low + weight * right.low,
  high: left.high + weight * right.high,
});
const minus = (left: Bounds, right: Bounds, weight = 1): Bounds => ({
  low: left.low - weight * right.high,
  high: left.high - weight * right.low,
});

function boundsIn(one: Study, rows: BoundsRows, pastMonth: boolean): CostBounds {
  const atoms = atomStore();
  const parts = partedSums(atoms, one.models, one.card, { slots: rows.slots, fixed: (name) => ownValue(one, name) });
  const dues = parts.map(({ due }) => mergedLadders(atoms, due));
  const onces = one.models.map((model, place) =>
    pastMonth ? onceSum(atoms, one, model, rows.slots, place === rows.from, rows.moves[place] !== "none") : NOTHING_ONCE,
  );
  const pairs = pairSums(dues, (left, right) => mergedLadders(atoms, difference(left, right)));
  const oncePairs = pairSums(onces, difference);
  const sums = sumBounds(rows.inputs, rows.count, rows.moving);
  const billed = one.models.map((_, place) => rows.billed(place));
  const runningOn = one.models.map((_, place) => rows.runningOn(place));
  const weight = (row: number): number => rows.weights[row] ?? Number.NaN;
  const due = (place: number, row: number): Bounds => sums.of(dues[place] as Sum, row);
  const added = (list: readonly number[], boundsOf: (row: number) => Bounds): Bounds =>
    list.reduce((total, row) => plus(total, boundsOf(row), weight(row)), NOTHING);
  const tail = (place: number): Bounds => added(runningOn[place] ?? [], (row) => due(rows.from, row));

  const carried = (place: number): Carried => {
    let found: Carried = "everywhere";
    for (const row of billed[place] ?? []) {
      for (const limit of parts[place]?.limits ?? []) {
        const { low, high } = sums.of(limit, row);
        if (low === Number.POSITIVE_INFINITY) return "nowhere";
        if (high !== 0) found = "unsure";
      }
      const { low, high } = due(place, row);
      if (low === Number.POSITIVE_INFINITY) return "nowhere";
      if (high === Number.POSITIVE_INFINITY) found = "unsure";
    }
    return tail(place).high === Number.POSITIVE_INFINITY ? "unsure" : found;
  };
  const apart = (left: number, right: number): Bounds => {
    const pair = pairs(left, right);
    const [ours, theirs] = [billed[left] ?? [], billed[right] ?? []];
    let total = sums.of(oncePairs(left, right), 0);
    ours.forEach((row, index) => {
      const other = theirs[index] ?? row;
      if (row === other) total = plus(total, sums.of(pair, row), weight(row));
      else total = minus(plus(total, due(left, row), weight(row)), due(right, other), weight(other));
    });
    const [behind, ahead] = [runningOn[left]?.length ?? 0, runningOn[right]?.length ?? 0];
    return behind === ahead ? total : minus(plus(total, tail(left)), tail(right));
  };
  return {
    over: (low, high) => {
      rows.write(low, high);
      sums.read();
    },
    carried,
    apart,
    cost: (place) =>
      plus(
        plus(
          sums.of(onces[place] as Sum, 0),
          added(billed[place] ?? [], (row) => due(place, row)),
        ),
        tail(place),
      ),
    parallel: (left, right) =>
      pairs(left, right).terms.size === 0 && oncePairs(left, right).terms.size === 0 && rows.moves[left] === rows.moves[right],
  };
}

/** Differences of two sums, each made once. */
function pairSums(sums: readonly Sum[], made: (left: Sum, right: Sum) => Sum): (left: number, right: number) => Sum {
  const known = new Map<number, Sum>();
  return (left, right) => {
    const key = left * sums.length + right;
    const before = known.get(key);
    if (before) return before;
    const pair = made(sums[left] as Sum, sums[right] as Sum);
    known.set(key, pair);
    return pair;
  };
}
