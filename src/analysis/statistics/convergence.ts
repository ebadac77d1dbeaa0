import { expectedRanking } from "./expected-ranking.js";
import { momentsOf } from "./summary.js";

/** How well the draws settle the difference between two alternatives, over the draws in which both are possible. */
export type Convergence = {
  /** places of the two: the one that is cheaper on average, and the next */
  readonly first: number;
  readonly second: number;
  readonly draws: number;
  /** mean of what the second costs less what the first costs in the same draw, and how far chance moves it */
  readonly meanDifference: number;
  readonly standardError: number;
  /** 95 in 100 such intervals, this far on either side of the mean difference, hold the true one */
  readonly halfWidth: number;
  /** the half-width as part of the mean difference; Infinity where that is 0 */
  readonly shareOfDifference: number;
  /** half-width of the first's mean cost, as part of that cost */
  readonly shareOfCost: number;
  /** true where the interval leaves no doubt which of the two is cheaper on average */
  readonly settled: boolean;
  /** the same after fewer draws: 100, 200, 500, 1,000, … and the last */
  readonly checkpoints: readonly Checkpoint[];
};

/** Running means over the first `draws` draws in which both are possible. */
export type Checkpoint = {
  readonly draws: number;
  readonly first: number;
  readonly second: number;
  readonly meanDifference: number;
  readonly halfWidth: number;
};

/** The normal score of 97.5 %. */
const Z = 1.959963984540054;

/** The two that cost least on average, see `expectedRanking`; undefined where there are no two. */
export function leaders(costs: readonly Float64Array[]): readonly [number, number] | undefined {
  const [first, second] = expectedRanking(costs);
  return first && second && [first.place, second.place];
}

/** @param pair places of two alternatives, such as `leaders` finds; undefined where no draw has both possible */
export function convergence(costs: readonly Float64Array[], pair: readonly [number, number]): Convergence | undefined {
  const [left, right] = pair.map((place) => costs[place] as Float64Array) as [Float64Array, Float64Array];
  const both = Uint32Array.from(left.keys()).filter((row) => Number.isFinite(left[row]) && Number.isFinite(right[row]));
  const draws = both.length;
  if (draws === 0) return undefined;
  const [one, two] = [Float64Array.from(both, (row) => left[row] as number), Float64Array.from(both, (row) => right[row] as number)];
  const checkpoints = marksUpTo(draws).map((count) => checkpoint(one, two, count));
  const { meanDifference, halfWidth } = checkpoints.at(-1) as Checkpoint;
  const cost = momentsOf(one, draws);
  return {
    first: pair[0],
    second: pair[1],
    draws,
    meanDifference,
    standardError: halfWidth / Z,
    halfWidth,
    shareOfDifference: meanDifference === 0 ? Number.POSITIVE_INFINITY : halfWidth / Math.abs(meanDifference),
    shareOfCost: cost.mean === 0 ? 0 : (Z * cost.standardDeviation) / Math.sqrt(draws) / Math.abs(cost.mean),
    settled: Math.abs(meanDifference) > halfWidth,
    checkpoints,
  };
}

function checkpoint(one: Float64Array, two: Float64Array, count: number): Checkpoint {
  const difference = momentsOf(
    two.subarray(0, count).map((cost, row) => cost - (one[row] as number)),
    count,
  );
  return {
    draws: count,
    first: momentsOf(one, count).mean,
    second: momentsOf(two, count).mean,
    meanDifference: difference.mean,
    halfWidth: (Z * difference.standardDeviation) / Math.sqrt(count),
  };
}

/** 100, 200, 500, 1,000, … below the count, and the count. */
function marksUpTo(count: number): readonly number[] {
  const marks: number[] = [];
  for (let decade = 100; decade < count; decade *= 10) marks.push(...[decade, 2 * decade, 5 * decade].filter((mark) => mark < count));
  return [...marks, count];
}
