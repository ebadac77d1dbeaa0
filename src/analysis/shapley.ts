import { type Decimal, ONE, sum, whole, ZERO } from "../units/decimal.js";

/** Decimal places of a part: with up to 20 digits before the point, sums of such numbers are exact. */
const PLACES = 30;

/** With more players than this, not every coalition is worked out: each player would double the work. */
const ALL_ORDERS = 8;

/** True when the parts are averages over all orders of joining; else over orders that are balanced. */
export const splitsByAllOrders = (players: number): boolean => players <= ALL_ORDERS;

/**
 * Shapley values of a game: each player's effect averaged over all orders of joining. With more than eight players the average is over
 * the rotations of one order and of its reverse: each player joins as often in each place and before each other, so that effects of one
 * player and of two together are split as over all orders; only effects of three or more at once may fall a little differently.
 * @param value the worth of a coalition, as a bit mask of at most 30 players; undefined where it is not known
 * @returns a part for each player; they add up to value(all) - value(none) exactly. Undefined when a coalition's worth is not known
 * @example two players, worth 0, 10 (first), 0 (second), 30 (both): the parts are 20 and 10
 */
export function shapley(players: number, value: (mask: number) => Decimal | undefined): readonly Decimal[] | undefined {
  if (players === 0) return [];
  const parts = splitsByAllOrders(players) ? overAllOrders(players, value) : overBalancedOrders(players, value);
  const [none, all] = [value(0), value(2 ** players - 1)];
  if (!parts || !none || !all) return undefined;
  // Thirds do not end: parts are cut to what adds up without rounding, and the last takes what is left.
  const cut = parts.slice(0, -1).map((part) => part.toDecimalPlaces(PLACES));
  return [...cut, all.minus(none).minus(sum(cut))];
}

function overAllOrders(players: number, value: (mask: number) => Decimal | undefined): readonly Decimal[] | undefined {
  const worths = Array.from({ length: 1 << players }, (_, mask) => value(mask));
  if (worths.some((worth) => worth === undefined)) return undefined;
  const worth = (mask: number): Decimal => worths[mask] ?? ZERO;
  const weights = Array.from({ length: players }, (_, size) =>
    factorial(size)
      .times(factorial(players - size - 1))
      .div(factorial(players)),
  );
  return Array.from({ length: players }, (_, player) => {
    const bit = 1 << player;
    return sum(
      worths.flatMap((_worth, mask) =>
        mask & bit
          ? []
          : [
              worth(mask | bit)
                .minus(worth(mask))
                .times(weights[members(mask)] ?? ZERO),
            ],
      ),
    );
  });
}

/** All coalitions on the way are arcs of the circle of players: players x (players - 1) + 2 of them, whatever the number of orders. */
function overBalancedOrders(players: number, value: (mask: number) => Decimal | undefined): readonly Decimal[] | undefined {
  const circle = Array.from({ length: players }, (_, player) => player);
  const orders = circle.flatMap((start) => [
    circle.map((place) => (start + place) % players),
    circle.map((place) => (start - place + players) % players),
  ]);
  const gains = circle.map((): Decimal[] => []);
  for (const order of orders) {
    let mask = 0;
    let before = value(mask);
    for (const player of order) {
      mask |= 1 << player;
      const after = value(mask);
      if (!before || !after) return undefined;
      gains[player]?.push(after.minus(before));
      before = after;
    }
  }
  return gains.map((each) => sum(each).div(whole(orders.length)));
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
