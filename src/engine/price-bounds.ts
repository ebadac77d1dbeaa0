import type { Rate } from "../prices/rate-card.js";
import type { Schedule } from "../prices/schedule.js";
import { priceFunction } from "./price-function.js";
import { type Bounds, down, up } from "./span.js";

const NOTHING: Bounds = { low: 0, high: 0 };

/** A rate as bounds; made when asked for. All schedules but volume never fall as the quantity rises. */
export function rateBounds(rate: Rate): (quantity: Bounds) => Bounds {
  let known: ((quantity: Bounds) => Bounds) | undefined;
  return (quantity) => {
    if (quantity.high <= 0) return NOTHING;
    known ??= boundsOf(rate);
    return known(quantity);
  };
}

/** Of what has no price that is known: nothing of it costs nothing, and what more costs the exact path will tell. */
export const unknownBounds = (quantity: Bounds): Bounds => (quantity.high <= 0 ? NOTHING : { low: 0, high: Number.POSITIVE_INFINITY });

function boundsOf(rate: Rate): (quantity: Bounds) => Bounds {
  if (rate.schedule.kind === "volume") return volumeBounds(rate, rate.schedule);
  const price = priceFunction(rate);
  const safe = (quantity: number, towards: (value: number) => number): number => {
    const exact = price(quantity, () => true);
    return Number.isNaN(exact) ? price(towards(towards(quantity))) : exact;
  };
  const wide = (value: number): number => value + Math.abs(value) * 4e-9;
  const narrow = (value: number): number => Math.max(0, value - Math.abs(value) * 4e-9);
  return ({ low, high }) => ({ low: safe(Math.max(0, down(low)), narrow), high: safe(up(high), wide) });
}

function volumeBounds(rate: Rate, schedule: Extract<Schedule, { kind: "volume" }>): (quantity: Bounds) => Bounds {
  const allowance = rate.allowance.toNumber();
  const open =
    schedule.thereafter === "quote"
      ? { rate: Number.POSITIVE_INFINITY, flat: 0 }
      : { rate: schedule.thereafter.unitRate.toNumber(), flat: schedule.thereafter.flat.toNumber() };
  const tiers = [
    ...schedule.tiers.map((tier) => ({ upTo: tier.upTo.toNumber(), rate: tier.unitRate.toNumber(), flat: tier.flat.toNumber() })),
    { upTo: Number.POSITIVE_INFINITY, ...open },
  ];
  return (quantity) => {
    const [from, to] = [Math.max(0, down(quantity.low) - allowance), Math.max(0, up(quantity.high) - allowance)];
    let low = from === 0 ? 0 : Number.POSITIVE_INFINITY;
    let high = 0;
    let start = 0;
    for (const tier of tiers) {
      if (to > start && from <= tier.upTo) {
        low = Math.min(low, tier.flat + Math.max(from, start) * tier.rate);
        high = Math.max(high, tier.flat + Math.min(to, tier.upTo) * tier.rate);
      }
      start = tier.upTo;
    }
    return { low: Math.max(low, from > 0 ? rate.minimum.toNumber() : 0), high: Math.max(high, rate.minimum.toNumber()) };
  };
}
