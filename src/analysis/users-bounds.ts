import type { Bounds } from "../engine/span.js";
import type { Growth, Horizon } from "../scenario/horizon.js";

/** What the users of the first month lie between; `signUps` where the scenario states them. */
export type StartBounds = { readonly mau: Bounds; readonly registeredUsers: Bounds; readonly signUps: Bounds | undefined };
export type MonthBounds = { readonly mau: Bounds; readonly registeredUsers: Bounds; readonly signUps: Bounds };

/** Doubles are off by less than this part of a value. */
const SLACK = 1e-12;

/** The users of every month while those of the first lie between bounds: `trajectory` over intervals. Sound, not tight. */
export function usersBounds(horizon: Horizon, start: StartBounds): readonly MonthBounds[] {
  const keep = 1 - horizon.churn.toNumber();
  const seasons = horizon.seasonality.map((season) => season.toNumber());
  const next = nextBounds(horizon.growth, start.mau);
  // Where each month's trend is a multiple of the first, so is what is made of two of them: no width is lost in subtracting.
  const monthly = horizon.growth.kind === "compound" ? horizon.growth.monthly.toNumber() : horizon.growth.kind === "none" ? 0 : undefined;
  const months: MonthBounds[] = [];
  let before = start.mau;
  let accounts = start.registeredUsers;
  for (let month = 1; month <= horizon.months; month++) {
    const trend = month === 1 ? start.mau : next(before, month);
    const grown = monthly === undefined || month === 1 ? undefined : 1 + monthly;
    const unstated =
      month === 1
        ? times(start.mau, 1 - keep)
        : grown === undefined
          ? { low: trend.low - keep * before.high, high: trend.high - keep * before.low }
          : times(before, grown - keep);
    const signUps = start.signUps ? followed(start, start.signUps, trend, month, monthly, unstated) : notBelow0(unstated);
    const season = seasons.length === 0 ? 1 : (seasons[(month - 1) % seasons.length] ?? 1);
    const mau = { low: Math.round(trend.low * season * (1 - SLACK)), high: Math.round(trend.high * season * (1 + SLACK)) };
    const sofar = month === 1 ? accounts : { low: accounts.low + signUps.low, high: accounts.high + signUps.high };
    accounts = { low: Math.max(sofar.low, mau.low), high: Math.max(sofar.high, mau.high) };
    months.push({ mau, registeredUsers: accounts, signUps });
    before = trend;
  }
  return months;
}

const notBelow0 = ({ low, high }: Bounds): Bounds => ({ low: Math.max(0, low), high: Math.max(0, high) });
const times = ({ low, high }: Bounds, factor: number): Bounds =>
  factor < 0 ? { low: high * factor, high: low * factor } : { low: low * factor, high: high * factor };

/** Stated sign-ups follow the trend, which they cannot where it begins with nobody. */
function followed(
  { mau }: StartBounds,
  signUps: Bounds,
  trend: Bounds,
  month: number,
  monthly: number | undefined,
  unstated: Bounds,
): Bounds {
  if (month === 1) return signUps;
  const other = mau.low === 0 ? notBelow0(unstated) : undefined;
  if (other && mau.high === 0) return other;
  const factor =
    monthly === undefined
      ? { low: trend.low / mau.high, high: mau.low === 0 ? Number.POSITIVE_INFINITY : trend.high / mau.low }
      : pointOf((1 + monthly) ** (month - 1));
  const [low, high] = [signUps.low * factor.low * (1 - SLACK), signUps.high === 0 ? 0 : signUps.high * factor.high * (1 + SLACK)];
  return other ? { low: Math.min(low, other.low), high: Math.max(high, other.high) } : { low, high };
}

export const pointOf = (value: number): Bounds => ({ low: value, high: value });

/** The trend of a month after the first, from that of the month before. */
function nextBounds(growth: Growth, first: Bounds): (before: Bounds, month: number) => Bounds {
  switch (growth.kind) {
    case "none":
      return (before) => before;
    case "compound": {
      const factor = 1 + growth.monthly.toNumber();
      return (before) => times(before, factor);
    }
    case "linear": {
      const users = growth.users.toNumber();
      return ({ low, high }) => notBelow0({ low: low + users, high: high + users });
    }
    case "logistic":
      return logistic(growth.monthly.toNumber(), growth.ceiling.toNumber());
    case "table": {
      const later = growth.months.filter(({ month }) => month > 1).map(({ month, mau }) => ({ month, mau: mau.toNumber() }));
      return (_before, month) => ({ low: inTable(later, first.low, month), high: inTable(later, first.high, month) });
    }
    default:
      return growth satisfies never;
  }
}

/** As a function of the month before, logistic growth has one summit at most: its least is at an end, its most at an end or at the summit. */
function logistic(monthly: number, ceiling: number): (before: Bounds) => Bounds {
  if (ceiling === 0) return () => pointOf(0);
  const at = (before: number): number => {
    const now = before + before * monthly * (1 - before / ceiling);
    return before > ceiling ? Math.max(ceiling, now) : now;
  };
  const summit = (ceiling * (1 + monthly)) / (2 * monthly);
  return ({ low, high }) => {
    const ends = [at(low), at(high)];
    return { low: Math.min(...ends), high: Math.max(...ends, ...(summit > low && summit < high ? [at(summit)] : [])) };
  };
}

/** On the straight line between the table's months; it rises with the users of month 1. */
function inTable(later: readonly { readonly month: number; readonly mau: number }[], first: number, month: number): number {
  const known = [{ month: 1, mau: first }, ...later];
  const next = known.findIndex((row) => row.month >= month);
  const [left, right] = [known[next - 1], known[next]];
  if (!right) return known.at(-1)?.mau ?? first;
  return !left || right.month === month
    ? right.mau
    : left.mau + ((right.mau - left.mau) * (month - left.month)) / (right.month - left.month);
}
