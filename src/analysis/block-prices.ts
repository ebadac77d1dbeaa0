import { type Column, type ColumnPlan, compileColumnPlan, type LoopMaker } from "../engine/plan.js";
import { quoted } from "../problems/problem.js";
import type { DriverName } from "../scenario/driver-spec.js";
import type { Decimal } from "../units/decimal.js";
import { BLOCK, type DrawBlock } from "./draw-block.js";
import type { Study } from "./study.js";

/** Adds the costs of a block of draws, the first of which is draw `from`. */
export type Ledger = (rows: number, from: number, costs: readonly Column[]) => void;

/** A plan of some alternatives over the block's columns; drivers that do not vary are part of it. */
export function planOf(one: Study, { slots, inputs }: DrawBlock, loops: LoopMaker | undefined, models = one.models): ColumnPlan {
  return compileColumnPlan(models, one.card, { slots, inputs, rows: BLOCK, loops, fixed: (name) => ownValue(one, name) });
}

export function ownValue(one: Study, name: string): Decimal {
  const value = one.scenario.workload.get(name as DriverName);
  if (value === undefined) throw new Error(`the driver ${quoted(name)} has no value: this is a defect of authcost`);
  return value;
}

/** Adds `weight` times each price to its draw's cost; what the plan refused is priced exactly. */
export function addPriced(
  block: DrawBlock,
  model: number,
  priced: Column | undefined,
  weight: number,
  rows: number,
  from: number,
  cost: Column,
): void {
  if (!priced) return;
  // Two loops: a choice between the column's double and a settled price would make an object of every double.
  for (let row = 0; row < rows; row++) if (Number.isNaN(priced[row])) priced[row] = block.settle(model, row);
  for (let row = 0; row < rows; row++) cost[from + row] = (cost[from + row] as number) + weight * (priced[row] as number);
}
