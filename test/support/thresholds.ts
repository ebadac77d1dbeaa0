import type { Point } from "../../src/engine/bill.js";
import type { AlternativeModel } from "../../src/engine/model.js";
import type { Rate, RateCard } from "../../src/prices/rate-card.js";
import { type Decimal, decimal, sum, whole, ZERO } from "../../src/units/decimal.js";
import { evaluator } from "../../src/units/evaluate.js";
import { type Node, nodesOf } from "../../src/units/node.js";

const MOST_USERS = 1_000_000_000;

/** Quantities at which a rate bends or jumps. */
function boundsOf(rate: Rate): readonly Decimal[] {
  const { schedule, allowance } = rate;
  if ("tiers" in schedule) return [allowance, ...schedule.tiers.map((tier) => allowance.plus(tier.upTo))];
  return schedule.kind === "package" ? [allowance, allowance.plus(schedule.size), allowance.plus(schedule.size.times(2))] : [allowance];
}

type Watch = { readonly value: (mau: number) => Decimal; readonly bounds: readonly Decimal[] };

/**
 * The user counts at which a cost bends, jumps or steps: the first count above each ladder rung, limit, tier bound and
 * the first steps of each rounding, found by bisection on the exact path (all of them grow with the users).
 */
export function thresholdsOf(model: AlternativeModel, workload: Point, card: RateCard): readonly number[] {
  const evaluate = (node: Node, mau: number): Decimal => evaluator((name) => (name === "mau" ? whole(mau) : (workload.get(name as "mau") ?? ZERO)))(node);
  const nodes = nodesOf(...model.charges.map((charge) => charge.quantity), ...model.limits.map((limit) => limit.value));
  const inner = nodes.flatMap((node): Watch[] => {
    if (node.kind === "ladder") return [{ value: (mau) => evaluate(node.of, mau), bounds: node.rungs.map((rung) => rung.upTo) }];
    if (node.kind === "ceil-to") return [{ value: (mau) => evaluate(node.of, mau), bounds: [1, 2, 7].map((steps) => node.step.times(steps)) }];
    return node.kind === "excess" ? [{ value: (mau) => evaluate(node.of, mau).minus(evaluate(node.over, mau)), bounds: [ZERO] }] : [];
  });
  const pools = new Map<string, Node[]>();
  for (const charge of model.charges) pools.set(charge.rate, [...(pools.get(charge.rate) ?? []), charge.quantity]);
  const priced = [...pools].map(([id, members]): Watch => ({ value: (mau) => sum(members.map((node) => evaluate(node, mau))), bounds: boundsOf(card.rate(id)) }));
  const limits = model.limits.map((limit): Watch => ({ value: (mau) => evaluate(limit.value, mau), bounds: [limit.most] }));
  const found = [...inner, ...priced, ...limits].flatMap((watch) => watch.bounds.flatMap((bound) => firstAbove(watch.value, bound)));
  return [...new Set(found)].sort((a, b) => a - b);
}

/** The first user count whose value is above the bound, if the value passes it at all. */
function firstAbove(value: (mau: number) => Decimal, bound: Decimal): readonly number[] {
  let low = 1;
  let high = MOST_USERS;
  if (value(low).gt(bound) || !value(high).gt(bound)) return [];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (value(middle).gt(bound)) high = middle;
    else low = middle;
  }
  return [high];
}

export const usersOf = (mau: number): Decimal => decimal(String(mau));
