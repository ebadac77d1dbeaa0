import { architecturesOf } from "../architectures/registry.js";
import { assembleOne, planCandidates } from "../engine/assemble.js";
import { admissiblePlans } from "../engine/check-switches.js";
import { type Bill, bill } from "../engine/bill.js";
import type { AlternativeModel } from "../engine/model.js";
import type { RateCard } from "../prices/rate-card.js";
import type { Requirement } from "../scenario/requirements.js";
import type { Scenario } from "../scenario/scenario.js";
import { minusUsd, type Usd } from "../units/usd.js";
import type { Study } from "./study.js";

/** What one requirement adds to the month: the chosen plan against the cheapest plan that would do without it. */
export type RequirementCost = { readonly requirement: Requirement; readonly monthly: Usd; readonly planWithout: string };
export type PlanChoice = {
  readonly alternative: string;
  readonly plan: string;
  readonly monthly: Usd;
  readonly costs: readonly RequirementCost[];
};

/** The cheapest of some models at the scenario's own size; the first wins a tie. */
export function cheapestAt(
  candidates: readonly AlternativeModel[],
  scenario: Scenario,
  card: RateCard,
): { readonly model: AlternativeModel; readonly bill: Bill } | undefined {
  const priced = candidates.map((model) => ({ model, bill: bill(model, scenario.workload, card) }));
  return priced.reduce<(typeof priced)[number] | undefined>(
    (best, one) => (best === undefined || one.bill.monthly.lt(best.bill.monthly) ? one : best),
    undefined,
  );
}

/** For every alternative whose plan the requirements picked: which plan, and what each requirement costs. */
export function planChoices(one: Study): readonly PlanChoice[] {
  const { scenario, card } = one;
  return scenario.alternatives.flatMap((request, index): PlanChoice[] => {
    const model = one.models[index];
    const plans = architecturesOf(scenario.prices.book).get(request.architecture ?? "")?.plans;
    if (!model || !plans || scenario.requirements.length === 0 || request.settings[plans.setting] !== undefined || model.unmet.length > 0)
      return [];
    const { monthly } = bill(model, scenario.workload, card);
    const costs = scenario.requirements.flatMap((requirement): RequirementCost[] => {
      const rest = scenario.requirements.filter((other) => other !== requirement);
      const open =
        rest.length > 0
          ? planCandidates(request, scenario, rest)
          : admissiblePlans(plans, [], request.settings).map((plan) => ({
              ...request,
              settings: { ...request.settings, [plans.setting]: plan },
            }));
      const without = cheapestAt(
        open.map((candidate) => assembleOne(candidate, scenario)),
        scenario,
        card,
      );
      return without
        ? [{ requirement, monthly: minusUsd(monthly, without.bill.monthly), planWithout: String(without.model.settings[plans.setting]) }]
        : [];
    });
    return [{ alternative: model.id, plan: String(model.settings[plans.setting]), monthly, costs }];
  });
}
