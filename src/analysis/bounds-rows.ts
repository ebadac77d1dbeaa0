import type { BoundsColumn } from "../engine/atom-bounds.js";
import type { Slots } from "../engine/plan.js";
import type { Bounds } from "../engine/span.js";
import type { DriverName } from "../scenario/driver-spec.js";
import type { Horizon } from "../scenario/horizon.js";
import { discountFactors } from "./discount-factors.js";
import { baseOf } from "./draw-block.js";
import { MOVED_BY_HORIZON } from "./fast-horizon.js";
import { type MoveKind, moveKind } from "./move-kind.js";
import type { Study } from "./study.js";
import { type MonthBounds, pointOf, usersBounds } from "./users-bounds.js";

/** The rows that bounds are computed in, a month of bills each, and what is paid in which. */
export type BoundsRows = {
  readonly slots: Slots;
  /** a column for each slot */
  readonly inputs: readonly BoundsColumn[];
  readonly count: number;
  /** slots whose columns differ from one interval of the variable to another */
  readonly moving: ReadonlySet<number>;
  /** fills the columns for an interval of the variable */
  readonly write: (low: number, high: number) => void;
  /** dollars of today for a dollar in each row */
  readonly weights: readonly number[];
  /** the rows in which an alternative is billed */
  readonly billed: (model: number) => readonly number[];
  /** the rows in which the old system, alternative `from`, runs on beside it */
  readonly runningOn: (model: number) => readonly number[];
  readonly from: number;
  readonly moves: readonly MoveKind[];
};

const columnsFor = (names: readonly string[], count: number): readonly BoundsColumn[] =>
  names.map(() => ({ low: new Float64Array(count), high: new Float64Array(count) }));
const slotsFor = (names: readonly string[]): Slots => new Map(names.map((name, slot) => [name, slot]));

/** One row: the month as it stands. */
export function monthRows(variable: string): BoundsRows {
  const inputs = columnsFor([variable], 1);
  const write = (low: number, high: number): void => {
    inputs[0]?.low.fill(low);
    inputs[0]?.high.fill(high);
  };
  return {
    slots: slotsFor([variable]),
    inputs,
    count: 1,
    moving: new Set([0]),
    write,
    weights: [1],
    billed: () => [0],
    runningOn: () => [],
    from: -1,
    moves: [],
  };
}

/** Drivers of the first month from which the users of all months follow. */
const PATH: readonly string[] = ["mau", "registeredUsers", "signUpsPerMonth"] satisfies readonly DriverName[];

/**
 * The months of the horizon, then the first month with the resets of all users, then the months of a lazy move's tail: as in `fastHorizon`.
 * @param follows how many accounts come with each user, where they follow the users
 */
export function horizonRows(
  one: Study,
  variable: string,
  horizon: Horizon,
  signUpsStated: boolean,
  follows: number | undefined,
): BoundsRows {
  const {
    models,
    scenario: { workload, migration },
  } = one;
  const from = models.findIndex((model) => model.id === migration.from);
  const origin = models[from];
  const moves = models.map((model) => (origin ? moveKind(origin, model, migration.method) : "none"));
  const shares = moves.includes("lazy") ? migration.tail.slice(0, horizon.months).map((share) => share.toNumber()) : [];
  const [resets, tail] = [horizon.months, horizon.months + 1];
  const count = tail + shares.length;
  const names = [...new Set([...MOVED_BY_HORIZON.filter((name) => workload.has(name)), variable])];
  const [slots, inputs] = [slotsFor(names), columnsFor(names, count)];
  const factors = discountFactors(horizon.discountRate, horizon.months).map((factor) => factor.toNumber());
  const isPath = PATH.includes(variable);

  const put = (name: string, row: number, { low, high }: Bounds): void => {
    const column = inputs[slots.get(name) ?? -1];
    if (column) [column.low[row], column.high[row]] = [low, high];
  };
  const putUsers = (row: number, { mau, registeredUsers, signUps }: MonthBounds): void => {
    put("mau", row, mau);
    put("registeredUsers", row, registeredUsers);
    put("signUpsPerMonth", row, signUps);
  };
  const write = (low: number, high: number): void => {
    const stated = (name: string): Bounds => (name === variable ? { low, high } : pointOf(baseOf(one, name)));
    for (const name of names) for (let row = 0; row < count; row++) put(name, row, stated(name));
    const accounts = follows !== undefined && variable === "mau" ? { low: low * follows, high: high * follows } : stated("registeredUsers");
    const months = usersBounds(horizon, {
      mau: stated("mau"),
      registeredUsers: accounts,
      signUps: signUpsStated ? stated("signUpsPerMonth") : undefined,
    });
    months.forEach((month, row) => {
      putUsers(row, month);
    });
    const [first] = months;
    if (!first) return;
    putUsers(resets, first);
    put("passwordResetsPerMau", resets, withAllAccounts(stated("passwordResetsPerMau"), first));
    shares.forEach((share, index) => {
      const { mau } = months[index] ?? first;
      putUsers(tail + index, {
        mau: { low: mau.low * share, high: mau.high * share },
        registeredUsers: first.registeredUsers,
        signUps: pointOf(0),
      });
      for (const name of ["m2mAppClients", "m2mTokenRequests"]) put(name, tail + index, pointOf(0));
    });
  };
  return {
    slots,
    inputs,
    count,
    write,
    from,
    moves,
    moving: new Set(
      names.flatMap((name, slot) =>
        name === variable || (isPath && (PATH.includes(name) || name === "passwordResetsPerMau")) ? [slot] : [],
      ),
    ),
    weights: [...factors.slice(1), factors[1] ?? 1, ...factors.slice(1, 1 + shares.length)],
    billed: (model) => Array.from({ length: horizon.months }, (_, row) => (row === 0 && moves[model] === "forced-reset" ? resets : row)),
    runningOn: (model) => (moves[model] === "lazy" ? shares.map((_, index) => tail + index) : []),
  };
}

/** Resets of each user when every account has one besides the usual ones; without users there are none. */
function withAllAccounts(usual: Bounds, { mau, registeredUsers }: MonthBounds): Bounds {
  if (mau.high === 0) return usual;
  return { low: usual.low + (mau.low === 0 ? 0 : registeredUsers.low / mau.high), high: usual.high + registeredUsers.high / mau.low };
}
