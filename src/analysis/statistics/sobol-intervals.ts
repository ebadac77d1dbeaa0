import { randomStream } from "./random-stream.js";

/** An index as it may be stated. */
export type IndexEstimate = {
  /** never below 0 */
  readonly value: number;
  /** before it was cut at 0 */
  readonly estimate: number;
  /** 95 % interval of the bootstrap; `low` may be below 0 */
  readonly low: number;
  readonly high: number;
  /** true where the interval holds 0: the draws cannot tell the index from none */
  readonly indistinguishable: boolean;
};

export type IndexIntervals = {
  readonly mean: number;
  readonly variance: number;
  readonly indices: readonly { readonly first: IndexEstimate; readonly total: IndexEstimate }[];
};

const RESAMPLES = 400;
/** Resamples beyond either end of a 95 % interval. */
const BEYOND = 10;

/**
 * Indices and their intervals from outputs over rows that belong together.
 *
 * @param ofA outputs of the first base sample, `ofB` of the second, `mixed` of the first with the column of one variable from the second
 */
export function indexIntervals(ofA: Float64Array, ofB: Float64Array, mixed: readonly Float64Array[], seed: number): IndexIntervals {
  const rows = ofA.length;
  const sums = new Float64Array(3 + 2 * mixed.length);
  const mean = rows === 0 ? 0 : (total(ofA) + total(ofB)) / (2 * rows);
  // First index and total index of every variable in turn.
  const resampled = Array.from({ length: 2 * mixed.length }, () => new Float64Array(RESAMPLES));
  const weights = new Float64Array(rows);
  const pick = randomStream(seed, "bootstrap of Sobol indices");
  for (let resample = 0; resample < RESAMPLES; resample++) {
    weights.fill(0);
    for (let draw = 0; draw < rows; draw++) {
      const row = Math.floor(pick.at(resample * rows + draw) * rows);
      weights[row] = (weights[row] as number) + 1;
    }
    addUp(ofA, ofB, mixed, mean, weights, sums);
    for (let index = 0; index < resampled.length; index++) (resampled[index] as Float64Array)[resample] = indexOf(sums, index);
  }
  addUp(ofA, ofB, mixed, mean, weights.fill(1), sums);
  const estimates = resampled.map((values, index) => estimateOf(indexOf(sums, index), values.sort()));
  return { mean, variance: varianceOf(sums), indices: mixed.map((_, place) => ({ first: estimates[2 * place] as IndexEstimate, total: estimates[2 * place + 1] as IndexEstimate })) };
}

/**
 * Weighted sums: of weights, outputs and squares of outputs, then of each variable's two products. Outputs are taken from
 * their mean, which leaves the indices as they are and makes the first-order products vary far less.
 */
function addUp(ofA: Float64Array, ofB: Float64Array, mixed: readonly Float64Array[], mean: number, weights: Float64Array, sums: Float64Array): void {
  let weight = 0;
  let once = 0;
  let square = 0;
  for (let row = 0; row < weights.length; row++) {
    const times = weights[row] as number;
    const a = (ofA[row] as number) - mean;
    const b = (ofB[row] as number) - mean;
    weight += 2 * times;
    once += times * (a + b);
    square += times * (a * a + b * b);
  }
  sums[0] = weight;
  sums[1] = once;
  sums[2] = square;
  for (let place = 0; place < mixed.length; place++) {
    const column = mixed[place] as Float64Array;
    let product = 0;
    let squared = 0;
    for (let row = 0; row < weights.length; row++) {
      const times = weights[row] as number;
      const change = (column[row] as number) - (ofA[row] as number);
      product += times * ((ofB[row] as number) - mean) * change;
      squared += times * change * change;
    }
    sums[3 + 2 * place] = product;
    sums[4 + 2 * place] = squared;
  }
}

function varianceOf(sums: Float64Array): number {
  const [weight, once, square] = [sums[0] as number, sums[1] as number, sums[2] as number];
  return weight < 2 ? 0 : Math.max(0, square - (once * once) / weight) / (weight - 1);
}

/** Even places are first indices, odd ones total indices; all 0 for an output that does not vary. */
function indexOf(sums: Float64Array, index: number): number {
  const variance = varianceOf(sums);
  const rows = (sums[0] as number) / 2;
  return variance === 0 ? 0 : (sums[3 + index] as number) / rows / variance / (index % 2 === 0 ? 1 : 2);
}

function estimateOf(estimate: number, sorted: Float64Array): IndexEstimate {
  const [low, high] = [sorted[BEYOND] as number, sorted[RESAMPLES - 1 - BEYOND] as number];
  return { value: Math.max(0, estimate), estimate, low, high, indistinguishable: low <= 0 };
}

function total(values: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < values.length; row++) sum += values[row] as number;
  return sum;
}
