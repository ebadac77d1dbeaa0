import type { AlternativeModel } from "../engine/model.js";
import { whole, ZERO } from "../units/decimal.js";
import { charge, sumUsd, type Usd } from "../units/usd.js";
import { decide } from "./decide.js";
import { amount, type Judge } from "./judge.js";
import type { Study } from "./study.js";

/**
 * Hours a year: the least that published calculations count to keep a sign-in service of one's own up
 * (alexmayhew.dev, "Build vs buy", 2025-12-08: 50 hours and 20 for patches; others count up to 800).
 */
export const LEAST_UPKEEP_HOURS = whole(70);
const MONTHS_A_YEAR = 12;

/** What the choice would be if everyone who runs a service paid the least upkeep for it. */
export type UnstatedUpkeep = {
  /** dollars a month for each service that its owner runs */
  readonly monthly: Usd;
  /** alternatives that somebody must run, and whose labour the scenario does not state */
  readonly lacking: readonly AlternativeModel[];
  readonly choice: AlternativeModel;
};

/** Judges anew with the least upkeep added where a bill has none. @returns undefined where the choice's bill needs none or has it */
export function unstatedUpkeep(one: Study, judge: Judge, choice: AlternativeModel | undefined): UnstatedUpkeep | undefined {
  const lacking = one.models.filter((model) => model.selfRun && !model.costs.some((cost) => cost.kind === "labour"));
  if (choice === undefined || !lacking.includes(choice)) return undefined;
  const monthly = charge(LEAST_UPKEEP_HOURS.div(MONTHS_A_YEAR), one.scenario.labour.hourlyRate);
  const dollars = lacking.map(judge.monthlyDollar);
  const costs = judge.costs.map((cost, index) => cost && sumUsd([cost, ...dollars.map((each) => charge(each[index] ?? ZERO, monthly))]));
  const [best] = decide(costs.map(amount), one.models, one.scenario.decision);
  const then = best && one.models[best.index];
  return then && { monthly, lacking, choice: then };
}
