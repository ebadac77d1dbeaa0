import type { Catalogue } from "../prices/price-file.js";
import { ProblemError } from "../problems/problem.js";
import type { Scenario } from "../scenario/scenario.js";
import { minusUsd, type Usd } from "../units/usd.js";
import { diffFactors, type Factor, mixed } from "./diff-factors.js";
import { amount, judgeOf, monthJudge } from "./judge.js";
import type { Measure } from "./cost-model.js";
import { recommend } from "./recommend.js";
import { shapley } from "./shapley.js";
import { study } from "./study.js";

/** What one difference between the scenarios did to an alternative's cost. */
export type Cause = { readonly factor: Factor; readonly amount: Usd };

export type AlternativeDiff = {
  readonly id: string;
  readonly title: string;
  /** undefined where the alternative is missing or cannot carry the load */
  readonly before: Usd | undefined;
  readonly after: Usd | undefined;
  readonly difference: Usd | undefined;
  /** in the order of the factors; they add up to the difference exactly. Undefined when a step between the two has no price */
  readonly causes: readonly Cause[] | undefined;
};

export type ScenarioDiff = {
  readonly before: Scenario;
  readonly after: Scenario;
  readonly measure: Measure;
  readonly factors: readonly Factor[];
  readonly alternatives: readonly AlternativeDiff[];
  readonly choiceBefore: string | undefined;
  readonly choiceAfter: string | undefined;
  /** factors that, brought into the first scenario alone, change its choice to the second's */
  readonly enough: readonly Factor[];
};

type Costs = ReadonlyMap<string, Usd>;

/**
 * Why two scenarios cost differently: every difference between them (settings, prices, each driver, costs given by hand) is a factor,
 * and each factor's part is its Shapley value: its effect averaged over the orders in which the differences could be brought in
 * (all of them up to eight differences, balanced ones beyond). So no order is preferred and the parts add up to the whole. @throws ProblemError when one of the two has no price
 */
export function diffScenarios(before: Scenario, after: Scenario, catalogue: Catalogue): ScenarioDiff {
  const factors = diffFactors(before, after);
  const measure: Measure = before.horizon && after.horizon ? "horizon" : "month";
  const whole = 2 ** factors.length - 1;
  const known = new Map<number, Costs | undefined>();
  const costsWith = (mask: number): Costs | undefined => {
    if (!known.has(mask))
      known.set(
        mask,
        costsOf(
          mixed(
            before,
            after,
            factors.filter((_, index) => mask & (1 << index)),
          ),
          catalogue,
          measure,
          mask === 0 || mask === whole,
        ),
      );
    return known.get(mask);
  };
  const [first, last] = [costsWith(0), costsWith(whole)];
  const ids = [...new Set([...before.alternatives, ...after.alternatives].map((one) => one.id))];
  const alternatives = ids.map((id): AlternativeDiff => {
    const [was, is] = [first?.get(id), last?.get(id)];
    const difference = was && is ? minusUsd(is, was) : undefined;
    const parts = difference ? shapley(factors.length, (mask) => costsWith(mask)?.get(id)) : undefined;
    return {
      id,
      title: titleOf(id, before, after),
      before: was,
      after: is,
      difference,
      causes: parts?.map((part, index) => ({ factor: factors[index] as Factor, amount: part as Usd })),
    };
  });
  const choice = (scenario: Scenario): string | undefined => choiceOf(scenario, catalogue, measure);
  const [choiceBefore, choiceAfter] = [choice(before), choice(after)];
  const enough =
    choiceBefore === choiceAfter ? [] : factors.filter((factor) => attempt(() => choice(mixed(before, after, [factor]))) === choiceAfter);
  return { before, after, measure, factors, alternatives, choiceBefore, choiceAfter, enough };
}

function titleOf(id: string, before: Scenario, after: Scenario): string {
  return [...after.alternatives, ...before.alternatives].find((one) => one.id === id)?.title ?? id;
}

/** Nothing where a price is missing on the way from one scenario to the other; at the ends a missing price is an error. */
function costsOf(scenario: Scenario, catalogue: Catalogue, measure: Measure, atTheEnds: boolean): Costs | undefined {
  const work = (): Costs => {
    const one = study(scenario, catalogue);
    const { costs } = measure === "horizon" ? judgeOf(scenario, catalogue, one) : monthJudge(one);
    return new Map(one.models.flatMap((model, index) => (costs[index] === undefined ? [] : [[model.id, costs[index]] as const])));
  };
  return atTheEnds ? work() : attempt(work);
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

function choiceOf(scenario: Scenario, catalogue: Catalogue, measure: Measure): string | undefined {
  const one = study(scenario, catalogue);
  const judge = measure === "horizon" ? judgeOf(scenario, catalogue, one) : monthJudge(one);
  return judge.costs.some((cost) => Number.isFinite(amount(cost))) ? recommend(one, judge).choice : undefined;
}
