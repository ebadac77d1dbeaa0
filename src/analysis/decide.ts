import type { AlternativeModel } from "../engine/model.js";
import { CRITERION_NAMES, type Criterion } from "../scenario/criteria.js";
import type { Decision } from "../scenario/scenario.js";

/** How one alternative does on cost and on each criterion the scenario weighs; all parts from 0 to 1. */
export type Merit = { readonly index: number; readonly total: number; readonly parts: ReadonlyMap<"cost" | Criterion, number> };

/**
 * Weighs cost against the scenario's priorities. The cost part is cheapest/own cost; a criterion's part is (score - 1) / 4,
 * and 0 for an alternative without a score. Without priorities cost alone decides.
 *
 * @param costs monthly dollars in the order of the models; Infinity for an infeasible alternative, which gets no merit
 * @returns feasible alternatives, best first; equal totals keep the cheaper, then the first named, ahead
 */
export function decide(costs: readonly number[], models: readonly AlternativeModel[], decision: Decision): readonly Merit[] {
  const cheapest = Math.min(...costs);
  const weights = new Map<"cost" | Criterion, number>([["cost", decision.cost.toNumber()]]);
  for (const criterion of CRITERION_NAMES) {
    const weight = decision.priorities[criterion]?.toNumber() ?? 0;
    if (weight > 0) weights.set(criterion, weight);
  }
  if (weights.size === 1) weights.set("cost", 1);
  const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const merits = costs.flatMap((cost, index): Merit[] => {
    if (!Number.isFinite(cost)) return [];
    const parts = new Map<"cost" | Criterion, number>();
    for (const name of weights.keys()) parts.set(name, name === "cost" ? costPart(cost, cheapest) : scorePart(models[index], name));
    const total = [...weights].reduce((sum, [name, weight]) => sum + weight * (parts.get(name) ?? 0), 0) / whole;
    return [{ index, total, parts }];
  });
  const cost = (merit: Merit): number => costs[merit.index] ?? Number.POSITIVE_INFINITY;
  return merits.sort((a, b) => b.total - a.total || cost(a) - cost(b) || a.index - b.index);
}

const costPart = (cost: number, cheapest: number): number => (cost === cheapest ? 1 : cost === 0 ? 1 : cheapest / cost);
const scorePart = (model: AlternativeModel | undefined, criterion: Criterion): number => ((model?.scores[criterion]?.score ?? 1) - 1) / 4;

export function hasPriorities(decision: Decision): boolean {
  return CRITERION_NAMES.some((criterion) => decision.priorities[criterion]?.gt(0) === true);
}
