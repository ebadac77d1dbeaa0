import type { Rate } from "../prices/rate-card.js";
import type { Schedule, Thereafter } from "../prices/schedule.js";

const GUARD = 1e-9;
/** Whether a quantity is so near a step that its double cannot tell the sides apart; a whole number can, and at the step itself one that is the value itself. */
const nearStep = (value: number, step: number, itself: Itself): boolean =>
  Math.abs(value - step) <= GUARD * Math.max(1, Math.abs(step)) && !(Number.isInteger(value) && (value !== step || itself()));

/** Whether the double of the quantity is the quantity itself: see `isItself`. */
export type Itself = () => boolean;
export type PriceFunction = (quantity: number, itself?: Itself) => number;
const notKnown: Itself = () => false;

/**
 * A rate as a function of plain numbers: the same allowance, schedule and minimum as `rateQuantity`.
 * Refuses (NaN) next to a jump; answers Infinity where no price is published.
 */
export function priceFunction(rate: Rate): PriceFunction {
  const allowance = rate.allowance.toNumber();
  const minimum = rate.minimum.toNumber();
  const price = scheduleFunction(rate.schedule);
  return (quantity, itself = notKnown) => {
    if (!(quantity > 0)) return quantity === 0 ? 0 : Number.NaN;
    if (nearStep(quantity, allowance, itself) || nearStep(quantity, 0, itself)) return Number.NaN;
    const billable = quantity - allowance;
    const amount = billable > 0 ? price(billable, itself) : 0;
    return amount < minimum ? minimum : amount;
  };
}

type Priced = (billable: number, itself: Itself) => number;

function scheduleFunction(schedule: Schedule): Priced {
  switch (schedule.kind) {
    case "per-unit": {
      const unitRate = schedule.unitRate.toNumber();
      return (billable) => billable * unitRate;
    }
    case "flat": {
      const amount = schedule.amount.toNumber();
      return () => amount;
    }
    case "package": {
      const size = schedule.size.toNumber();
      const packageRate = schedule.packageRate.toNumber();
      return (billable, itself) => {
        const packages = billable / size;
        return nearStep(packages, Math.round(packages), itself) ? Number.NaN : Math.ceil(packages) * packageRate;
      };
    }
    case "graduated":
      return graduated(schedule);
    case "volume":
      return volume(schedule);
    default:
      return schedule satisfies never;
  }
}

type Tiered = Extract<Schedule, { tiers: unknown }>;

/** Bounds, rates and flats as columns; the last entry is what follows the last tier, Infinity where nothing is published. */
function columnsOf(schedule: Tiered) {
  const last: Thereafter = schedule.thereafter;
  const open =
    last === "quote" ? { unitRate: Number.POSITIVE_INFINITY, flat: 0 } : { unitRate: last.unitRate.toNumber(), flat: last.flat.toNumber() };
  return {
    bounds: Float64Array.from(schedule.tiers.map((tier) => tier.upTo.toNumber())),
    rates: Float64Array.from([...schedule.tiers.map((tier) => tier.unitRate.toNumber()), open.unitRate]),
    flats: Float64Array.from([...schedule.tiers.map((tier) => tier.flat.toNumber()), open.flat]),
  };
}

function graduated(schedule: Tiered): Priced {
  const { bounds, rates, flats } = columnsOf(schedule);
  const jumps = flats.some((flat) => flat !== 0) || schedule.thereafter === "quote";
  return (billable, itself) => {
    let total = 0;
    let from = 0;
    for (let tier = 0; tier < rates.length; tier++) {
      if (billable <= from && tier > 0) break;
      const bound = bounds[tier] ?? billable;
      if (jumps && tier < bounds.length && nearStep(billable, bound, itself)) return Number.NaN;
      total += (flats[tier] ?? 0) + (Math.min(billable, bound) - from) * (rates[tier] ?? Number.NaN);
      from = bound;
      if (billable <= bound) break;
    }
    return total;
  };
}

function volume(schedule: Tiered): Priced {
  const { bounds, rates, flats } = columnsOf(schedule);
  return (billable, itself) => {
    let tier = 0;
    while (tier < bounds.length && billable > (bounds[tier] ?? 0)) tier++;
    const above = bounds[tier];
    const below = bounds[tier - 1];
    if ((above !== undefined && nearStep(billable, above, itself)) || (below !== undefined && nearStep(billable, below, itself)))
      return Number.NaN;
    return (flats[tier] ?? 0) + billable * (rates[tier] ?? Number.NaN);
  };
}
