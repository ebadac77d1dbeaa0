import type { Column } from "../engine/plan.js";
import type { Growth, Horizon } from "../scenario/horizon.js";
import { fromDouble } from "../units/decimal.js";
import { trajectory } from "./trajectory.js";

/** The columns of drivers that the horizon moves; they hold the values of month 1 before `start`. */
type Users = { readonly mau: Column; readonly registeredUsers: Column; readonly signUps: Column };

export type FastTrajectory = {
  /** begins a block: the columns hold the drawn values of month 1 */
  readonly start: (rows: number) => void;
  /** writes a month's users into the columns; months must come in turn from 1 */
  readonly month: (month: number, rows: number) => void;
  /** puts the drawn values back */
  readonly end: (rows: number) => void;
};

/** The fast twin of `trajectory`, row by row over columns; `growths` is the column of a growth that is drawn. A count of users too near a half to be rounded by doubles is taken from the exact one. */
export function fastTrajectory(
  horizon: Horizon,
  users: Users,
  growths: Column | undefined,
  signUpsStated: boolean,
  most: number,
): FastTrajectory {
  const [first, registered, signUps, trend] = [
    new Float64Array(most),
    new Float64Array(most),
    new Float64Array(most),
    new Float64Array(most),
  ];
  const seasons = horizon.seasonality.map((season) => season.toNumber());
  const keep = 1 - horizon.churn.toNumber();
  const next = nextTrend(horizon.growth);
  const stated = horizon.growth.kind === "compound" ? horizon.growth.monthly.toNumber() : 0;

  const exactMau = (row: number, month: number): number => {
    const drawn = growths?.[row];
    const path = trajectory(
      { ...horizon, months: month, ...(drawn === undefined ? {} : { growth: { kind: "compound", monthly: fromDouble(drawn) } as const }) },
      {
        mau: fromDouble(first[row] as number),
        registeredUsers: fromDouble(registered[row] as number),
        signUps: signUpsStated ? fromDouble(signUps[row] as number) : undefined,
      },
    );
    return path.at(-1)?.mau.toNumber() ?? Number.NaN;
  };

  return {
    start: (rows) => {
      first.set(users.mau.subarray(0, rows));
      registered.set(users.registeredUsers.subarray(0, rows));
      signUps.set(users.signUps.subarray(0, rows));
    },
    month: (month, rows) => {
      const season = seasons.length === 0 ? 1 : (seasons[(month - 1) % seasons.length] as number);
      for (let row = 0; row < rows; row++) {
        const start = first[row] as number;
        const before = month === 1 ? start : (trend[row] as number);
        const now = month === 1 ? start : next(before, start, month, growths ? (growths[row] as number) : stated);
        trend[row] = now;
        const added =
          signUpsStated && month === 1
            ? (signUps[row] as number)
            : signUpsStated && start !== 0
              ? ((signUps[row] as number) * now) / start
              : Math.max(0, now - before * keep);
        users.signUps[row] = added;
        const people = now * season;
        const fraction = people - Math.floor(people);
        users.mau[row] = Math.round(people);
        if (Math.abs(fraction - 0.5) < 1e-9 + 1e-13 * people) users.mau[row] = exactMau(row, month);
        users.registeredUsers[row] = Math.max((users.registeredUsers[row] as number) + (month > 1 ? added : 0), users.mau[row] as number);
      }
    },
    end: (rows) => {
      users.mau.set(first.subarray(0, rows));
      users.registeredUsers.set(registered.subarray(0, rows));
      users.signUps.set(signUps.subarray(0, rows));
    },
  };
}

/** @param monthly the growth of a compound trend: the stated one, or a draw */
type Next = (before: number, first: number, month: number, monthly: number) => number;

function nextTrend(growth: Growth): Next {
  switch (growth.kind) {
    case "none":
      return (before) => before;
    case "compound":
      return (before, _first, _month, monthly) => before * (1 + monthly);
    case "linear": {
      const users = growth.users.toNumber();
      return (before) => Math.max(0, before + users);
    }
    case "logistic": {
      const [monthly, ceiling] = [growth.monthly.toNumber(), growth.ceiling.toNumber()];
      return (before) => {
        const now = ceiling === 0 ? 0 : before + before * monthly * (1 - before / ceiling);
        return before > ceiling ? Math.max(ceiling, now) : now;
      };
    }
    case "table":
      return inTable(growth.months.map(({ month, mau }) => ({ month, mau: mau.toNumber() })));
    default:
      return growth satisfies never;
  }
}

function inTable(rows: readonly { readonly month: number; readonly mau: number }[]): Next {
  const later = rows.filter((row) => row.month > 1);
  return (_before, first, month) => {
    const known = [{ month: 1, mau: first }, ...later];
    const next = known.findIndex((row) => row.month >= month);
    const [left, right] = [known[next - 1], known[next]];
    if (!right) return known.at(-1)?.mau ?? first;
    return !left || right.month === month
      ? right.mau
      : left.mau + ((right.mau - left.mau) * (month - left.month)) / (right.month - left.month);
  };
}
