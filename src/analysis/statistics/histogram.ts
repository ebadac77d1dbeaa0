/** How often values fall between neighbouring edges. A value on an edge belongs to the bin above it, the largest edge to the last bin. */
export type Histogram = {
  readonly scale: "linear" | "log";
  /** ascending, one more than counts; numbers as people write them: 0, 250, 500, … or 100, 125, 160, 200, … */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
};

/** Steps of a decade that read well (preferred numbers); finer ones give more bins. */
const LOG_STEPS: readonly (readonly number[])[] = [
  [1],
  [1, 3],
  [1, 2, 5],
  [1, 1.6, 2.5, 4, 6.3],
  [1, 1.25, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 8],
  [1, 1.1, 1.25, 1.4, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3.2, 3.6, 4, 4.5, 5, 5.6, 6.3, 7.1, 8, 9],
];
const LINEAR_STEPS: readonly number[] = [1, 2, 2.5, 5];

/**
 * Sorts values into at most `most` bins (two or more) with edges that people read easily. Infinite values are left out.
 * A log scale is for values above 0; if one is not, or the values span too little for it, the scale is linear.
 *
 * @returns undefined where no value is finite
 * @example histogram(Float64Array.of(3, 4, 8), 4, "linear") // edges 2, 4, 6, 8; counts 1, 1, 1
 */
export function histogram(values: Float64Array, most: number, scale: "linear" | "log"): Histogram | undefined {
  if (!(most >= 2)) throw new RangeError(`a histogram has two bins or more, not ${most}`);
  let [least, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < least) least = value;
    if (value > largest) largest = value;
  }
  if (least > largest) return undefined;
  const logEdges = scale === "log" && least > 0 ? edgesByDecade(least, largest, most) : undefined;
  const edges = logEdges ?? evenEdges(least, largest, most);
  return { scale: logEdges ? "log" : "linear", edges, counts: countsBetween(values, edges) };
}

/** A decimal number from its digits: the nearest double, however small, where 3 * 0.1 would not be. */
const scaled = (mantissa: number, exponent: number): number => Number(`${mantissa}e${exponent}`);
/** The whole exponent of 10 at or below a value above 0. */
const decadeOf = (value: number): number => Number(value.toExponential().split("e")[1]);

function evenEdges(least: number, largest: number, most: number): readonly number[] {
  // Values that hardly differ still get edges that doubles can tell apart.
  const apart = Math.max(largest - least, Math.max(Math.abs(least), Math.abs(largest)) / 1e9);
  const span = apart < 1e-300 ? 1 : apart;
  for (let exponent = decadeOf(span / most) - 1; ; exponent++) {
    for (const step of LINEAR_STEPS) {
      const width = scaled(step, exponent);
      let [from, to] = [Math.floor(least / width), Math.ceil(largest / width)];
      // Division may round across an edge.
      if (scaled(from * step, exponent) > least) from--;
      if (scaled(to * step, exponent) < largest) to++;
      if (to === from) to++;
      if (to - from <= most) return Array.from({ length: to - from + 1 }, (_, index) => scaled((from + index) * step, exponent));
    }
  }
}

/** Undefined where fewer than three bins would be left: the span is too small, or `most` too few for its decades. */
function edgesByDecade(least: number, largest: number, most: number): readonly number[] | undefined {
  for (const steps of [...LOG_STEPS].reverse()) {
    const marks: number[] = [];
    for (let decade = decadeOf(least); decade <= decadeOf(largest) + 1; decade++) marks.push(...steps.map((step) => scaled(step, decade)));
    const first = marks.filter((mark) => mark <= least).length - 1;
    const last = marks.findIndex((mark) => mark >= largest);
    const edges = marks.slice(first, last + 1);
    if (edges.length - 1 <= most) return edges.length > 3 ? edges : undefined;
  }
  return undefined;
}

function countsBetween(values: Float64Array, edges: readonly number[]): readonly number[] {
  const bounds = Float64Array.from(edges);
  const counts = new Float64Array(edges.length - 1);
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    let low = 0;
    let high = counts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((bounds[middle] as number) <= value) low = middle;
      else high = middle - 1;
    }
    counts[low] = (counts[low] as number) + 1;
  }
  return [...counts];
}
