import { log } from "./logarithm.js";
import { randomStream } from "./random-stream.js";

/** What holds whatever the criteria weigh (SMAA-2, Lahdelma and Salminen 2001). */
export type RankAcceptability = {
  readonly weightings: number;
  /** in the order of the alternatives: the part of all weightings in which it takes rank 1, 2, … */
  readonly ranks: readonly (readonly number[])[];
  /** in the order of the alternatives: the mean of the weightings that make it first, what a typical supporter holds; undefined where none does */
  readonly centralWeights: readonly (readonly number[] | undefined)[];
};

/**
 * Ranks of alternatives by weighted score under weights drawn evenly from all that are not negative and add up to 1.
 * Equal totals rank in the order of the alternatives.
 *
 * @param scores by alternative and criterion, from 0 to 1
 * @param weightings how many to draw
 * @param seed a whole number from 0 on
 * @example rankAcceptability([[1, 0], [0, 1]], 10_000, 1).ranks // about [[0.5, 0.5], [0.5, 0.5]]
 */
export function rankAcceptability(scores: readonly (readonly number[])[], weightings: number, seed: number): RankAcceptability {
  const [alternatives, criteria] = [scores.length, scores[0]?.length ?? 0];
  const flat = Float64Array.from(scores.flat());
  const stream = randomStream(seed, "weights of criteria");
  const weights = new Float64Array(criteria);
  const totals = new Float64Array(alternatives);
  const counts = new Float64Array(alternatives * alternatives);
  const support = new Float64Array(alternatives * criteria);
  for (let draw = 0; draw < weightings; draw++) {
    drawWeights(weights, stream.at, draw * criteria);
    for (let alternative = 0; alternative < alternatives; alternative++) totals[alternative] = weighted(flat, alternative, weights);
    for (let alternative = 0; alternative < alternatives; alternative++) {
      const rank = rankOf(totals, alternative);
      add(counts, alternative * alternatives + rank, 1);
      if (rank === 0)
        for (let criterion = 0; criterion < criteria; criterion++)
          add(support, alternative * criteria + criterion, weights[criterion] as number);
    }
  }
  const ranks = scores.map((_, alternative) =>
    Array.from(counts.subarray(alternative * alternatives, (alternative + 1) * alternatives), (count) => count / weightings),
  );
  const centralWeights = scores.map((_, alternative) => {
    const firsts = counts[alternative * alternatives] as number;
    return firsts === 0
      ? undefined
      : Array.from(support.subarray(alternative * criteria, (alternative + 1) * criteria), (sum) => sum / firsts);
  });
  return { weightings, ranks, centralWeights };
}

/** Exponential numbers over their sum are even on the simplex: Dirichlet (1, …, 1). */
function drawWeights(weights: Float64Array, at: (place: number) => number, from: number): void {
  let sum = 0;
  for (let criterion = 0; criterion < weights.length; criterion++) {
    const part = -log(at(from + criterion));
    weights[criterion] = part;
    sum += part;
  }
  for (let criterion = 0; criterion < weights.length; criterion++) weights[criterion] = (weights[criterion] as number) / sum;
}

function weighted(scores: Float64Array, alternative: number, weights: Float64Array): number {
  let total = 0;
  for (let criterion = 0; criterion < weights.length; criterion++)
    total += (scores[alternative * weights.length + criterion] as number) * (weights[criterion] as number);
  return total;
}

function rankOf(totals: Float64Array, alternative: number): number {
  const own = totals[alternative] as number;
  let rank = 0;
  for (let other = 0; other < totals.length; other++) {
    const total = totals[other] as number;
    if (total > own || (total === own && other < alternative)) rank++;
  }
  return rank;
}

function add(values: Float64Array, place: number, value: number): void {
  values[place] = (values[place] as number) + value;
}
