/**
 * The percentile of sorted values by the nearest rank: the least of them that at least so many percent do not exceed. It is
 * always one of the values, so that it is meaningful for steps and for Infinity as well.
 *
 * @param sorted ascending, at least one
 * @param percent a whole number from 0 to 100; 0 gives the least value
 * @example percentile(Float64Array.of(1, 2, 3, 4), 50) // 2
 */
export function percentile(sorted: Float64Array, percent: number): number {
  if (sorted.length === 0) throw new RangeError("no values have no percentile");
  // Whole numbers, so that 7 % of 100 is the seventh value and not, by rounding, the eighth.
  const rank = Math.ceil((percent * sorted.length) / 100);
  return sorted[Math.max(0, rank - 1)] as number;
}
