import { type Decimal, decimal, ONE, ZERO } from "../units/decimal.js";
import { NO_USD, type Usd, usd } from "../units/usd.js";
import { isOpenEnd } from "./open-end.js";
import type { PriceData } from "./price-file-schema.js";
import type { Rate } from "./rate-card.js";

/** Text becomes decimals; rates quoted "per million" become rates per unit, exactly. */
export function toSchedule(
  price: PriceData,
  freeTier: boolean,
): Pick<Rate, "schedule" | "allowance" | "minimum" | "openEnd"> & { range?: { low: Decimal; high: Decimal } } {
  const per = price.per === undefined ? ONE : decimal(price.per);
  const unitRate = (text: string): Decimal => decimal(text).div(per);
  const common = {
    allowance: freeTier && price.allowance !== undefined ? decimal(price.allowance) : ZERO,
    minimum: price.minimum === undefined ? NO_USD : usd(price.minimum),
    ...(price.low === undefined || price.high === undefined ? {} : { range: { low: unitRate(price.low), high: unitRate(price.high) } }),
  };
  if ("amount" in price) return { ...common, schedule: { kind: "flat", amount: usd(price.amount) } };
  if ("size" in price) return { ...common, schedule: { kind: "package", size: decimal(price.size), packageRate: decimal(price.rate) } };
  if ("rate" in price) return { ...common, schedule: { kind: "per-unit", unitRate: unitRate(price.rate) } };
  const flat = (text: string | undefined): Usd => (text === undefined ? NO_USD : usd(text));
  const tiers = price.tiers.map((tier) => ({
    upTo: decimal(tier.upTo),
    unitRate: unitRate(tier.rate),
    flat: flat(tier.flat),
    free: tier.free === true,
  }));
  const last = price.thereafter;
  const thereafter = isOpenEnd(last)
    ? "quote"
    : typeof last === "string"
      ? { unitRate: unitRate(last), flat: NO_USD }
      : { unitRate: unitRate(last.rate), flat: flat(last.flat) };
  const first = tiers[0];
  if (!freeTier && first?.free) {
    // Without the free part its units are paid like the tier above them; the bounds stay where the provider counts them.
    const above = tiers[1]?.unitRate ?? (thereafter === "quote" ? undefined : thereafter.unitRate);
    if (above === undefined)
      tiers.shift(); // nothing is known of what they cost then
    else tiers[0] = { ...first, unitRate: above, free: false };
  }
  return {
    ...common,
    schedule: { kind: price.schedule, tiers, thereafter },
    ...(isOpenEnd(last) ? { openEnd: { kind: last, ...(price.note === undefined ? {} : { note: price.note }) } } : {}),
  };
}
