import type { Bill } from "../engine/bill.js";
import type { AlternativeModel } from "../engine/model.js";
import { compilePlan, type Plan, type Slots } from "../engine/plan.js";
import type { Catalogue } from "../prices/price-file.js";
import { type RateCard, type RateCardOptions, rateCard } from "../prices/rate-card.js";
import type { Scenario } from "../scenario/scenario.js";
import { inputsOf } from "../units/node.js";

/** What studies of one scenario and its what-ifs have in common is worked out once: each answer is that of a function of what it is kept under. */

const cards = new WeakMap<Catalogue, Map<string, RateCard>>();

/** The prices of one day and region. */
export function cardOf(catalogue: Catalogue, options: RateCardOptions): RateCard {
  const known = cards.get(catalogue) ?? new Map<string, RateCard>();
  cards.set(catalogue, known);
  const key = JSON.stringify([
    options.asOf,
    options.region,
    options.standIn,
    options.freeTier,
    options.place,
    options.regionPlace,
    options.standInPlace,
  ]);
  const card = known.get(key) ?? rateCard(catalogue, options);
  known.set(key, card);
  return card;
}

const reached = new WeakMap<AlternativeModel, ReadonlySet<string>>();

/** The drivers that a bill of the alternative depends on. */
function driversOf(model: AlternativeModel): ReadonlySet<string> {
  const found =
    reached.get(model) ??
    new Set(
      [...model.charges.map((charge) => charge.quantity), ...model.limits.map((limit) => limit.value)].flatMap((node) => [
        ...inputsOf(node),
      ]),
    );
  reached.set(model, found);
  return found;
}

type Bills = { readonly card: RateCard; readonly rest: string; readonly bills: Map<string, Bill> };
const bills = new WeakMap<AlternativeModel, Bills>();
/** Bills of one alternative that are kept from study to study. */
const MOST_BILLS = 300;

/** The drivers of a scenario besides its users, as a text that tells them apart. */
export function restOf({ workload }: Scenario, isRead: (name: string) => boolean = () => true): string {
  return [...workload].map(([name, value]) => (name === "mau" || !isRead(name) ? "" : `${name} ${value.toFixed()}`)).join();
}

/** Bills of an alternative by user count, all other drivers that it depends on as the scenario says: the last such are kept. */
export function billsOf(model: AlternativeModel, card: RateCard, scenario: Scenario): Map<string, Bill> {
  const drivers = driversOf(model);
  const rest = restOf(scenario, (name) => drivers.has(name));
  const before = bills.get(model);
  if (before && before.card === card && before.rest === rest && before.bills.size < MOST_BILLS) return before.bills;
  const fresh = new Map<string, Bill>();
  bills.set(model, { card, rest, bills: fresh });
  return fresh;
}

const plans = new WeakMap<AlternativeModel, { readonly card: RateCard; readonly names: string; readonly plan: Plan }>();

/** The fast plan of an alternative for slots in their order. */
export function planOf(model: AlternativeModel, card: RateCard, slots: Slots): Plan {
  const names = [...slots.keys()].join();
  const before = plans.get(model);
  if (before && before.card === card && before.names === names) return before.plan;
  const plan = compilePlan(model, card, slots);
  plans.set(model, { card, names, plan });
  return plan;
}

/** What studies that differ in their number of users alone have in common: things that hold at every size are kept under it. */
export type AllSizes = { readonly models: readonly AlternativeModel[]; readonly card: RateCard; readonly rest: string };
const sizes = new WeakMap<AlternativeModel, AllSizes>();

/** The last such object of these alternatives, or a new one where prices or any other driver changed. */
export function allSizesOf(models: readonly AlternativeModel[], card: RateCard, rest: string): AllSizes {
  const [first] = models;
  const before = first && sizes.get(first);
  if (
    before &&
    before.card === card &&
    before.rest === rest &&
    before.models.length === models.length &&
    before.models.every((model, place) => model === models[place])
  )
    return before;
  const fresh = { models, card, rest };
  if (first) sizes.set(first, fresh);
  return fresh;
}
