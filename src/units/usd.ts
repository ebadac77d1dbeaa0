import { type Decimal, decimal, sum, ZERO } from "./decimal.js";

declare const usdBrand: unique symbol;

/** US dollars, exact. Made only by `usd`, `charge` and sums, so that a quantity cannot pass for an amount. */
export type Usd = Decimal & { readonly [usdBrand]: "USD" };

/** Dollars from the text of a file or flag. */
export function usd(text: string): Usd {
  return decimal(text) as Usd;
}

export const NO_USD: Usd = ZERO as Usd;

/** Quantity times the price of one unit: the only way from usage to money. */
export function charge(quantity: Decimal, unitRate: Decimal): Usd {
  return quantity.times(unitRate) as Usd;
}

export function sumUsd(terms: Iterable<Usd>): Usd {
  return sum(terms) as Usd;
}

export function minusUsd(left: Usd, right: Usd): Usd {
  return left.minus(right) as Usd;
}
