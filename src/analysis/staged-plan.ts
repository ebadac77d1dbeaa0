import type { AlternativeModel } from "../engine/model.js";
import { type Decimal, ZERO } from "../units/decimal.js";
import { discountFactors } from "./discount-factors.js";
import { firstObstacle, onceOf, originOf, workOf } from "./horizon.js";
import { billLedgers, type HorizonTotals, type Ledgers, type MonthCost, monthCosts, NOTHING, together, totalsOf } from "./month-cost.js";
import { sameUsers } from "./move-kind.js";
import { type MonthObstacle, type Move, moveCost } from "./moving.js";
import type { Outlook } from "./outlook.js";

/** Two alternatives one after the other. */
export type StagedPlan = HorizonTotals & {
  readonly first: AlternativeModel;
  readonly second: AlternativeModel;
  /** the first month that the second serves */
  readonly month: number;
  /** how users come to the first from what is in use today */
  readonly start: Move | undefined;
  /** how users come from the first to the second; its work is paid at the end of the month before */
  readonly change: Move;
  /** one-off costs of the second, paid together with the work */
  readonly build: Ledgers;
  /** from month 0 on */
  readonly months: readonly MonthCost[];
  /** what makes it impossible */
  readonly obstacle: MonthObstacle | undefined;
};

/**
 * The cost of beginning with one alternative and changing to another at the beginning of a month.
 * Paid before month 1: the first's one-off costs and the work of moving to it. Paid at the end of the month before the change: the
 * second's one-off costs and the work of moving on. A first move that is not over by then runs on, unless users return to where they came from.
 * @param month 2 to the last of the horizon
 */
export function stagedPlan(look: Outlook, first: AlternativeModel, second: AlternativeModel, month: number): StagedPlan {
  const from = originOf(look);
  const start = from && from !== first ? moveCost(look, from, first, 1) : undefined;
  const startEnds = endOfStart(from, second, month);
  const change = moveCost(look, first, second, month);
  const build = onceOf(look, second);
  const movingIn = (at: number): Ledgers =>
    together(
      at === 0 ? workOf(start) : at < startEnds ? (start?.monthly[at - 1] ?? NOTHING) : NOTHING,
      at === month - 1 ? workOf(change) : (change.monthly[at - month] ?? NOTHING),
    );
  const entries = [undefined, ...look.months].map((users, at) => {
    const moving = movingIn(at);
    const running = users ? billLedgers(look.billIn(at < month ? first : second, users)) : onceOf(look, first);
    return {
      month: at,
      mau: users?.mau ?? look.months[0]?.mau ?? ZERO,
      ...together(running, moving, at === month - 1 ? build : NOTHING),
      moving,
    };
  });
  const months = monthCosts(entries);
  return {
    first,
    second,
    month,
    start,
    change,
    build,
    months,
    obstacle: obstacleOf(look, first, second, month, startEnds, start, change),
    ...totalsOf(months, factorsOf(look)),
  };
}

/** The first month that no longer has users in today's system on their way to the first alternative, where the change itself ends that. */
export function endOfStart(from: AlternativeModel | undefined, second: AlternativeModel, month: number): number {
  return from && sameUsers(from, second) ? month : Number.POSITIVE_INFINITY;
}

export const factorsOf = (look: Outlook): readonly Decimal[] => discountFactors(look.horizon.discountRate, look.months.length);

function obstacleOf(
  look: Outlook,
  first: AlternativeModel,
  second: AlternativeModel,
  month: number,
  startEnds: number,
  start: Move | undefined,
  change: Move,
): MonthObstacle | undefined {
  const early = [firstObstacle(look, first)].find((one) => one && one.month < month);
  const moved = [start?.obstacle].find((one) => one && one.month < startEnds);
  return early ?? moved ?? firstObstacle(look, second, month) ?? change.obstacle;
}
