import type { Rate } from "../prices/rate-card.js";
import type { Column } from "./column-ops.js";
import { priceFunction } from "./price-function.js";

/** Adds `share` of the price of each row's quantity to that row's total. */
export type AddPrice = (quantity: Column, share: Column, total: Column, count: number) => void;

/**
 * A rate over columns: the same allowance, schedule and minimum as `rateQuantity`. Prices without jumps (per unit, and tiers
 * without flat parts) have loops of their own; the others go through `priceFunction`, which refuses next to a jump.
 */
export function columnPrice(rate: Rate): AddPrice {
  const { schedule } = rate;
  if (rate.minimum.isZero()) {
    if (schedule.kind === "per-unit") return perUnit(rate.allowance.toNumber(), schedule.unitRate.toNumber());
    if (schedule.kind === "graduated" && schedule.thereafter !== "quote" && schedule.thereafter.flat.isZero() && schedule.tiers.every((tier) => tier.flat.isZero())) {
      const bounds = schedule.tiers.map((tier) => tier.upTo.toNumber());
      return graduated(rate.allowance.toNumber(), Float64Array.from([0, ...bounds]), Float64Array.from([...schedule.tiers.map((tier) => tier.unitRate), schedule.thereafter.unitRate].map((one) => one.toNumber())));
    }
  }
  const price = priceFunction(rate);
  return (quantity, share, total, count) => {
    for (let row = 0; row < count; row++) total[row] = (total[row] as number) + times(share[row] as number, price(quantity[row] as number));
  };
}

/** Nothing of something unpublished is still unpublished. */
const times = (share: number, price: number): number => (price === Number.POSITIVE_INFINITY ? price : share * price);

function perUnit(allowance: number, unitRate: number): AddPrice {
  return (quantity, share, total, count) => {
    for (let row = 0; row < count; row++) {
      const billable = (quantity[row] as number) - allowance;
      total[row] = (total[row] as number) + (billable > 0 ? (share[row] as number) * (billable * unitRate) : 0 * billable);
    }
  };
}

/** @param starts where each tier begins, the first at 0 */
function graduated(allowance: number, starts: Float64Array, rates: Float64Array): AddPrice {
  const tiers = rates.length;
  return (quantity, share, total, count) => {
    for (let row = 0; row < count; row++) {
      const billable = (quantity[row] as number) - allowance;
      let amount = 0 * billable;
      for (let tier = 0; tier < tiers; tier++) {
        const start = starts[tier] as number;
        if (!(billable > start)) break;
        const end = tier + 1 < tiers ? (starts[tier + 1] as number) : Number.POSITIVE_INFINITY;
        amount += ((billable < end ? billable : end) - start) * (rates[tier] as number);
      }
      total[row] = (total[row] as number) + (share[row] as number) * amount;
    }
  };
}
