import type { AlternativeModel } from "../engine/model.js";
import type { Decision } from "../scenario/scenario.js";
import { type Decimal, whole, ZERO } from "../units/decimal.js";
import { decide } from "./decide.js";
import { scoreMatrix, type Weighed } from "./score-matrix.js";
import { weightStability } from "./statistics/weight-stability.js";

/** Where the choice ends: at `inside` it is still first, at `outside`, a hundredth of a weight further, `to` is. `decide` has been asked at both. */
export type StabilityBound = { readonly inside: Decimal; readonly outside: Decimal; readonly to: string };

/** In which range of one weight, the others as stated, the choice stays first; a bound that is undefined is the end of the scale. */
export type CriterionStability = {
  readonly criterion: Weighed;
  readonly weight: Decimal;
  readonly from: StabilityBound | undefined;
  readonly to: StabilityBound | undefined;
};

/** Weights go from 0 to 100, and are counted in hundredths. */
const STEPS_A_WEIGHT = 100;
const MOST_STEPS = 100 * STEPS_A_WEIGHT;
/** Steps on either side of the computed bound in which rounding may have moved it. */
const REACH = 2;

/**
 * The stability of one weight. The bound is computed from straight lines and confirmed by `decide`, on the side that holds and the side that does not.
 *
 * @param costs in the order of the models; Infinity for an alternative that cannot be chosen
 * @param choice place of the alternative that is first under the stated weights
 */
export function criterionStability(
  costs: readonly number[],
  models: readonly AlternativeModel[],
  decision: Decision,
  choice: number,
  criterion: Weighed,
): CriterionStability {
  const weight = weightOf(decision, criterion);
  const winnerAt = (at: Decimal): number => {
    const merits = decide(costs, models, withWeight(decision, criterion, at));
    const best = merits[0];
    // Another alternative that is only as good is no reason to change.
    return (merits.find((merit) => merit.index === choice && merit.total === best?.total) ?? best)?.index ?? -1;
  };
  const ends = computedEnds(costs, models, decision, criterion);
  const bound = (way: 1 | -1): StabilityBound | undefined => {
    const end = way === 1 ? MOST_STEPS : 0;
    const start = weight.times(STEPS_A_WEIGHT);
    const first = (way === 1 ? start.ceil() : start.floor()).toNumber();
    const holds = (step: number): boolean => winnerAt(stepWeight(step)) === choice;
    if (holds(end)) return undefined;
    if (!holds(first)) return boundAt(weight, stepWeight(first));
    const last = lastHolding(first, end, way === 1 ? ends.most : ends.least, way, holds);
    return boundAt(stepWeight(last), stepWeight(last + way));
  };
  const boundAt = (inside: Decimal, outside: Decimal): StabilityBound => ({ inside, outside, to: models[winnerAt(outside)]?.id ?? "" });
  return { criterion, weight, from: bound(-1), to: bound(1) };
}

const stepWeight = (step: number): Decimal => whole(step).div(STEPS_A_WEIGHT);

function weightOf(decision: Decision, criterion: Weighed): Decimal {
  return criterion === "cost" ? decision.cost : (decision.priorities[criterion] ?? ZERO);
}

function withWeight(decision: Decision, criterion: Weighed, weight: Decimal): Decision {
  return criterion === "cost"
    ? { ...decision, cost: weight }
    : { ...decision, priorities: { ...decision.priorities, [criterion]: weight } };
}

/** The bounds by straight lines, in hundredths of the scenario's own weights; beyond the scale where no line crosses. */
function computedEnds(
  costs: readonly number[],
  models: readonly AlternativeModel[],
  decision: Decision,
  criterion: Weighed,
): { readonly least: number; readonly most: number } {
  const { criteria, scores } = scoreMatrix(costs, models, decision);
  const weights = criteria.map((name) => weightOf(decision, name).toNumber());
  const place = criteria.indexOf(criterion);
  const rest = weights.reduce((sum, weight, index) => (index === place ? sum : sum + weight), 0);
  if (rest === 0) return { least: 0, most: MOST_STEPS };
  const { least, most } = weightStability(scores, weights, place);
  // A part p of all weights is p / (1 - p) of the others together.
  const steps = (part: number): number => (part >= 1 ? MOST_STEPS : Math.min(MOST_STEPS, (STEPS_A_WEIGHT * rest * part) / (1 - part)));
  return { least: steps(least), most: steps(most) };
}

/** The last step at which the choice holds, going from `first`, where it does, to `end`, where it does not. */
function lastHolding(first: number, end: number, computed: number, way: 1 | -1, holds: (step: number) => boolean): number {
  const guess = way === 1 ? Math.floor(computed) : Math.ceil(computed);
  for (let reach = -REACH; reach <= REACH; reach++) {
    const step = guess + reach;
    if ((step - first) * way >= 0 && (end - step) * way > 0 && holds(step) && !holds(step + way)) return step;
  }
  // Where nothing else weighs anything, totals jump instead of crossing: halve.
  let [near, far] = [first, end];
  while (Math.abs(far - near) > 1) {
    const middle = Math.trunc((near + far) / 2);
    if (holds(middle)) near = middle;
    else far = middle;
  }
  return near;
}
