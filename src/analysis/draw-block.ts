import { bill } from "../engine/bill.js";
import type { Column, Slots } from "../engine/plan.js";
import { DRIVER_NAMES } from "../scenario/drivers.js";
import type { DriverName } from "../scenario/driver-spec.js";
import { costName, GROWTH, HOURLY_RATE } from "../scenario/variable-names.js";
import { type Decimal, fromDouble } from "../units/decimal.js";
import type { Study } from "./study.js";
import { variedStudy } from "./varied-study.js";

/** Rows priced at once: few enough for a processor's cache, many enough to make a loop worth its start. */
export const BLOCK = 256;

/** The columns that plans read, for one block of draws after the other. */
export type DrawBlock = {
  readonly slots: Slots;
  readonly inputs: readonly Column[];
  readonly columnOf: (name: string) => Column | undefined;
  /** takes other draws; what they do not name has the scenario's own value */
  readonly begin: (draws: ReadonlyMap<string, Column>) => void;
  readonly load: (from: number, rows: number) => void;
  /** prices one row of one alternative's month exactly; `always` whether or not it can carry the load, as long as it has a price */
  readonly settle: (model: number, row: number, always?: boolean) => number;
  /** how many prices were settled since `begin` */
  readonly settled: () => number;
};

/** @param names what has a column: drivers, and other variables by the names of `scenario/variable-names` */
export function drawBlock(one: Study, names: readonly string[]): DrawBlock {
  const slots: Slots = new Map(names.map((name, slot) => [name, slot]));
  const inputs = names.map(() => new Float64Array(BLOCK));
  let drawn: readonly (Column | undefined)[] = [];
  let settled = 0;
  const settle = (model: number, row: number, always = false): number => {
    settled++;
    const varied = variedStudy(
      one,
      new Map(names.map((name, slot): [string, Decimal] => [name, fromDouble(inputs[slot]?.[row] ?? Number.NaN)])),
    );
    const alternative = varied.models[model];
    if (!alternative) return Number.NaN;
    const made = bill(alternative, varied.scenario.workload, varied.card);
    return made.obstacles.some((obstacle) => !always || obstacle.unpriced) ? Number.POSITIVE_INFINITY : made.monthly.toNumber();
  };
  return {
    slots,
    inputs,
    settle,
    columnOf: (name) => inputs[slots.get(name) ?? -1],
    begin: (draws) => {
      settled = 0;
      drawn = names.map((name) => draws.get(name));
      names.forEach((name, slot) => {
        if (!drawn[slot]) inputs[slot]?.fill(baseOf(one, name));
      });
    },
    load: (from, rows) => {
      drawn.forEach((column, slot) => {
        if (column) inputs[slot]?.set(column.subarray(from, from + rows));
      });
    },
    settled: () => settled,
  };
}

/** The scenario's own value of a variable: of a cost its one amount, of a rate its listed price. */
export function baseOf(one: Study, name: string): number {
  if (name === GROWTH) return one.scenario.horizon?.growth.kind === "compound" ? one.scenario.horizon.growth.monthly.toNumber() : 0;
  if (name === HOURLY_RATE) return one.scenario.labour.hourlyRate.toNumber();
  if ((DRIVER_NAMES as readonly string[]).includes(name)) return one.scenario.workload.get(name as DriverName)?.toNumber() ?? Number.NaN;
  const cost = one.models.flatMap((model) => model.costs).find((each) => costName(each.name) === name);
  if (!cost) return 1;
  return (cost.monthly ?? cost.once ?? cost.perMau ?? cost.hoursPerYear ?? cost.hoursOnce)?.toNumber() ?? Number.NaN;
}
