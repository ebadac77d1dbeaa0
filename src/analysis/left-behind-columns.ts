import type { Column, Slots } from "../engine/plan.js";
import type { DriverName } from "../scenario/driver-spec.js";

/** Turns a month's columns into those of the old system in a lazy move, and back: the fast twin of `leftBehind` for a move in month 1. */
export type LeftBehindColumns = {
  readonly enter: (month: number, share: number, rows: number) => void;
  readonly leave: (rows: number) => void;
};

/** What the new system serves from its first month on. */
const GONE = ["signUpsPerMonth", "m2mAppClients", "m2mTokenRequests"] as const satisfies readonly DriverName[];

export function leftBehindColumns(inputs: readonly Column[], slots: Slots, most: number): LeftBehindColumns {
  const columns = (names: readonly DriverName[]): readonly Column[] => names.flatMap((name) => inputs[slots.get(name) ?? -1] ?? []);
  const [mau, registered, gone] = [columns(["mau"]), columns(["registeredUsers"]), columns(GONE)];
  const changed = [...mau, ...registered, ...gone];
  const saved = changed.map(() => new Float64Array(most));
  const accounts = new Float64Array(most);
  return {
    enter: (month, share, rows) => {
      changed.forEach((column, index) => {
        saved[index]?.set(column.subarray(0, rows));
      });
      for (const column of mau) for (let row = 0; row < rows; row++) column[row] = (column[row] as number) * share;
      for (const column of registered) {
        if (month === 1) accounts.set(column.subarray(0, rows));
        column.set(accounts.subarray(0, rows));
      }
      for (const column of gone) column.fill(0, 0, rows);
    },
    leave: (rows) => {
      changed.forEach((column, index) => {
        column.set(saved[index]?.subarray(0, rows) ?? []);
      });
    },
  };
}
