import type { AlternativeModel } from "../engine/model.js";
import type { Horizon } from "../scenario/horizon.js";
import { type Decimal, ONE, sum, ZERO } from "../units/decimal.js";
import { discountFactors } from "./discount-factors.js";
import { moveKind } from "./move-kind.js";
import type { Study } from "./study.js";

/** What one dollar a month more on an alternative's bill adds to the cost of each alternative, in the models' order. */
export type MonthlyDollar = (payer: AlternativeModel) => readonly Decimal[];

/** In one month: a dollar to the alternative itself, nothing to the others. */
export function inOneMonth({ models }: Study): MonthlyDollar {
  return (payer) => models.map((model) => (model === payer ? ONE : ZERO));
}

/** Over a horizon, in dollars of today: every month of its own, and of what is in use today also the months in which it runs on for those who have not moved. */
export function overMonths(one: Study, { discountRate, months }: Horizon): MonthlyDollar {
  const [, ...factors] = discountFactors(discountRate, months);
  const { migration } = one.scenario;
  const runsOn = sum(factors.slice(0, migration.tail.length));
  return (payer) =>
    one.models.map((model) => {
      if (model === payer) return sum(factors);
      return payer.id === migration.from && moveKind(payer, model, migration.method) === "lazy" ? runsOn : ZERO;
    });
}
