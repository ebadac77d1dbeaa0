import type { Catalogue } from "../prices/price-file.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Decimal, whole } from "../units/decimal.js";
import { type CostModel, costModel } from "./cost-model.js";
import { type FlipVariable, flipVariables } from "./flip-variables.js";
import { amount, type Judge } from "./judge.js";
import { pickKeeping, type Recommendation } from "./recommend.js";
import type { Study } from "./study.js";

/**
 * A value of one variable, the others at the scenario's own, at which another alternative is chosen.
 * Both the value and its neighbour one step towards the scenario's own have been priced exactly.
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

type Options = { readonly onProgress?: (share: number) => void };

/**
 * What would flip the choice, variable by variable: drivers, costs given by hand, the price of an hour, prices.
 * The nearest change on each side is looked for on a grid of the variable's range with the fast path, narrowed to one step, and confirmed exactly;
 * a change that undoes itself between two grid points is not seen.
 */
export function flipConditions(scenario: Scenario, catalogue: Catalogue, one: Study, judge: Judge, recommendation: Recommendation, options: Options = {}): FlipConditions {
  const { choice } = recommendation;
  if (choice === undefined || one.models.length < 2) return { conditions: [], steady: [] };
  const variables = flipVariables(scenario, catalogue, one, recommendation);
  const found = variables.map((variable, index) => {
    const model = costModel(scenario, catalogue, [variable.name], judge.measure);
    const conditions = [...nearest(model, variable, choice, "below"), ...nearest(model, variable, choice, "above")];
    options.onProgress?.((index + 1) / variables.length);
    return { variable, conditions };
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

/** Points of the grid on each side. */
const GRID = 200;

/** Values are counted in steps of the variable: `value(k)` is k steps. */
function nearest(model: CostModel, variable: FlipVariable, choice: string, direction: "above" | "below"): readonly FlipCondition[] {
  const { step } = variable;
  const value = (k: number): Decimal => step.times(whole(k));
  const steps = (of: Decimal, towards: "up" | "down"): number => (towards === "up" ? of.div(step).ceil() : of.div(step).floor()).toNumber();
  const [start, end] = direction === "above" ? [steps(variable.base, "down"), steps(variable.to, "down")] : [steps(variable.base, "up"), steps(variable.from, "up")];
  if (direction === "above" ? start >= end : start <= end) return [];
  const pick = pickKeeping(model.study, choice);
  const fast = (ks: readonly number[]): readonly (string | undefined)[] => {
    const column = Float64Array.from(ks, (k) => value(k).toNumber());
    const { costs } = model.fast(new Map([[variable.name, column]]), ks.length);
    return ks.map((_, row) => pick(costs.map((cost) => cost[row] ?? Number.NaN)));
  };
  const grid = gridBetween(start, end);
  const hit = fast(grid).findIndex((id) => id !== choice);
  const far = grid[hit];
  if (far === undefined) return [];
  const exact = (k: number): { readonly id: string | undefined; readonly carried: boolean } => {
    const costs = model.exact(new Map([[variable.name, value(k)]])).map(amount);
    return { id: pick(costs), carried: costs[model.study.models.findIndex((one) => one.id === choice)] !== Number.POSITIVE_INFINITY };
  };
  const narrowed = narrow(grid[hit - 1] ?? start, far, (k) => fast([k])[0] !== choice);
  const at = confirm(narrowed, direction === "above" ? 1 : -1, start, (k) => exact(k).id !== choice);
  if (at === undefined) return [];
  const there = exact(at);
  return [{ variable, direction, at: value(at), to: there.id, reason: there.carried ? "choice" : "limit" }];
}

/** Away from the start, closer together near it: the nearest change matters most. */
function gridBetween(start: number, end: number): readonly number[] {
  const span = end - start;
  const points = Array.from({ length: GRID }, (_, index) => start + Math.round(span * ((index + 1) / GRID) ** 2)).filter((k) => k !== start);
  return [...new Set(points)];
}

/** The step nearest to `near` at which `changed` holds, given that it holds at `far` and not at `near`. */
function narrow(near: number, far: number, changed: (k: number) => boolean): number {
  let [same, other] = [near, far];
  while (Math.abs(other - same) > 1) {
    const middle = Math.trunc((same + other) / 2);
    if (changed(middle)) other = middle;
    else same = middle;
  }
  return other;
}

const CONFIRM_REACH = 64;

/**
 * The exact boundary at or near the one that doubles found: changed at `k`, not one step towards the start.
 * Undefined when the start itself has changed already, which a tie at the scenario's own value can do.
 */
function confirm(found: number, away: 1 | -1, start: number, changed: (k: number) => boolean): number | undefined {
  for (let reach = 0; reach <= CONFIRM_REACH; reach++) {
    for (const k of reach === 0 ? [found] : [found - reach, found + reach]) {
      if ((k - start) * away <= 0) continue;
      if (changed(k) && !changed(k - away)) return k;
    }
  }
  if (changed(start)) return undefined;
  throw new Error(`the exact path does not confirm a change near step ${found}: this is a defect of authcost`);
}

