import { percentile } from "./percentile.js";

/** What many draws of an amount come to. Percentiles by the nearest rank: p10 is the least drawn value that at least one in ten do not exceed. */
export type Summary = {
  /** finite draws: all figures are over these */
  readonly count: number;
  /** draws that were not possible (Infinity) */
  readonly infeasible: number;
  readonly least: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly most: number;
  readonly mean: number;
  /** of the draws (with n - 1); 0 for a single one */
  readonly standardDeviation: number;
  /** of the mean */
  readonly standardError: number;
};

/** Summarises draws; undefined where none is finite. @example summarise(Float64Array.of(1, 2, 3))?.mean // 2 */
export function summarise(draws: Float64Array): Summary | undefined {
  const sorted = draws.filter(Number.isFinite).sort();
  const count = sorted.length;
  if (count === 0) return undefined;
  const { mean, standardDeviation } = momentsOf(sorted, count);
  return {
    count,
    infeasible: draws.length - count,
    least: sorted[0] as number,
    p10: percentile(sorted, 10),
    p50: percentile(sorted, 50),
    p90: percentile(sorted, 90),
    most: sorted[count - 1] as number,
    mean,
    standardDeviation,
    standardError: standardDeviation / Math.sqrt(count),
  };
}

export type Moments = { readonly mean: number; readonly standardDeviation: number };

/** Mean and standard deviation (with n - 1) of the first `count` values, which must be finite; in two passes, so that large means cost no places. */
export function momentsOf(values: Float64Array, count: number): Moments {
  let total = 0;
  for (let row = 0; row < count; row++) total += values[row] as number;
  const near = total / count;
  let [rest, squares] = [0, 0];
  for (let row = 0; row < count; row++) {
    const away = (values[row] as number) - near;
    rest += away;
    squares += away * away;
  }
  const variance = count < 2 ? 0 : Math.max(0, squares - (rest * rest) / count) / (count - 1);
  return { mean: near + rest / count, standardDeviation: Math.sqrt(variance) };
}
