import type { Rate } from "../prices/rate-card.js";
import { type Decimal, sum, truncatedShare, ZERO } from "../units/decimal.js";
import { charge, sumUsd, type Usd } from "../units/usd.js";
import { type Rated, rateQuantity } from "./rate-quantity.js";
import type { Slice } from "./slice.js";

/**
 * Rates the use of several consumers of one rate as one pool, since they share its tiers and free part,
 * and attributes slices and amounts back by quantity.
 *
 * Invariants, all exact: a consumer's slices add up to its quantity and amount; over all consumers each slice adds up
 * to the pool's. Shares are cut to 24 digits; what the cuts leave goes to the largest consumer and its largest slice.
 */
export function ratePool(rate: Rate, quantities: readonly Decimal[]): readonly Rated[] {
  const total = sum(quantities);
  const pool = rateQuantity(rate, total);
  if (quantities.length === 1 || total.isZero())
    return quantities.map((quantity) => (quantity.eq(total) ? pool : rateQuantity(rate, quantity)));
  const rest = indexOfLargest(quantities);
  const widest = indexOfLargest(pool.slices.map((slice) => slice.quantity));
  const parts: (readonly Slice[])[] = quantities.map((quantity, consumer) =>
    consumer === rest ? [] : shares(pool.slices, widest, quantity, total),
  );
  parts[rest] = pool.slices.map((slice, index) => {
    const others = parts.flatMap((slices) => slices[index] ?? []);
    const quantity = slice.quantity.minus(sum(others.map((other) => other.quantity)));
    return { ...slice, quantity, amount: slice.amount.minus(sumUsd(others.map((other) => other.amount))) as Usd };
  });
  return quantities.map((quantity, consumer) => {
    const slices = (parts[consumer] ?? []).filter((slice) => !slice.quantity.isZero() || !slice.amount.isZero());
    const allowance = sum(slices.filter((slice) => slice.kind === "allowance").map((slice) => slice.quantity));
    return { rate, quantity, allowance, slices, amount: sumUsd(slices.map((slice) => slice.amount)) };
  });
}

/** One consumer's part of each slice; the widest slice takes what the cuts leave of its quantity. */
function shares(slices: readonly Slice[], widest: number, quantity: Decimal, total: Decimal): readonly Slice[] {
  const cut = slices.map((slice) => truncatedShare(slice.quantity, quantity, total));
  const left = quantity.minus(sum(cut.filter((_, index) => index !== widest)));
  return slices.map((slice, index) => {
    const part = index === widest ? left : (cut[index] ?? ZERO);
    const perUnit = slice.kind === "tier" || slice.kind === "allowance";
    return {
      ...slice,
      quantity: slice.quantity.isZero() ? ZERO : part,
      amount: perUnit ? charge(part, slice.rate) : (truncatedShare(slice.amount, quantity, total) as Usd),
    };
  });
}

function indexOfLargest(values: readonly Decimal[]): number {
  return values.reduce((best, value, index) => (value.gt(values[best] ?? ZERO) ? index : best), 0);
}
