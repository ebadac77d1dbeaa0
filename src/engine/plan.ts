import type { RateCard } from "../prices/rate-card.js";
import { quoted } from "../problems/problem.js";
import type { Decimal } from "../units/decimal.js";
import { atomStore } from "./atoms.js";
import { closureLoops } from "./closure-loops.js";
import type { Column, LoopMaker } from "./loop.js";
import type { AlternativeModel } from "./model.js";
import { modelSums } from "./model-sums.js";
import type { Slots } from "./tree-sums.js";

export type { Column, LoopMaker } from "./loop.js";
export type { Slots } from "./tree-sums.js";

/**
 * The fast twin of `bill`: the same trees and the same rates over plain numbers, for search and simulation.
 * It finds where to look; every figure that is shown comes from the exact path.
 *
 * For each row and alternative it answers
 *   a number   the month's dollars, |fast - exact| <= 1e-9 + 1e-12 |exact|
 *   Infinity   the alternative cannot carry this point, or no price is published
 *   NaN        refused: too near a step to be sure; ask the exact path
 */
export type ColumnPlan = {
  /** reads the first `count` rows of the inputs and fills those of `costs`; allocates nothing */
  readonly run: (count: number) => void;
  /** a column for each alternative */
  readonly costs: readonly Column[];
};

/** The plan of one alternative for one row at a time. */
export type Plan = { readonly id: string; readonly monthly: (inputs: Float64Array) => number };

export type ColumnPlanOptions = {
  /** a position for everything that varies: drivers, and costs, the hourly rate and levels of rates by the names of `scenario/variable-names` */
  readonly slots: Slots;
  /** a column for each slot; the plan reads them where they are */
  readonly inputs: readonly Column[];
  /** the length of the columns */
  readonly rows: number;
  /** the value of a driver that has no slot */
  readonly fixed?: (name: string) => Decimal;
  /** how loops are made; without `eval` when not stated */
  readonly loops?: LoopMaker | undefined;
};

/** Compiles alternatives together, so that what they share is computed once for all of them. */
export function compileColumnPlan(
  models: readonly AlternativeModel[],
  card: RateCard,
  { slots, inputs, rows, fixed = unknown, loops = closureLoops }: ColumnPlanOptions,
): ColumnPlan {
  const sums = modelSums(atomStore(), models, card, { slots, fixed });
  const costs = sums.map(() => new Float64Array(rows));
  return { run: loops(sums, inputs, costs), costs };
}

/** @param slots a position for every driver that the scenario states */
export function compilePlan(model: AlternativeModel, card: RateCard, slots: Slots, loops?: LoopMaker): Plan {
  const columns = Array.from({ length: slots.size }, () => new Float64Array(1));
  const {
    run,
    costs: [cost],
  } = compileColumnPlan([model], card, { slots, inputs: columns, rows: 1, loops });
  const monthly = (inputs: Float64Array): number => {
    for (let slot = 0; slot < columns.length; slot++) (columns[slot] as Column)[0] = inputs[slot] ?? Number.NaN;
    run(1);
    return cost?.[0] ?? Number.NaN;
  };
  return { id: model.id, monthly };
}

function unknown(name: string): never {
  throw new Error(`the plan has no slot for the driver ${quoted(name)}`);
}
