import type { Column, ColumnPlan, LoopMaker } from "../engine/plan.js";
import type { Horizon } from "../scenario/horizon.js";
import { addPriced, type Ledger, planOf } from "./block-prices.js";
import { BLOCK, type DrawBlock, drawBlock } from "./draw-block.js";
import { fastHorizon, MOVED_BY_HORIZON } from "./fast-horizon.js";
import type { Study } from "./study.js";

/** Costs of the alternatives, in their order, a column each; and how many single prices doubles could not decide. */
export type DrawnCosts = { readonly costs: readonly Column[]; readonly refused: number };

/** @param draws a column of `count` values for every varied variable that is not at the scenario's own value */
export type FastCosts = (draws: ReadonlyMap<string, Column>, count: number, onProgress?: (share: number) => void) => DrawnCosts;

/**
 * The fast twin of the exact costs over many draws: all alternatives together, block by block, month by month.
 * A row that the plan refuses is priced exactly, that one month of that one alternative.
 * @param loops how loops are made; without `eval` when not stated
 */
export function fastCosts(
  one: Study,
  varied: readonly string[],
  horizon: Horizon | undefined,
  signUpsStated: boolean,
  loops?: LoopMaker,
): FastCosts {
  const moved = horizon ? MOVED_BY_HORIZON.filter((name) => one.scenario.workload.has(name)) : [];
  const block = drawBlock(one, [...new Set([...moved, ...varied])]);
  let ledger: Ledger | undefined;
  return (draws, count, onProgress) => {
    ledger ??= horizon ? fastHorizon(one, block, horizon, signUpsStated, loops) : monthLedger(block, planOf(one, block, loops));
    const costs = one.models.map(() => new Float64Array(count));
    block.begin(draws);
    for (let from = 0; from < count; from += BLOCK) {
      const rows = Math.min(BLOCK, count - from);
      block.load(from, rows);
      ledger(rows, from, costs);
      onProgress?.((from + rows) / count);
    }
    return { costs, refused: block.settled() };
  };
}

function monthLedger(block: DrawBlock, plan: ColumnPlan): Ledger {
  return (rows, from, costs) => {
    plan.run(rows);
    costs.forEach((cost, model) => {
      addPriced(block, model, plan.costs[model], 1, rows, from, cost);
    });
  };
}
