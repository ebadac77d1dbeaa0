import type { AlternativeModel } from "../engine/model.js";
import { minusUsd, type Usd } from "../units/usd.js";
import type { HorizonComparison, HorizonCost } from "./horizon.js";
import type { Outlook } from "./outlook.js";
import { fastStagedCosts } from "./fast-staged-costs.js";
import { type StagedPlan, stagedPlan } from "./staged-plan.js";

/**
 * worth-it: saves more than the scenario's materiality of what the single one costs; too-close: saves something, but less;
 * not-worth-it: keeping one alternative is cheaper; only-way: no single alternative carries every month; none: no change is possible.
 */
export type StagedVerdict = "worth-it" | "too-close" | "not-worth-it" | "only-way" | "none";

/** The best change of alternatives within the horizon, against the best that stays. */
export type StagedChoice = {
  readonly best: StagedPlan | undefined;
  readonly single: HorizonCost | undefined;
  /** dollars of today that the change saves; below zero when it costs more */
  readonly saving: Usd | undefined;
  readonly verdict: StagedVerdict;
  /** plans looked at, and those of them near enough to the best to be priced exactly */
  readonly compared: number;
  readonly priced: number;
};

/** Plans whose costs doubles find closer than this to the least are priced exactly: far more than their error, far less than a cent. */
const NEAR_SHARE = 1e-9;
const NEAR_USD = 1e-6;

type Candidate = { readonly first: AlternativeModel; readonly second: AlternativeModel; readonly month: number; readonly cost: number };

/**
 * Every pair of alternatives and every month of change. The monthly bills are exact; what the moves cost is estimated by the
 * fast path first, and the plans that could be the best are priced exactly. Equal costs: the first named, then the earliest month.
 */
export function stagedChoice({ outlook: look, cheapest: single }: HorizonComparison): StagedChoice {
  const candidates = candidatesOf(look);
  const least = candidates.reduce((found, one) => Math.min(found, one.cost), Number.POSITIVE_INFINITY);
  const near = candidates.filter((one) => one.cost <= least + NEAR_USD + NEAR_SHARE * Math.abs(least));
  const plans = near.map((one) => stagedPlan(look, one.first, one.second, one.month)).filter((plan) => plan.obstacle === undefined);
  const best = plans.reduce<StagedPlan | undefined>(
    (found, plan) => (found === undefined || plan.presentValue.lt(found.presentValue) ? plan : found),
    undefined,
  );
  const saving = best && single ? minusUsd(single.presentValue, best.presentValue) : undefined;
  return { best, single, saving, verdict: verdictOf(look, best, single, saving), compared: candidates.length, priced: near.length };
}

function candidatesOf(look: Outlook): readonly Candidate[] {
  const { models } = look.study;
  const costOf = fastStagedCosts(look);
  return models.flatMap((first, one) =>
    models.flatMap((second, other): Candidate[] =>
      one === other
        ? []
        : look.months.slice(1).flatMap(({ month }): Candidate[] => {
            const cost = costOf(one, other, month);
            return Number.isFinite(cost) ? [{ first, second, month, cost }] : [];
          }),
    ),
  );
}

function verdictOf(look: Outlook, best: StagedPlan | undefined, single: HorizonCost | undefined, saving: Usd | undefined): StagedVerdict {
  if (!best) return "none";
  if (!single || !saving) return "only-way";
  if (!saving.gt(0)) return "not-worth-it";
  return saving.gt(single.presentValue.times(look.study.scenario.decision.materiality)) ? "worth-it" : "too-close";
}
