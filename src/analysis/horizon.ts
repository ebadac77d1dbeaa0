import { obstacleText } from "../engine/obstacle.js";
import type { AlternativeModel } from "../engine/model.js";
import { collect } from "../problems/collect.js";
import { type Decimal, ZERO } from "../units/decimal.js";
import type { Usd } from "../units/usd.js";
import { discountFactors } from "./discount-factors.js";
import { billLedgers, type HorizonTotals, type Ledgers, type MonthCost, monthCosts, NOTHING, together, totalsOf } from "./month-cost.js";
import { type MonthObstacle, type Move, moveCost } from "./moving.js";
import type { Outlook } from "./outlook.js";
import { type Payback, paybacksOf } from "./payback.js";

/** What an alternative costs over the horizon. */
export type HorizonCost = HorizonTotals & {
  readonly model: AlternativeModel;
  /** from month 0 on */
  readonly months: readonly MonthCost[];
  /** how users come to it from what is in use today; undefined for that one itself, and for a new product */
  readonly move: Move | undefined;
  /** the first month that it cannot carry, and why; sums from there on lack what cannot be priced */
  readonly obstacle: MonthObstacle | undefined;
};

export type HorizonComparison = {
  readonly outlook: Outlook;
  readonly costs: readonly HorizonCost[];
  /** the least present value among those that carry every month; the first named wins a tie */
  readonly cheapest: HorizonCost | undefined;
  readonly cheapestWithoutLabour: HorizonCost | undefined;
  readonly paybacks: readonly Payback[];
};

/** Costs of every alternative over the horizon: one-off costs before month 1, then the bill of each month. @throws ProblemError with every missing price */
export function horizonComparison(look: Outlook): HorizonComparison {
  collect(
    look.study.models.flatMap((model) => look.months.map((month) => ({ model, month }))),
    ({ model, month }) => look.billIn(model, month),
  );
  const factors = discountFactors(look.horizon.discountRate, look.months.length);
  const from = originOf(look);
  const costs = look.study.models.map((model) => horizonCost(look, model, from, factors));
  const able = costs.filter((cost) => cost.obstacle === undefined);
  return {
    outlook: look,
    costs,
    paybacks: paybacksOf(able),
    cheapest: leastBy(able, (cost) => cost.presentValue),
    cheapestWithoutLabour: leastBy(able, (cost) => cost.presentValueWithoutLabour),
  };
}

/** The alternative in use today. */
export function originOf(look: Outlook): AlternativeModel | undefined {
  return look.study.models.find((model) => model.id === look.study.scenario.migration.from);
}

export function leastBy<T>(all: readonly T[], by: (one: T) => Decimal): T | undefined {
  return all.reduce<T | undefined>((best, one) => (best === undefined || by(one).lt(by(best)) ? one : best), undefined);
}

function horizonCost(look: Outlook, model: AlternativeModel, from: AlternativeModel | undefined, factors: readonly Decimal[]): HorizonCost {
  const move = from && from !== model ? moveCost(look, from, model, 1) : undefined;
  const work = workOf(move);
  const upFront = { month: 0, mau: look.months[0]?.mau ?? ZERO, ...together(onceOf(look, model), work), moving: work };
  const months = monthCosts([
    upFront,
    ...look.months.map((month, index) => {
      const moving = move?.monthly[index] ?? NOTHING;
      return { month: month.month, mau: month.mau, ...together(billLedgers(look.billIn(model, month)), moving), moving };
    }),
  ]);
  return { model, months, move, obstacle: earlier(firstObstacle(look, model), move?.obstacle), ...totalsOf(months, factors) };
}

export function workOf(move: Move | undefined): Ledgers {
  return move ? { other: NOTHING.other, labour: move.work } : NOTHING;
}

/** One-off costs; what is in use today has been built already. */
export function onceOf(look: Outlook, model: AlternativeModel): Ledgers {
  const [first] = look.months;
  if (!first || model === originOf(look)) return NOTHING;
  const made = look.billIn(model, first);
  return { other: made.once.minus(made.onceLabour) as Usd, labour: made.onceLabour };
}

/** The first month from `from` on that the alternative cannot carry. */
export function firstObstacle(look: Outlook, model: AlternativeModel, from = 1): MonthObstacle | undefined {
  for (const month of look.months.slice(from - 1)) {
    const { obstacles } = look.billIn(model, month);
    if (obstacles.length > 0) return { month: month.month, because: obstacles.map(obstacleText) };
  }
  return undefined;
}

function earlier(one: MonthObstacle | undefined, other: MonthObstacle | undefined): MonthObstacle | undefined {
  if (!one || !other) return one ?? other;
  return other.month < one.month ? other : one;
}
