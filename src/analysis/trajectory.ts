import type { Growth, Horizon } from "../scenario/horizon.js";
import { type Decimal, largest, ONE, roundHalfUp, whole, ZERO } from "../units/decimal.js";

/** The users of one month of the horizon; months count from 1. */
export type MonthOfUsers = { readonly month: number; readonly mau: Decimal; readonly registeredUsers: Decimal; readonly signUps: Decimal };

export type Start = {
  readonly mau: Decimal;
  readonly registeredUsers: Decimal;
  /** sign-ups of the first month where the scenario states them; they then follow the users. Undefined: growth and churn tell them */
  readonly signUps: Decimal | undefined;
};

/**
 * Users over the horizon. Month 1 has the workload's users; the trend grows, seasons multiply it, and a month has whole users.
 * New accounts replace those who left and carry the growth: trend(t) - (1 - churn) trend(t-1), never below 0. Accounts stay when users leave.
 */
export function trajectory(horizon: Horizon, start: Start): readonly MonthOfUsers[] {
  const { churn, seasonality } = horizon;
  const months: MonthOfUsers[] = [];
  let before = start.mau;
  let registeredUsers = start.registeredUsers;
  for (let month = 1; month <= horizon.months; month++) {
    const trend = month === 1 ? start.mau : nextTrend(horizon.growth, before, start.mau, month);
    const signUps = start.signUps ? (start.mau.isZero() ? ZERO : start.signUps.times(trend).div(start.mau)) : largest([ZERO, trend.minus(before.times(ONE.minus(churn)))]);
    if (month > 1) registeredUsers = registeredUsers.plus(signUps);
    const season = seasonality.length === 0 ? ONE : (seasonality[(month - 1) % seasonality.length] ?? ONE);
    months.push({ month, mau: roundHalfUp(trend.times(season), 0), registeredUsers, signUps });
    before = trend;
  }
  return months;
}

/** The trend of a month after the first, from the month before it. */
function nextTrend(growth: Growth, before: Decimal, first: Decimal, month: number): Decimal {
  switch (growth.kind) {
    case "none":
      return before;
    case "compound":
      return before.times(ONE.plus(growth.monthly));
    case "linear":
      return largest([ZERO, before.plus(growth.users)]);
    case "logistic":
      return towards(growth.ceiling, before, growth.monthly);
    case "table":
      return inTable(growth.months, first, month);
    default:
      return growth satisfies never;
  }
}

/** Logistic growth; users above the ceiling come down to it, not past it. */
function towards(ceiling: Decimal, before: Decimal, monthly: Decimal): Decimal {
  if (ceiling.isZero()) return ZERO;
  const next = before.plus(before.times(monthly).times(ONE.minus(before.div(ceiling))));
  return before.gt(ceiling) ? largest([ceiling, next]) : next;
}

/** On the straight line between the table's months; the workload's own users stand for month 1 where the table does not say. */
function inTable(rows: Extract<Growth, { kind: "table" }>["months"], first: Decimal, month: number): Decimal {
  const known = rows[0]?.month === 1 ? rows : [{ month: 1, mau: first }, ...rows];
  const next = known.findIndex((row) => row.month >= month);
  const [left, right] = [known[next - 1], known[next]];
  if (!right) return known.at(-1)?.mau ?? first;
  if (!left || right.month === month) return right.mau;
  return left.mau.plus(right.mau.minus(left.mau).times(whole(month - left.month)).div(whole(right.month - left.month)));
}
