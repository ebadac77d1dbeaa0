import type { Rate } from "../prices/rate-card.js";
import type { Tier } from "../prices/schedule.js";
import type { Atoms } from "./atoms.js";
import { rateBounds } from "./price-bounds.js";
import { type PriceFunction, priceFunction } from "./price-function.js";
import type { Bounds } from "./span.js";
import { atomSum, constantSum, isConstant, minus, scaled, type Sum } from "./sum.js";
import { asRisingMultiple, perOne, positive } from "./sum-operations.js";

/** The list price of a quantity: the same allowance, schedule and minimum as `rateQuantity`. */
export function listPrice(atoms: Atoms, rate: Rate, quantity: Sum): Sum {
  const { schedule } = rate;
  const allowance = rate.allowance.toNumber();
  if (isConstant(quantity) || !rate.minimum.isZero()) return priceOf(atoms, rate, quantity);
  if (schedule.kind === "per-unit")
    return scaled(allowance === 0 ? quantity : positive(atoms, minus(quantity, constantSum(allowance))), schedule.unitRate.toNumber());
  if (
    schedule.kind === "graduated" &&
    schedule.thereafter !== "quote" &&
    [...schedule.tiers, schedule.thereafter].every((tier) => tier.flat.isZero())
  ) {
    const rates = [...schedule.tiers, schedule.thereafter].map((tier) => tier.unitRate.toNumber());
    return tiers(atoms, quantity, startsOf(schedule.tiers, allowance), rates);
  }
  return priceOf(atoms, rate, quantity);
}

const priceOf = (atoms: Atoms, rate: Rate, quantity: Sum): Sum =>
  priceBy(atoms, quantity, { name: rate.id, price: priceFunction(rate), bounds: rateBounds(rate) });

/** Where each tier begins, counted with the allowance before the first. */
const startsOf = (all: readonly Tier[], allowance: number): readonly number[] => [
  allowance,
  ...all.map((tier) => tier.upTo.toNumber() + allowance),
];

function tiers(atoms: Atoms, quantity: Sum, starts: readonly number[], rates: readonly number[]): Sum {
  const of = asRisingMultiple(atoms, quantity);
  const scale = perOne(of);
  return atomSum(
    atoms({ kind: "tiers", of: of.atom, starts: starts.map((start) => start * scale), rates: rates.map((rate) => rate / scale) }),
  );
}

/** A price by quantity; equal names must be equal prices. */
export type NamedPrice = { readonly name: string; readonly price: PriceFunction; readonly bounds: (quantity: Bounds) => Bounds };

export function priceBy(atoms: Atoms, quantity: Sum, named: NamedPrice): Sum {
  if (isConstant(quantity)) return constantSum(named.price(quantity.constant, () => true));
  const of = asRisingMultiple(atoms, quantity);
  return atomSum(atoms({ kind: "price", of: of.atom, by: perOne(of), ...named }));
}
