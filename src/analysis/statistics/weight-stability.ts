/** How far one weight may move, the others in proportion, before another alternative is ahead. Weights are parts of 1; bounds are inclusive. */
export type WeightStability = {
  /** place of the alternative that is first under the given weights */
  readonly first: number;
  /** the criterion's weight as given */
  readonly weight: number;
  readonly least: number;
  readonly most: number;
  /** who is ahead just below `least` and just above `most`; undefined where the bound is 0 or 1 and nobody takes over */
  readonly below: number | undefined;
  readonly above: number | undefined;
};

/** Totals this close are equal: rounding alone sets no one behind. */
const EQUAL = 1e-12;

/**
 * The stretch of one criterion's weight in which the first alternative stays first. Each total is a straight line over that
 * weight, so that the bounds are where two lines cross.
 *
 * @param scores by alternative and criterion, from 0 to 1
 * @param weights of the criteria, none negative, some above 0; they need not add up to 1
 * @param criterion place of the criterion whose weight moves
 * @throws RangeError for weights that weigh nothing
 * @example weightStability([[1, 0], [0, 1]], [0.6, 0.4], 0) // first 0, from 0.5 to 1, below 1
 */
export function weightStability(scores: readonly (readonly number[])[], weights: readonly number[], criterion: number): WeightStability {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!(sum > 0) || weights.some((weight) => weight < 0))
    throw new RangeError(`weights must be 0 or more, and one above: ${weights.join(", ")}`);
  const weight = (weights[criterion] as number) / sum;
  const others = othersOf(weights, criterion);
  const lines = scores.map((row) => ({
    at0: row.reduce((total, score, place) => total + score * (others[place] as number), 0),
    at1: row[criterion] as number,
  }));
  const totals = lines.map(({ at0, at1 }) => at0 + weight * (at1 - at0));
  const best = Math.max(...totals);
  const first = totals.findIndex((total) => total >= best - EQUAL);
  let [least, most]: [number, number] = [0, 1];
  let [below, above]: [number | undefined, number | undefined] = [undefined, undefined];
  lines.forEach((line, rival) => {
    // The lead of the first over the rival at weights 0 and 1; at the given weight it is not negative.
    const own = lines[first] ?? line;
    const [lead0, lead1] = [own.at0 - line.at0, own.at1 - line.at1];
    const crossing = lead0 / (lead0 - lead1);
    if (lead0 < -EQUAL && crossing > least) [least, below] = [Math.min(crossing, weight), rival];
    if (lead1 < -EQUAL && crossing < most) [most, above] = [Math.max(crossing, weight), rival];
  });
  return { first, weight, least, most, below, above };
}

/** How the rest of the weight is spread over the other criteria; evenly where the given weights leave them nothing. */
function othersOf(weights: readonly number[], criterion: number): readonly number[] {
  const rest = weights.reduce((total, weight, place) => (place === criterion ? total : total + weight), 0);
  return weights.map((weight, place) => (place === criterion ? 0 : rest > 0 ? weight / rest : 1 / (weights.length - 1)));
}
