import { Decimal } from "decimal.js";

/**
 * What a price of a price file comes to, written again as directly as docs/price-files.md says it, from the text of the
 * file and with decimals of its own. Shares no code with src.
 */
const Own = Decimal.clone({ precision: 60, defaults: true });
type Num = Decimal;

export type NaiveTier = { readonly upTo: string; readonly rate: string; readonly flat?: string; readonly free?: string };
export type NaivePrice = {
  readonly schedule?: string; readonly rate?: string; readonly amount?: string; readonly size?: string; readonly per?: string;
  readonly allowance?: string; readonly minimum?: string; readonly tiers?: readonly NaiveTier[];
  readonly thereafter?: string | { readonly rate: string; readonly flat?: string }; readonly regions?: readonly string[];
};
export type NaiveFile = {
  readonly service: string; readonly effective: string; readonly regions: readonly string[];
  readonly rates: Readonly<Record<string, { readonly prices: readonly NaivePrice[]; readonly examples?: readonly Readonly<Record<string, string>>[] }>>;
};

const of = (text: string | undefined): Num => new Own(text ?? "0");

/** Dollars in plain notation, or "quote" where no price is published. */
export function naiveAmount(price: NaivePrice, quantity: string, freeTier: boolean): string {
  const used = of(quantity);
  const billable = Own.max(0, freeTier ? used.minus(of(price.allowance)) : used);
  const amount = billable.isZero() ? new Own(0) : scheduled(price, billable, freeTier);
  if (amount === "quote") return amount;
  return (used.isZero() ? amount : Own.max(amount, of(price.minimum))).toFixed();
}

function scheduled(price: NaivePrice, billable: Num, freeTier: boolean): Num | "quote" {
  const per = of(price.per ?? "1");
  if (price.schedule === "flat") return of(price.amount);
  if (price.schedule === "package") return billable.div(of(price.size)).ceil().times(of(price.rate));
  if (price.tiers === undefined) return billable.times(of(price.rate)).div(per);
  const open = price.thereafter === "quote" || price.thereafter === "unread" ? "quote" : typeof price.thereafter === "object" ? price.thereafter : { rate: price.thereafter ?? "0" };
  const given = [...price.tiers.map((tier) => ({ ...tier, upTo: of(tier.upTo) })), ...(open === "quote" ? [] : [{ ...open, upTo: new Own(Number.POSITIVE_INFINITY) }])];
  // Free units that are counted inside the tiers cost what the tier above them costs when the free tier is off.
  const tiers = given.map((tier, index) => (index === 0 && "free" in tier && tier.free === "true" && !freeTier ? { ...tier, rate: given[1]?.rate ?? "0" } : tier));
  const last = tiers.at(-1)?.upTo ?? new Own(0);
  // Nothing says what they cost then, where no tier follows.
  if (open === "quote" && tiers.length === 1 && price.tiers[0]?.free === "true" && !freeTier && billable.gt(0)) return "quote";
  if (billable.gt(last)) return "quote";
  if (price.schedule === "volume") {
    const tier = tiers.find((one) => billable.lte(one.upTo));
    return billable.times(of(tier?.rate)).div(per).plus(of(tier?.flat));
  }
  let total = new Own(0);
  let from = new Own(0);
  for (const tier of tiers) {
    if (billable.lte(from)) break;
    total = total.plus(Own.min(billable, tier.upTo).minus(from).times(of(tier.rate)).div(per)).plus(of(tier.flat));
    from = tier.upTo;
  }
  return total;
}

/** 0 and the quantities at and one above each edge: the free part, each tier bound after it, a full package. */
export function edgesOf(price: NaivePrice, freeTier: boolean): readonly string[] {
  const free = freeTier ? of(price.allowance) : new Own(0);
  const bounds = [free, ...(price.tiers ?? []).map((tier) => free.plus(of(tier.upTo))), ...(price.size === undefined ? [] : [free.plus(of(price.size))])];
  return [...new Set(["0", ...bounds.flatMap((bound) => [bound.toFixed(), bound.plus(1).toFixed()])])];
}

/** Half away from zero, as invoices and price pages round. */
export function halfUp(amount: string, places: number): string {
  return new Own(amount).toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toFixed();
}
export const sameAmount = (left: string, right: string): boolean => new Own(left).eq(new Own(right));
