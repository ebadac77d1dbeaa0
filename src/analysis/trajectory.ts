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
 * Users over the horizon. The trend begins with the workload's users and grows, seasons multiply it, and a month has whole users.
 * New accounts replace those who left and carry the growth: trend(t) - (1 - churn) trend(t-1), never below 0. Accounts stay when
 * users leave, and are never fewer than the users of the month.
 */
export function trajectory(horizon: Horizon, start: Start): readonly MonthOfUsers[] {
  const { seasonality } = horizon;
  const months: MonthOfUsers[] = [];
  let before = start.mau;
  let registeredUsers = start.registeredUsers;
  for (let month = 1; month <= horizon.months; month++) {
    const trend = month === 1 ? start.mau : nextTrend(horizon.growth, before, start.mau, month);
    const signUps = signUpsIn(month, trend, before, horizon, start);
    const season = seasonality.length === 0 ? ONE : (seasonality[(month - 1) % seasonality.length] ?? ONE);
    const mau = roundHalfUp(trend.times(season), 0);
    registeredUsers = largest([month === 1 ? registeredUsers : registeredUsers.plus(signUps), mau]);
    months.push({ month, mau, registeredUsers, signUps });
    before = trend;
  }
  return months;
}

/** Stated sign-ups follow the trend, which they cannot where it begins with nobody. */
function signUpsIn(month: number, trend: Decimal, before: Decimal, { churn }: Horizon, { mau, signUps }: Start): Decimal {
  if (signUps && month === 1) return signUps;
  if (signUps && !mau.isZero()) return signUps.times(trend).div(mau);
  return largest([ZERO, trend.minus(before.times(ONE.minus(churn)))]);
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

/** On the straight line between the table's months; month 1 has the workload's own users, whatever value of them is looked at. */
function inTable(rows: Extract<Growth, { kind: "table" }>["months"], first: Decimal, month: number): Decimal {
  const known = [{ month: 1, mau: first }, ...rows.filter((row) => row.month > 1)];
  const next = known.findIndex((row) => row.month >= month);
  const [left, right] = [known[next - 1], known[next]];
  if (!right) return known.at(-1)?.mau ?? first;
  if (!left || right.month === month) return right.mau;
  return left.mau.plus(
    right.mau
      .minus(left.mau)
      .times(whole(month - left.month))
      .div(whole(right.month - left.month)),
  );
}
