import { type Decimal, ONE, whole } from "../units/decimal.js";

const MONTHS_A_YEAR = 12;

/**
 * The factors that turn dollars of month 0, 1, … into dollars of today: 1 / (1 + discountRate)^(month / 12).
 * A month's bill is paid at its end; exact at whole years.
 * @example discountFactors(decimal("0.08"), 12)[12]?.times(108).toFixed() // "100"
 */
export function discountFactors(discountRate: Decimal, months: number): readonly Decimal[] {
  const yearly = ONE.plus(discountRate);
  const monthly = yearly.pow(ONE.div(whole(MONTHS_A_YEAR)));
  const factors = [ONE];
  for (let month = 1; month <= months; month++) {
    const yearBefore = factors[month - MONTHS_A_YEAR];
    factors.push(yearBefore ? yearBefore.div(yearly) : (factors[month - 1] ?? ONE).div(monthly));
  }
  return factors;
}
