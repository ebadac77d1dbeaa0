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
  const weights = weightsOf(decision);
  const whole = weights.reduce((sum, [, weight]) => sum + weight, 0);
  const merits = costs.flatMap((cost, index): Merit[] => {
    if (!Number.isFinite(cost)) return [];
    const parts = new Map(
      weights.map(([name]) => [name, name === "cost" ? costPart(cost, cheapest) : scorePart(models[index], name)] as const),
    );
    const total = weights.reduce((sum, [name, weight]) => sum + weight * (parts.get(name) ?? 0), 0) / whole;
    return [{ index, total, parts }];
  });
  const cost = (merit: Merit): number => costs[merit.index] ?? Number.POSITIVE_INFINITY;
  return merits.sort((a, b) => b.total - a.total || cost(a) - cost(b) || a.index - b.index);
}

/**
 * The first of `decide`, asked many times: its index, or `kept` where that one is as good; -1 where none is feasible.
 * @param kept the index of the alternative that only a better one replaces
 */
export function chooser(models: readonly AlternativeModel[], decision: Decision, kept: number): (costs: readonly number[]) => number {
  const weights = weightsOf(decision);
  const whole = weights.reduce((sum, [, weight]) => sum + weight, 0);
  const scores = models.map((model) => weights.map(([name]) => (name === "cost" ? 0 : scorePart(model, name))));
  return (costs) => {
    const cheapest = Math.min(...costs);
    const totalOf = (index: number): number =>
      weights.reduce(
        (sum, [name, weight], at) =>
          sum + weight * (name === "cost" ? costPart(costs[index] as number, cheapest) : (scores[index]?.[at] ?? 0)),
        0,
      ) / whole;
    let [best, most] = [-1, Number.NEGATIVE_INFINITY];
    for (let index = 0; index < costs.length; index++) {
      if (!Number.isFinite(costs[index])) continue;
      const total = totalOf(index);
      if (total > most || (total === most && (costs[index] as number) < (costs[best] as number))) [best, most] = [index, total];
    }
    return Number.isFinite(costs[kept]) && totalOf(kept) === most ? kept : best;
  };
}

/** Cost first, then the criteria that the scenario weighs; without priorities cost alone. */
function weightsOf(decision: Decision): readonly (readonly ["cost" | Criterion, number])[] {
  const weighed = CRITERION_NAMES.flatMap((criterion) => {
    const weight = decision.priorities[criterion]?.toNumber() ?? 0;
    return weight > 0 ? [[criterion, weight] as const] : [];
  });
  return [["cost", weighed.length === 0 ? 1 : decision.cost.toNumber()], ...weighed];
}

/** What stands in totals besides the cost part: the weight of that part, of 1, and of each model what its scores give. */
export function scoreParts(
  models: readonly AlternativeModel[],
  decision: Decision,
): { readonly cost: number; readonly scores: readonly number[] } {
  const weights = weightsOf(decision);
  const whole = weights.reduce((sum, [, weight]) => sum + weight, 0);
  const scores = models.map(
    (model) => weights.reduce((sum, [name, weight]) => (name === "cost" ? sum : sum + weight * scorePart(model, name)), 0) / whole,
  );
  return { cost: (weights[0]?.[1] ?? 0) / whole, scores };
}

const costPart = (cost: number, cheapest: number): number => (cost === cheapest ? 1 : cost === 0 ? 1 : cheapest / cost);
const scorePart = (model: AlternativeModel | undefined, criterion: Criterion): number => ((model?.scores[criterion]?.score ?? 1) - 1) / 4;

export function hasPriorities(decision: Decision): boolean {
  return CRITERION_NAMES.some((criterion) => decision.priorities[criterion]?.gt(0) === true);
}
