import { assemble } from "../engine/assemble.js";
import { type Bill, bill, type Point } from "../engine/bill.js";
import type { AlternativeModel } from "../engine/model.js";
import type { Plan, Slots } from "../engine/plan.js";
import type { Catalogue } from "../prices/price-file.js";
import { newestDay, type RateCard } from "../prices/rate-card.js";
import { type AllSizes, allSizesOf, billsOf, cardOf, planOf, restOf } from "./remembered.js";
import { cheapestAt } from "./requirement-costs.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Decimal, whole } from "../units/decimal.js";

type Fast = {
  readonly plans: readonly Plan[];
  readonly inputsAt: (mau: number) => Float64Array;
  readonly costs: Map<number, readonly number[]>;
};

/** A scenario with its prices resolved and its alternatives built: what every analysis starts from. */
export type Study = {
  readonly scenario: Scenario;
  readonly card: RateCard;
  readonly models: readonly AlternativeModel[];
  /** the exact bill of an alternative at a user count; remembered */
  readonly billAt: (model: AlternativeModel, mau: Decimal) => Bill;
  /** the fast twins, in the order of the models; `monthlyAt` fills the drivers in */
  readonly fast: Fast;
  /** the same object for studies that differ in their number of users alone */
  readonly allSizes: AllSizes;
};

/** @throws ProblemError for unknown architectures and settings; missing prices show when a bill needs them */
export function study(scenario: Scenario, catalogue: Catalogue): Study {
  const asOf = scenario.prices.asOf ?? newestDay(catalogue);
  const place = scenario.place(["prices", "asOf"]);
  const { region, standIn, freeTier } = scenario.prices;
  const card = cardOf(catalogue, {
    asOf,
    region,
    standIn,
    freeTier,
    place,
    regionPlace: scenario.place(["prices", "region"]),
    standInPlace: scenario.place(["prices", "standIn"]),
  });
  const models = assemble(scenario, (candidates) => cheapestAt(candidates, scenario, card)?.model);
  const rest = restOf(scenario);
  const known = new Map<AlternativeModel, Map<string, Bill>>(models.map((model) => [model, billsOf(model, card, scenario)]));
  const billAt = (model: AlternativeModel, mau: Decimal): Bill => {
    const key = mau.toFixed();
    const bills = known.get(model);
    const before = bills?.get(key);
    if (before) return before;
    const point: Point = new Map(scenario.workload).set("mau", mau);
    const made = bill(model, point, card);
    bills?.set(key, made);
    return made;
  };
  const allSizes = allSizesOf(models, card, rest);
  return {
    scenario,
    card,
    models,
    billAt,
    allSizes,
    get fast() {
      const known = compiled.get(allSizes);
      if (known && known.costs.size < MOST_COSTS) return known;
      const made = compile(scenario, models, card);
      compiled.set(allSizes, made);
      return made;
    },
  };
}

const compiled = new WeakMap<AllSizes, Fast>();
/** Sizes whose costs are kept from study to study. */
const MOST_COSTS = 20_000;

function compile(scenario: Scenario, models: readonly AlternativeModel[], card: RateCard): Fast {
  const names = [...scenario.workload.keys()];
  const slots: Slots = new Map(names.map((name, index) => [name, index]));
  const inputs = Float64Array.from(names.map((name) => scenario.workload.get(name)?.toNumber() ?? Number.NaN));
  const mauSlot = slots.get("mau") ?? 0;
  const inputsAt = (mau: number): Float64Array => {
    inputs[mauSlot] = mau;
    return inputs;
  };
  return { plans: models.map((model) => planOf(model, card, slots)), inputsAt, costs: new Map() };
}

/** Monthly dollars of every alternative for search: fast where the plan answers, exact where it refuses; Infinity when infeasible; remembered. */
export function searchCosts(one: Study, mau: number): readonly number[] {
  const before = one.fast.costs.get(mau);
  if (before) return before;
  const inputs = one.fast.inputsAt(mau);
  const costs = one.models.map((model, index) => {
    const fast = one.fast.plans[index]?.monthly(inputs) ?? Number.NaN;
    return Number.isNaN(fast) ? feasibleCost(one.billAt(model, whole(mau))) : fast;
  });
  one.fast.costs.set(mau, costs);
  return costs;
}

function feasibleCost(made: Bill): number {
  return made.obstacles.length > 0 ? Number.POSITIVE_INFINITY : made.monthly.toNumber();
}
