import { nodesOf } from "../units/node.js";
import { whole } from "../units/decimal.js";
import type { Bill } from "../engine/bill.js";
import { gridOver } from "./changes.js";
import { searchEnd } from "./cheapest-over-users.js";
import { type Study, searchCosts } from "./study.js";

export type CurvePoint = { readonly mau: number; readonly bills: readonly Bill[] };

const POINTS_A_DECADE = 10;
const FIRST_USERS = 100;
/** A jump of at least this part of the cost between neighbouring user counts is drawn as a step. */
const STEP_SHARE = 0.02;

/**
 * Exact bills over users for drawing: an even logarithmic grid, the compared user counts, both sides of every crossing
 * and of every visible step, so that straight lines between the points show steps as steps.
 */
export function costCurve(one: Study, crossings: readonly number[]): readonly CurvePoint[] {
  const end = searchEnd(one);
  const counts = new Set<number>([
    FIRST_USERS,
    ...gridOver(FIRST_USERS, end, POINTS_A_DECADE),
    ...one.scenario.points.map((point) => point.toNumber()),
  ]);
  for (const at of [...crossings, ...stepsOver(one, end)]) counts.add(at - 1).add(at);
  return [...counts]
    .filter((count) => count >= 1 && count <= end)
    .sort((a, b) => a - b)
    .map((mau) => ({ mau, bills: one.models.map((model) => one.billAt(model, whole(mau))) }));
}

/** User counts at which a cost jumps: where the whole-number part of a ladder or a rounding changes what is bought. */
function stepsOver(one: Study, end: number): readonly number[] {
  const hasSteps = one.models.map((model) =>
    model.charges.some((charge) => charge.choice && nodesOf(charge.quantity).some((node) => node.kind === "ladder")),
  );
  const steps = new Set<number>();
  one.models.forEach((_, index) => {
    if (!hasSteps[index]) return;
    const cost = (mau: number): number => searchCosts(one, mau)[index] ?? Number.NaN;
    const jumps = (low: number, high: number): boolean =>
      Math.abs(cost(high) - cost(low)) > STEP_SHARE * cost(low) + slope(low, high, cost);
    for (const [low, high] of pairs([FIRST_USERS, ...gridOver(FIRST_USERS, end, 40)])) {
      if (!jumps(low, high)) continue;
      const at = steepest(low, high, cost);
      if (Math.abs(cost(at) - cost(at - 1)) > STEP_SHARE * cost(at - 1)) steps.add(at);
    }
  });
  return [...steps];
}

/** What a cost that grows in proportion would add between two user counts. */
const slope = (low: number, high: number, cost: (mau: number) => number): number => (cost(low) * (high - low)) / low / 2;

/** Halves the stretch towards the half in which the cost changes more, down to neighbouring user counts. */
function steepest(low: number, high: number, cost: (mau: number) => number): number {
  let below = low;
  let above = high;
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (Math.abs(cost(middle) - cost(below)) >= Math.abs(cost(above) - cost(middle))) above = middle;
    else below = middle;
  }
  return above;
}

function pairs(values: readonly number[]): readonly (readonly [number, number])[] {
  return values.slice(1).map((value, index) => [values[index] ?? value, value] as const);
}
