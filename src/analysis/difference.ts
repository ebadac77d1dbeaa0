import type { Values } from "../engine/varied.js";
import type { Decimal } from "../units/decimal.js";
import { minusUsd, type Usd } from "../units/usd.js";
import type { CostModel } from "./cost-model.js";
import { amount } from "./judge.js";
import type { Leaders } from "./leaders.js";
import { pickKeeping } from "./nearest-flip.js";

/** What the rival costs more than the choice, in dollars of the measure. */
export type Difference = {
  /** exact; undefined where one of the two cannot carry the load. `choice`: what would be chosen there of all alternatives */
  readonly at: (value: Decimal) => Outcome;
  /** to search in: NaN where one of the two cannot carry the load, 0 where doubles cannot tell the two apart */
  readonly over: (values: Float64Array) => Float64Array;
};

export type Outcome = { readonly difference: Usd | undefined; readonly choice: string | undefined };

/** The difference as a function of one variable, all others staying as they are; exact answers are remembered. */
export function differenceOver(model: CostModel, leaders: Leaders, variable: string): Difference {
  const known = new Map<string, Outcome>();
  const at = (value: Decimal): Outcome => {
    const key = value.toFixed();
    const before = known.get(key);
    if (before) return before;
    const outcome = outcomeAt(model, leaders, new Map([[variable, value]]));
    known.set(key, outcome);
    return outcome;
  };
  return { at, over: (values) => fastDifference(model, leaders, new Map([[variable, values]]), values.length) };
}

export function outcomeAt(model: CostModel, leaders: Leaders, values: Values): Outcome {
  const costs = model.exact(values);
  const [own, other] = [costs[leaders.choice.index], costs[leaders.rival.index]];
  return {
    difference: own && other ? minusUsd(other, own) : undefined,
    choice: pickKeeping(model.study, leaders.choice.model.id)(costs.map(amount)),
  };
}

/** Below what doubles can be wrong by. */
const CLOSE = 1e-8;
const CLOSE_SHARE = 1e-11;

export function fastDifference(
  model: CostModel,
  leaders: Leaders,
  columns: ReadonlyMap<string, Float64Array>,
  count: number,
): Float64Array {
  const { costs } = model.fast(columns, count);
  const [own, other] = [costs[leaders.choice.index], costs[leaders.rival.index]];
  return Float64Array.from({ length: count }, (_, row) => {
    const [here, there] = [own?.[row] ?? Number.NaN, other?.[row] ?? Number.NaN];
    const difference = there - here;
    if (!Number.isFinite(difference)) return Number.NaN;
    return Math.abs(difference) <= CLOSE + CLOSE_SHARE * there ? 0 : difference;
  });
}
