import type { Bill } from "../engine/bill.js";
import type { AlternativeModel } from "../engine/model.js";
import type { Catalogue } from "../prices/price-file.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Decimal, largest, ONE, whole } from "../units/decimal.js";
import { minusUsd, type Usd } from "../units/usd.js";
import { costModel } from "./cost-model.js";
import { type CostStep, costSteps, jumpAt } from "./cost-steps.js";
import { searchEnd } from "./cheapest-over-users.js";
import type { Study } from "./study.js";

/** What a user costs at one size; undefined figures are beyond what the alternative can carry. */
export type UnitCost = {
  readonly model: AlternativeModel;
  readonly bill: Bill;
  readonly feasible: boolean;
  /** the month divided by its active users */
  readonly perMau: Decimal | undefined;
  /** what one user more adds to the month */
  readonly next: Usd | undefined;
  /** what each of the next users adds on average, over `window` of them, so that steps among them count */
  readonly nextAverage: Decimal | undefined;
  /** steps among those users */
  readonly steps: readonly CostStep[];
};

export type UnitPoint = {
  readonly mau: Decimal;
  /** one in a hundred users, at least one */
  readonly window: Decimal;
  readonly alternatives: readonly UnitCost[];
  /** of those that can carry it, the first named of equals */
  readonly cheapest: AlternativeModel | undefined;
};

export type UnitEconomics = {
  readonly study: Study;
  readonly points: readonly UnitPoint[];
  /** over all sizes looked at, in the order of the alternatives and then of the sizes */
  readonly steps: readonly CostStep[];
};

const FIRST_USERS = 100;

/** Cost per active user and of the next one, in one month, at the scenario's sizes and at 1, 2 and 5 times the powers of ten around them: all exact. */
export function unitEconomics(scenario: Scenario, catalogue: Catalogue): UnitEconomics {
  const model = costModel(scenario, catalogue, ["mau"], "month");
  const one = model.study;
  const counts = countsOf(one);
  const [first, last] = [counts[0] ?? ONE, counts.at(-1) ?? ONE];
  const steps = costSteps(model, first.toNumber(), last.plus(windowAt(last)).toNumber());
  return { study: one, points: counts.map((mau) => pointAt(one, mau, steps)), steps };
}

function countsOf(one: Study): readonly Decimal[] {
  const own = [...one.scenario.points, one.scenario.workload.get("mau") ?? ONE].filter((count) => count.gte(1));
  const first = Math.min(FIRST_USERS, ...own.map((count) => count.toNumber()));
  const end = searchEnd(one);
  const grid: number[] = [];
  for (let power = 10 ** whole(first).e; power <= end; power *= 10) grid.push(...[1, 2, 5].map((times) => times * power));
  const all = new Map(
    [...own, ...grid.filter((count) => count >= first && count <= end).map(whole)].map((count) => [count.toFixed(), count]),
  );
  return [...all.values()].sort((a, b) => a.comparedTo(b));
}

/** The steps that have been found among the next users; and the very next one's, were it too small a part of the month to be among them. */
function stepsAmong(one: Study, model: AlternativeModel, mau: Decimal, window: Decimal, steps: readonly CostStep[]): readonly CostStep[] {
  const found = steps.filter((step) => step.model === model && step.at.gt(mau) && step.at.lte(mau.plus(window)));
  const next = found.some((step) => step.at.eq(mau.plus(1))) ? undefined : jumpAt(one, model, mau.plus(1).toNumber());
  return next ? [next, ...found] : found;
}

const windowAt = (mau: Decimal): Decimal => largest([ONE, mau.div(100).ceil()]);

function pointAt(one: Study, mau: Decimal, steps: readonly CostStep[]): UnitPoint {
  const window = windowAt(mau);
  const alternatives = one.models.map((model): UnitCost => {
    const [here, next, end] = [mau, mau.plus(1), mau.plus(window)].map((count) => one.billAt(model, count)) as [Bill, Bill, Bill];
    const feasible = (bill: Bill): boolean => bill.obstacles.length === 0;
    return {
      model,
      bill: here,
      feasible: feasible(here),
      perMau: feasible(here) ? here.monthly.div(mau) : undefined,
      next: feasible(here) && feasible(next) ? minusUsd(next.monthly, here.monthly) : undefined,
      nextAverage: feasible(here) && feasible(end) ? end.monthly.minus(here.monthly).div(window) : undefined,
      steps: stepsAmong(one, model, mau, window, steps),
    };
  });
  const cheapest = alternatives
    .filter((unit) => unit.feasible)
    .reduce<UnitCost | undefined>((best, unit) => (best === undefined || unit.bill.monthly.lt(best.bill.monthly) ? unit : best), undefined);
  return { mau, window, alternatives, cheapest: cheapest?.model };
}
