import type { Usd } from "../units/usd.js";
import type { HorizonComparison } from "./horizon.js";
import type { MonthCost } from "./month-cost.js";

/** Who has cost least in all after each month from one to another, one-off costs and moves included; undefined where none has carried every month so far. */
export type Stretch = { readonly from: number; readonly to: number; readonly winner: string | undefined };
/** `at` is the first month after which `to` has cost less. */
export type MonthCrossing = { readonly at: number; readonly from: string | undefined; readonly to: string | undefined };
export type SoFar = { readonly winners: readonly Stretch[]; readonly crossings: readonly MonthCrossing[] };

export type CheapestSoFar = { readonly withLabour: SoFar; readonly withoutLabour: SoFar };

/** Break-even over the months of a horizon, in dollars as they are, exactly. An alternative is out from the first month that it cannot carry. Equal sums: the first named. */
export function cheapestSoFar(comparison: HorizonComparison): CheapestSoFar {
  return {
    withLabour: soFar(comparison, (month) => month.cumulative),
    withoutLabour: soFar(comparison, (month) => month.cumulativeWithoutLabour),
  };
}

function soFar({ costs, outlook }: HorizonComparison, spent: (month: MonthCost) => Usd): SoFar {
  const winners: Stretch[] = [];
  for (const { month } of outlook.months) {
    const winner = winnerAfter(month, costs, spent);
    const before = winners.at(-1);
    if (before && before.winner === winner) winners[winners.length - 1] = { ...before, to: month };
    else winners.push({ from: month, to: month, winner });
  }
  return {
    winners,
    crossings: winners.slice(1).map((stretch, index) => ({ at: stretch.from, from: winners[index]?.winner, to: stretch.winner })),
  };
}

function winnerAfter(month: number, costs: HorizonComparison["costs"], spent: (month: MonthCost) => Usd): string | undefined {
  let best: { readonly id: string; readonly spent: Usd } | undefined;
  for (const { model, months, obstacle } of costs) {
    const now = months[month];
    if (!now || (obstacle && obstacle.month <= month)) continue;
    if (!best || spent(now).lt(best.spent)) best = { id: model.id, spent: spent(now) };
  }
  return best?.id;
}
