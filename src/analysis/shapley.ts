import { type Decimal, ONE, sum, whole, ZERO } from "../units/decimal.js";

/** Decimal places of a part: with up to 20 digits before the point, sums of such numbers are exact. */
const PLACES = 30;

/**
 * Shapley values of a game with few players: each player's effect averaged over all orders of joining.
 * @param value the worth of a coalition, as a bit mask; undefined where it is not known
 * @returns a part for each player; they add up to value(all) - value(none) exactly. Undefined when a coalition's worth is not known
 * @example two players, worth 0, 10 (first), 0 (second), 30 (both): the parts are 20 and 10
 */
export function shapley(players: number, value: (mask: number) => Decimal | undefined): readonly Decimal[] | undefined {
  const worths = Array.from({ length: 1 << players }, (_, mask) => value(mask));
  if (worths.some((worth) => worth === undefined)) return undefined;
  const worth = (mask: number): Decimal => worths[mask] ?? ZERO;
  const weights = Array.from({ length: players }, (_, size) => factorial(size).times(factorial(players - size - 1)).div(factorial(players)));
  const parts = Array.from({ length: players }, (_, player) => {
    const bit = 1 << player;
    const gains = worths.flatMap((_worth, mask) => (mask & bit ? [] : [worth(mask | bit).minus(worth(mask)).times(weights[members(mask)] ?? ZERO)]));
    return sum(gains);
  });
  // Thirds do not end: parts are cut to what adds up without rounding, and the last takes what is left.
  const total = worth((1 << players) - 1).minus(worth(0));
  const cut = parts.slice(0, -1).map((part) => part.toDecimalPlaces(PLACES));
  return players === 0 ? [] : [...cut, total.minus(sum(cut))];
}

function factorial(of: number): Decimal {
  let product = ONE;
  for (let factor = 2; factor <= of; factor++) product = product.times(whole(factor));
  return product;
}

function members(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
