import { type Decimal, ONE } from "../units/decimal.js";
import { NO_USD, sumUsd, type Usd } from "../units/usd.js";
import type { Bill } from "../engine/bill.js";

/** Dollars in their two ledgers: labour, and everything else (infrastructure, licences). */
export type Ledgers = { readonly other: Usd; readonly labour: Usd };

/** The dollars of one month; month 0 is what is paid before the first. */
export type MonthCost = Ledgers & {
  readonly month: number;
  readonly mau: Decimal;
  /** part of both ledgers: what moving users costs, and the old system running on */
  readonly moving: Ledgers;
  /** sums from month 0 to this one, as dollars are */
  readonly cumulative: Usd;
  readonly cumulativeWithoutLabour: Usd;
};

export type HorizonTotals = {
  readonly total: Usd;
  readonly totalWithoutLabour: Usd;
  /** dollars of today */
  readonly presentValue: Usd;
  readonly presentValueWithoutLabour: Usd;
};

export const NOTHING: Ledgers = { other: NO_USD, labour: NO_USD };

export function together(...parts: readonly Ledgers[]): Ledgers {
  return { other: sumUsd(parts.map((part) => part.other)), labour: sumUsd(parts.map((part) => part.labour)) };
}

export function billLedgers(made: Bill): Ledgers {
  return { other: made.monthly.minus(made.labour) as Usd, labour: made.labour };
}

/** Months with running sums. @param entries from month 0 on, in turn */
export function monthCosts(entries: readonly (Ledgers & Pick<MonthCost, "month" | "mau" | "moving">)[]): readonly MonthCost[] {
  let [cumulative, cumulativeWithoutLabour] = [NO_USD, NO_USD];
  return entries.map(({ month, mau, other, labour, moving }) => {
    cumulative = sumUsd([cumulative, other, labour]);
    cumulativeWithoutLabour = sumUsd([cumulativeWithoutLabour, other]);
    return { month, mau, other, labour, moving, cumulative, cumulativeWithoutLabour };
  });
}

/** @param factors by month: what turns its dollars into dollars of today */
export function totalsOf(months: readonly MonthCost[], factors: readonly Decimal[]): HorizonTotals {
  const last = months.at(-1);
  const present = (of: (month: MonthCost) => Decimal): Usd =>
    sumUsd(months.map((month) => of(month).times(factors[month.month] ?? ONE) as Usd));
  return {
    total: last?.cumulative ?? NO_USD,
    totalWithoutLabour: last?.cumulativeWithoutLabour ?? NO_USD,
    presentValue: present((month) => month.other.plus(month.labour)),
    presentValueWithoutLabour: present((month) => month.other),
  };
}
