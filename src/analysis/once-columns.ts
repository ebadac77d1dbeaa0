import type { Column } from "../engine/plan.js";
import { costName, HOURLY_RATE } from "../scenario/variable-names.js";
import type { DrawBlock } from "./draw-block.js";
import type { Study } from "./study.js";

/** Adds what is paid before the first month to each row: one-off costs, unless the alternative is in use, and the work of a move. */
export type AddOnce = (rows: number, from: number, costs: Column) => void;

export function onceColumns(one: Study, model: Study["models"][number], block: DrawBlock, inUse: boolean, moving: boolean): AddOnce {
  const wages = block.columnOf(HOURLY_RATE);
  const fixedWage = model.hourlyRate.toNumber();
  const moveHours = moving ? one.scenario.migration.hours.toNumber() : 0;
  const parts = inUse
    ? []
    : model.costs.flatMap((cost) => {
        const drawn = block.columnOf(costName(cost.name));
        return [
          ...(cost.once ? [{ amount: cost.once.toNumber(), drawn, hours: false }] : []),
          ...(cost.hoursOnce ? [{ amount: cost.hoursOnce.toNumber(), drawn, hours: true }] : []),
        ];
      });
  return (rows, from, costs) => {
    for (let row = 0; row < rows; row++) {
      const wage = wages ? (wages[row] as number) : fixedWage;
      let total = moveHours * wage;
      for (const part of parts) total += (part.drawn ? (part.drawn[row] as number) : part.amount) * (part.hours ? wage : 1);
      costs[from + row] = (costs[from + row] as number) + total;
    }
  };
}
