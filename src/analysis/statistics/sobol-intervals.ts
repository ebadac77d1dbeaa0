import type { Steps } from "../steps.js";
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

/** The two outputs that one variable is judged by, row by row: of the first base sample with its column from the second, and the other way round. */
export type Swapped = { readonly inA: Float64Array; readonly inB: Float64Array };

export type VariableIndices = { readonly first: IndexEstimate; readonly total: IndexEstimate };

const RESAMPLES = 400;
/** Resamples beyond either end of a 95 % interval. */
const BEYOND = 10;
/** Sums of each variable: see `addUp`. */
const SUMS = 3;

/**
 * Indices and their intervals from outputs over rows that belong together, by the estimators of Azzini, Mara and Rosati (2021).
 * With x = f(B with a) - f(B) and y = f(A) - f(A with b) a row says x y of the first index, (x² + y²) / 2 of the total one, and
 * ((f(A) - f(B))² + (f(B with a) - f(A with b))²) / 2 of the variance. So a first index is never above its total one, a variable
 * that does nothing has exactly 0, and one that does everything exactly 1.
 *
 * @param ofA outputs of the first base sample, `ofB` of the second
 */
export function* indexIntervals(
  ofA: Float64Array,
  ofB: Float64Array,
  swapped: readonly Swapped[],
  seed: number,
): Steps<readonly VariableIndices[]> {
  const rows = ofA.length;
  const sums = new Float64Array(SUMS * swapped.length);
  // First index and total index of every variable in turn.
  const resampled = Array.from({ length: 2 * swapped.length }, () => new Float64Array(RESAMPLES));
  const weights = new Float64Array(rows);
  const pick = randomStream(seed, "bootstrap of Sobol indices");
  for (let resample = 0; resample < RESAMPLES; resample++) {
    weights.fill(0);
    for (let draw = 0; draw < rows; draw++) {
      const row = Math.floor(pick.at(resample * rows + draw) * rows);
      weights[row] = (weights[row] as number) + 1;
    }
    addUp(ofA, ofB, swapped, weights, sums);
    for (let index = 0; index < resampled.length; index++) (resampled[index] as Float64Array)[resample] = indexOf(sums, index);
    yield (resample + 1) / RESAMPLES;
  }
  addUp(ofA, ofB, swapped, weights.fill(1), sums);
  const estimates = resampled.map((values, index) => estimateOf(indexOf(sums, index), values.sort()));
  return swapped.map((_, place) => ({ first: estimates[2 * place] as IndexEstimate, total: estimates[2 * place + 1] as IndexEstimate }));
}

/** Weighted sums of each variable in turn: 2 x y; (x - y)², what the total index has besides the first; and the variance's. */
function addUp(ofA: Float64Array, ofB: Float64Array, swapped: readonly Swapped[], weights: Float64Array, sums: Float64Array): void {
  for (let place = 0; place < swapped.length; place++) {
    const { inA, inB } = swapped[place] as Swapped;
    let [alone, together, variance] = [0, 0, 0];
    for (let row = 0; row < weights.length; row++) {
      const times = weights[row] as number;
      const [a, b, c, d] = [ofA[row] as number, ofB[row] as number, inA[row] as number, inB[row] as number];
      const [x, y] = [d - b, a - c];
      alone += times * (2 * (x * y));
      together += times * ((x - y) * (x - y));
      variance += times * ((a - b) * (a - b) + (d - c) * (d - c));
    }
    sums[SUMS * place] = alone;
    sums[SUMS * place + 1] = together;
    sums[SUMS * place + 2] = variance;
  }
}

/** Even places are first indices, odd ones total indices; all 0 for an output that does not vary. */
function indexOf(sums: Float64Array, index: number): number {
  const place = SUMS * (index >> 1);
  const [alone, together, variance] = [sums[place] as number, sums[place + 1] as number, sums[place + 2] as number];
  return variance === 0 ? 0 : (index % 2 === 0 ? alone : alone + together) / variance;
}

function estimateOf(estimate: number, sorted: Float64Array): IndexEstimate {
  const [low, high] = [sorted[BEYOND] as number, sorted[RESAMPLES - 1 - BEYOND] as number];
  return { value: Math.max(0, estimate), estimate, low, high, indistinguishable: low <= 0 };
}
