import type { AlternativeModel } from "../../src/engine/model.js";
import { closureLoops } from "../../src/engine/closure-loops.js";
import { generatedLoop } from "../../src/engine/generated-loop.js";
import { compilePlan, type Plan, type Slots } from "../../src/engine/plan.js";
import type { RateCard } from "../../src/prices/rate-card.js";

/** The ways to make a plan's loops. */
export const WAYS = [{ way: "closures", loops: closureLoops }, { way: "generated code", loops: generatedLoop }] as const;

/** A plan made both ways: each answer is given by one, and must be the other's to the last bit. */
export function planBothWays(model: AlternativeModel, card: RateCard, slots: Slots): Plan {
  const [closures, generated] = WAYS.map(({ loops }) => compilePlan(model, card, slots, loops));
  if (!closures || !generated) throw new Error("there are two ways to make a plan");
  const monthly = (inputs: Float64Array): number => {
    const [one, other] = [closures.monthly(inputs), generated.monthly(inputs)];
    if (!Object.is(one, other)) throw new Error(`${model.id} at ${[...slots].map(([name, slot]) => `${name} ${inputs[slot]}`).join(", ")}: ${one} by closures, ${other} by generated code`);
    return one;
  };
  return { id: model.id, monthly };
}
