import type { Catalogue } from "../prices/price-file.js";
import type { Horizon } from "../scenario/horizon.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Decimal, fromDouble, whole } from "../units/decimal.js";
import type { Usd } from "../units/usd.js";
import { type CostBounds, monthBounds } from "./cost-bounds.js";
import { costModel, type Measure } from "./cost-model.js";
import { inOneMonth, type MonthlyDollar, overMonths } from "./monthly-dollar.js";
import { type Study, searchCosts } from "./study.js";

/** What a choice is judged by: the costs of the alternatives, at the scenario's size and at any other, in the models' order. */
export type Judge = {
  readonly measure: Measure;
  /** months that the measure spans */
  readonly months: number;
  /** exact, at the scenario's own size; undefined for an alternative that cannot carry it */
  readonly costs: readonly (Usd | undefined)[];
  /** for search; Infinity for an alternative that cannot carry it */
  readonly searchAt: (mau: number) => readonly number[];
  /** every cost that could matter from the exact path */
  readonly exactAt: (mau: number) => readonly number[];
  /** bounds on all costs while the number of users runs over an interval */
  readonly boundsOverUsers: () => CostBounds;
  /** what one dollar a month more for an alternative comes to in the measure */
  readonly monthlyDollar: MonthlyDollar;
};

/** Judges by the present value over the scenario's horizon, or by one month where it has none. */
export function judgeOf(scenario: Scenario, catalogue: Catalogue, one: Study): Judge {
  return scenario.horizon ? horizonJudge(scenario, scenario.horizon, catalogue, one) : monthJudge(one);
}

/** Alternatives this near the cheapest are priced exactly to confirm a choice; the fast path is sure of the order of the others. */
const NEAR_SHARE = 0.001;

export function monthJudge(one: Study): Judge {
  const mau = one.scenario.workload.get("mau") ?? whole(0);
  const exactAt = (count: number): readonly number[] => {
    const fast = searchCosts(one, count);
    const least = Math.min(...fast);
    return one.models.map((_, index) => {
      const cost = fast[index] ?? Number.NaN;
      return cost > least * (1 + NEAR_SHARE) + NEAR_SHARE ? cost : amount(exactCost(one, index, whole(count)));
    });
  };
  return {
    measure: "month",
    months: 1,
    costs: one.models.map((_, index) => exactCost(one, index, mau)),
    searchAt: (count) => searchCosts(one, count),
    exactAt,
    boundsOverUsers: onceMade(() => monthBounds(one, "mau")),
    monthlyDollar: inOneMonth(one),
  };
}

function exactCost(one: Study, index: number, mau: Decimal): Usd | undefined {
  const model = one.models[index];
  const made = model && one.billAt(model, mau);
  return made === undefined || made.obstacles.length > 0 ? undefined : made.monthly;
}

export const amount = (cost: Usd | undefined): number => cost?.toNumber() ?? Number.POSITIVE_INFINITY;

function horizonJudge(scenario: Scenario, horizon: Horizon, catalogue: Catalogue, one: Study): Judge {
  const model = costModel(scenario, catalogue, ["mau"], "horizon");
  const searchAt = (mau: number): readonly number[] =>
    model.fast(new Map([["mau", Float64Array.of(mau)]]), 1).costs.map((cost) => cost[0] ?? Number.NaN);
  return {
    measure: "horizon",
    months: horizon.months,
    costs: model.exact(new Map()),
    searchAt,
    exactAt: (mau) => model.exact(new Map([["mau", fromDouble(mau)]])).map(amount),
    boundsOverUsers: onceMade(() => model.bounds("mau")),
    monthlyDollar: overMonths(one, horizon),
  };
}

function onceMade<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
