import type { Catalogue } from "../prices/price-file.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Decimal, whole } from "../units/decimal.js";
import { type CostModel, costModel } from "./cost-model.js";
import { type FlipVariable, flipVariables } from "./flip-variables.js";
import { amount, type Judge } from "./judge.js";
import { nearestFlip } from "./nearest-flip.js";
import type { Recommendation } from "./recommend.js";
import { eachInTurn, type Steps } from "./steps.js";
import type { Study } from "./study.js";

/**
 * A value of one variable, the others at the scenario's own, at which another alternative is chosen.
 * The value has been priced exactly; at every step between it and the scenario's own the choice stands.
 */
export type FlipCondition = {
  readonly variable: FlipVariable;
  /** "above": `at` is the first value with the new choice; "below": `at` is the last */
  readonly direction: "above" | "below";
  readonly at: Decimal;
  /** undefined when nothing can carry the load there */
  readonly to: string | undefined;
  /** "limit" when the choice cannot carry the load there, "choice" when the other is simply better */
  readonly reason: "choice" | "limit";
};

export type FlipConditions = {
  /** the nearest first: by the factor from the scenario's own value */
  readonly conditions: readonly FlipCondition[];
  /** variables whose whole searched range leaves the choice as it is */
  readonly steady: readonly FlipVariable[];
};

/**
 * What would flip the choice, variable by variable: drivers, costs given by hand, the price of an hour, prices.
 * The nearest change on each side is found among all multiples of the variable's step in its range: `nearestFlip` decides every one of them, most in
 * stretches by bounds that hold for the values in between too. Between two neighbouring steps next to a change nothing is said. One step of work for each variable.
 */
export function* flipConditions(
  scenario: Scenario,
  catalogue: Catalogue,
  one: Study,
  judge: Judge,
  recommendation: Recommendation,
): Steps<FlipConditions> {
  const { choice } = recommendation;
  if (choice === undefined || one.models.length < 2) return { conditions: [], steady: [] };
  const variables = flipVariables(scenario, catalogue, one, recommendation);
  const found = yield* eachInTurn(variables, (variable) => {
    const model = costModel(scenario, catalogue, [variable.name], judge.measure);
    return { variable, conditions: [...nearest(model, variable, choice, "below"), ...nearest(model, variable, choice, "above")] };
  });
  return {
    conditions: found.flatMap(({ conditions }) => conditions).sort((a, b) => distance(a) - distance(b)),
    steady: found.filter(({ conditions }) => conditions.length === 0).map(({ variable }) => variable),
  };
}

/** How far a condition lies from today, as a factor; a value of nothing is infinitely far from something. */
function distance({ variable, at }: FlipCondition): number {
  const [here, there] = [variable.base.toNumber(), at.toNumber()];
  if (here === there) return 1;
  return here <= 0 || there <= 0 ? 1e6 + Math.abs(there - here) : Math.max(here / there, there / here);
}

/** Values are counted in steps of the variable: `value(k)` is k steps. */
function nearest(model: CostModel, variable: FlipVariable, choice: string, direction: "above" | "below"): readonly FlipCondition[] {
  const { step, name } = variable;
  const value = (k: number): Decimal => step.times(whole(k));
  const steps = (of: Decimal, towards: "up" | "down"): number => (towards === "up" ? of.div(step).ceil() : of.div(step).floor()).toNumber();
  const [start, end] =
    direction === "above"
      ? [steps(variable.base, "down"), steps(variable.to, "down")]
      : [steps(variable.base, "up"), steps(variable.from, "up")];
  if (direction === "above" ? start >= end : start <= end) return [];
  const found = nearestFlip({
    one: model.study,
    choice,
    start,
    end,
    bounds: () => model.bounds(name),
    value: (k) => value(k).toNumber(),
    fast: (k) => model.fast(new Map([[name, Float64Array.of(value(k).toNumber())]]), 1).costs.map((cost) => cost[0] ?? Number.NaN),
    exact: (k) => model.exact(new Map([[name, value(k)]])).map(amount),
  });
  return found ? [{ variable, direction, at: value(found.at), to: found.to, reason: found.reason }] : [];
}
