import type { Atoms } from "../engine/atoms.js";
import { inputOr } from "../engine/model-sums.js";
import type { Slots } from "../engine/plan.js";
import { constantSum, NOTHING, plus, scaled, type Sum } from "../engine/sum.js";
import { product } from "../engine/sum-operations.js";
import { costName, HOURLY_RATE } from "../scenario/variable-names.js";
import type { Decimal } from "../units/decimal.js";
import type { Study } from "./study.js";

/** What is paid before the first month, as a sum: one-off costs, unless the alternative is in use, and the work of a move. The twin of `onceColumns` for bounds. */
export function onceSum(atoms: Atoms, one: Study, model: Study["models"][number], slots: Slots, inUse: boolean, moving: boolean): Sum {
  const wage = inputOr(atoms, slots, HOURLY_RATE, model.hourlyRate.toNumber());
  const work = moving ? scaled(wage, one.scenario.migration.hours.toNumber()) : NOTHING;
  if (inUse) return work;
  return model.costs
    .map((cost) => {
      const amount = (stated: Decimal | undefined): Sum =>
        stated ? inputOr(atoms, slots, costName(cost.name), stated.toNumber()) : constantSum(0);
      return plus(amount(cost.once), product(atoms, amount(cost.hoursOnce), wage));
    })
    .reduce(plus, work);
}
