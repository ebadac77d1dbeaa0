import type { Catalogue } from "../../prices/price-file.js";
import { type Rate, rateCard } from "../../prices/rate-card.js";
import type { Schedule, Thereafter } from "../../prices/schedule.js";
import { ProblemError } from "../../problems/problem.js";
import { type Decimal, decimal, ZERO } from "../../units/decimal.js";
import { formatNumber } from "../../units/format.js";
import { NO_USD } from "../../units/usd.js";
import type { Computation, Item } from "./computation.js";

export type CauseKind =
  | "free-tier-left-out" | "other-free-tier" | "flat-rate" | "absolute-thresholds" | "wrong-meter" | "other-date" | "unit-slip"
  | "component-left-out" | "hours-per-month" | "arithmetic-slip" | "within-range" | "rounding" | "unexplained";

/** A way to get prices wrong: the same claim computed with one thing changed. */
export type Misreading = { readonly kind: CauseKind; readonly explain: string; readonly apply: (computation: Computation) => Computation };

/**
 * Every misreading that is possible for a computation. They are generic: each follows from the rates and quantities
 * at hand, none knows a particular claim.
 */
export function misreadingsOf(computation: Computation, catalogue: Catalogue): readonly Misreading[] {
  const card = rateCard(catalogue, computation);
  const ids = [...new Set(computation.items.map((item) => item.rate))];
  const rates = ids.map((id) => card.rate(id));
  return [
    ...freeTierLeftOut(computation, rates),
    ...rates.flatMap((rate) => [...flatRate(rate), ...absoluteThresholds(rate), ...otherFreeTier(rate, catalogue, computation)]),
    ...computation.items.flatMap((item, index) => wrongMeter(item, index, catalogue, computation)),
    ...otherDates(computation, catalogue),
    ...unitSlips(),
    ...componentsLeftOut(computation),
    ...hoursPerMonth(computation, rates),
  ];
}

const reading = (rate: Rate, read: (rate: Rate) => Rate) => (computation: Computation): Computation => {
  const before = computation.misread.get(rate.id);
  return { ...computation, misread: new Map(computation.misread).set(rate.id, (found) => read(before ? before(found) : found)) };
};

function freeTierLeftOut(computation: Computation, rates: readonly Rate[]): readonly Misreading[] {
  if (!computation.freeTier) return [];
  const free = rates.filter((rate) => rate.allowance.gt(0) || ("tiers" in rate.schedule && rate.schedule.tiers[0]?.free === true));
  return free.length === 0 ? [] : [{ kind: "free-tier-left-out", explain: `the free part is left out (${free.map((rate) => `${rate.id}: ${formatNumber(rate.allowance.gt(0) ? rate.allowance : firstBound(rate))} ${rate.unit}`).join("; ")})`, apply: (one) => ({ ...one, freeTier: false }) }];
}

function firstBound(rate: Rate): Decimal {
  return "tiers" in rate.schedule ? (rate.schedule.tiers[0]?.upTo ?? ZERO) : ZERO;
}

/** The first paid rate for everything, as if there were no further tiers. */
function flatRate(rate: Rate): readonly Misreading[] {
  if (rate.schedule.kind !== "graduated") return [];
  const paid = rate.schedule.tiers.find((tier) => tier.unitRate.gt(0));
  if (!paid) return [];
  const flat = (read: Rate): Rate => {
    if (read.schedule.kind !== "graduated") return read;
    const free = read.schedule.tiers[0]?.free ? read.schedule.tiers.slice(0, 1) : [];
    return { ...read, schedule: { ...read.schedule, tiers: free, thereafter: { unitRate: paid.unitRate, flat: NO_USD } } };
  };
  return [{ kind: "flat-rate", explain: `everything at the first rate of ${rate.id} (${paid.unitRate.toFixed()}), later tiers ignored`, apply: reading(rate, flat) }];
}

/** Bounds that count after the free units, read as if they counted from the first unit: the free units use up the first tiers. */
function absoluteThresholds(rate: Rate): readonly Misreading[] {
  if (rate.schedule.kind !== "graduated" || rate.allowance.isZero()) return [];
  const absolute = (read: Rate): Rate => (read.schedule.kind === "graduated" ? { ...read, schedule: lowered(read.schedule, read.allowance) } : read);
  return [{ kind: "absolute-thresholds", explain: `the tiers of ${rate.id} are counted from the first unit instead of after the free ${formatNumber(rate.allowance)}`, apply: reading(rate, absolute) }];
}

function lowered(schedule: Extract<Schedule, { tiers: unknown }>, by: Decimal): Schedule {
  const tiers = schedule.tiers.map((tier) => ({ ...tier, upTo: tier.upTo.minus(by) })).filter((tier) => tier.upTo.gt(0));
  const thereafter: Thereafter = schedule.thereafter;
  return { ...schedule, tiers, thereafter };
}

/** The free part of another rate of the same service and unit, on any date. */
function otherFreeTier(rate: Rate, catalogue: Catalogue, computation: Computation): readonly Misreading[] {
  if (!computation.freeTier) return [];
  const service = serviceOf(rate.id);
  const others = new Map<string, string>();
  for (const file of catalogue.files.filter((one) => rate.id.startsWith(`${one.service}.`))) {
    for (const [id, entry] of Object.entries(file.rates)) {
      if (entry.unit !== rate.unit || serviceOf(id) !== service) continue;
      for (const price of entry.prices) if (price.allowance !== undefined) others.set(price.allowance, others.get(price.allowance) ?? id);
    }
  }
  return [...others].filter(([allowance]) => !decimal(allowance).eq(rate.allowance)).map(([allowance, id]) => ({
    kind: "other-free-tier", explain: `${rate.id} with the free part of ${id} (${formatNumber(decimal(allowance))})`,
    apply: reading(rate, (read) => ({ ...read, allowance: decimal(allowance) })),
  }));
}

const serviceOf = (id: string): string => id.split(".").slice(0, 2).join(".");

/** Whether two rate ids name siblings: they differ in one part, as plans and instance classes do. */
function siblings(left: string, right: string): boolean {
  const a = left.split(".");
  const b = right.split(".");
  return a.length === b.length && a.filter((part, index) => part !== b[index]).length === 1;
}

/** A sibling of the rate, of the same unit and date, in its place. */
function wrongMeter(item: Item, index: number, catalogue: Catalogue, computation: Computation): readonly Misreading[] {
  const card = rateCard(catalogue, computation);
  const unit = card.rate(item.rate).unit;
  const ids = new Set(catalogue.files.flatMap((file) => (item.rate.startsWith(`${file.service}.`) ? Object.entries(file.rates).filter(([, entry]) => entry.unit === unit).map(([id]) => id) : [])));
  return [...ids].filter((id) => siblings(id, item.rate) && priced(card, id)).map((id) => ({
    kind: "wrong-meter", explain: `${id} instead of ${item.rate}`,
    apply: (one) => ({ ...one, items: one.items.map((other, at) => (at === index ? { ...other, rate: id } : other)) }),
  }));
}

function priced(card: ReturnType<typeof rateCard>, id: string): boolean {
  try {
    card.rate(id);
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}

/** Each other day on which a price file of a rate at hand begins. */
function otherDates(computation: Computation, catalogue: Catalogue): readonly Misreading[] {
  const days = new Set(catalogue.files.filter((file) => computation.items.some((item) => item.rate.startsWith(`${file.service}.`))).map((file) => file.effective));
  return [...days].sort().map((day) => ({ kind: "other-date", explain: `prices in force from ${day}, not those of ${computation.asOf}`, apply: (one) => ({ ...one, asOf: day }) }));
}

function unitSlips(): readonly Misreading[] {
  return ["1000", "1000000"].flatMap((factor): Misreading[] => [
    { kind: "unit-slip", explain: `a price per ${formatNumber(decimal(factor))} taken as a price per unit`, apply: (one) => ({ ...one, factor: one.factor.times(decimal(factor)) }) },
    { kind: "unit-slip", explain: `a price per unit taken as a price per ${formatNumber(decimal(factor))}`, apply: (one) => ({ ...one, factor: one.factor.div(decimal(factor)) }) },
  ]);
}

function componentsLeftOut(computation: Computation): readonly Misreading[] {
  if (computation.items.length < 2) return [];
  return computation.items.map((item) => ({ kind: "component-left-out", explain: `${item.name} is left out`, apply: (one) => ({ ...one, items: one.items.filter((other) => other.name !== item.name) }) }));
}

/** Months of other lengths than 730 hours, for rates billed by the hour. */
function hoursPerMonth(computation: Computation, rates: readonly Rate[]): readonly Misreading[] {
  const hourly = new Set(rates.filter((rate) => rate.unit === "hour" || rate.unit.endsWith("-hour")).map((rate) => rate.id));
  if (!computation.items.some((item) => hourly.has(item.rate) && item.quantity.mod(730).isZero())) return [];
  return ["720", "744", "750"].map((hours) => ({
    kind: "hours-per-month", explain: `a month of ${hours} hours instead of 730`,
    apply: (one) => ({ ...one, items: one.items.map((item) => (hourly.has(item.rate) ? { ...item, quantity: item.quantity.times(decimal(hours)).div(730) } : item)) }),
  }));
}
