import type { Distribution } from "../../scenario/distribution.js";
import { type CorrelatedGroup, type Correlation, correlatedGroups } from "./correlation.js";
import { normalCdf, normalQuantile } from "./normal.js";
import { type Quantile, quantileFunction } from "./quantile-function.js";
import { type RandomStream, randomStream } from "./random-stream.js";

/** A variable to be drawn. Values outside `least` to `most` are taken back to these bounds; `integer` values are rounded first. */
export type DrawnVariable = {
  readonly name: string;
  readonly distribution: Distribution;
  readonly least?: number;
  readonly most?: number;
  readonly integer?: boolean;
};

/** Draws 0, 1, 2, … of some variables, to be had in any blocks: draw number i is always the same. */
export type DrawPlan = {
  readonly names: readonly string[];
  /** writes draws `from` to `from + count - 1` into the first `count` rows, one column a variable in the order of the names; allocates nothing */
  readonly drawBlock: (from: number, count: number, columns: readonly Float64Array[]) => void;
};

/** The quantile function of a variable, within its bounds. */
export function quantileOf({
  distribution,
  least = Number.NEGATIVE_INFINITY,
  most = Number.POSITIVE_INFINITY,
  integer = false,
}: DrawnVariable): Quantile {
  const quantile = quantileFunction(distribution);
  return (u) => {
    // + 0: a rounded -0.2 is no -0.
    const value = integer ? Math.round(quantile(u)) + 0 : quantile(u);
    return value < least ? least : value > most ? most : value;
  };
}

/**
 * Plans the draws of variables: each from the stream of its own name, so that one more variable leaves the others as they were.
 * Correlated ones are tied by a Gaussian copula: their normal scores are mixed by the Cholesky triangle of the correlations, so
 * that each is a mix of its own score and of those named before it. The first of a group, and independent ones, stay untouched.
 *
 * @throws RangeError where correlations cannot hold together (ask `correlationFlaw` first), names repeat, or the seed is no whole number
 */
export function drawPlan(variables: readonly DrawnVariable[], correlations: readonly Correlation[], seed: number): DrawPlan {
  const names = variables.map((variable) => variable.name);
  if (new Set(names).size < names.length) throw new RangeError(`variables of the same name would share their draws: ${names.join(", ")}`);
  const groups = correlatedGroups(names, correlations);
  const streams = names.map((name) => randomStream(seed, name));
  const loops = variables.map(quantileLoop);
  const drawBlock = (from: number, count: number, columns: readonly Float64Array[]): void => {
    for (let place = 0; place < streams.length; place++) (streams[place] as RandomStream).fill(columns[place] as Float64Array, from, count);
    for (const group of groups) {
      mixScores(group, columns, count);
      // The first is its own score: its uniforms need no way through scores and back.
      const first = group.places[0] as number;
      (streams[first] as RandomStream).fill(columns[first] as Float64Array, from, count);
    }
    for (let place = 0; place < loops.length; place++) (loops[place] as QuantileLoop)(columns[place] as Float64Array, count);
  };
  return { names, drawBlock };
}

/**
 * Columns of `count` draws by variable.
 *
 * @param seed a whole number from 0 on
 * @throws RangeError as `drawPlan`
 * @example drawColumns([{ name: "mau", distribution }], [], 1, 20_000).get("mau") // Float64Array of 20,000 values
 */
export function drawColumns(
  variables: readonly DrawnVariable[],
  correlations: readonly Correlation[],
  seed: number,
  count: number,
): ReadonlyMap<string, Float64Array> {
  const plan = drawPlan(variables, correlations, seed);
  const columns = plan.names.map(() => new Float64Array(count));
  plan.drawBlock(0, count, columns);
  return new Map(plan.names.map((name, place) => [name, columns[place] as Float64Array]));
}

/** Turns the uniforms of a group's others into tied ones, in place: from the last on, since each needs the scores of those before it. */
function mixScores({ places, mix }: CorrelatedGroup, columns: readonly Float64Array[], count: number): void {
  const size = places.length;
  for (let member = 0; member < size; member++) apply(normalQuantile, columns[places[member] as number] as Float64Array, count);
  for (let member = size - 1; member > 0; member--) {
    const column = columns[places[member] as number] as Float64Array;
    scale(column, mix[member * size + member] as number, count);
    for (let other = 0; other < member; other++)
      addScaled(column, columns[places[other] as number] as Float64Array, mix[member * size + other] as number, count);
  }
  for (let member = 1; member < size; member++) apply(insideCdf, columns[places[member] as number] as Float64Array, count);
}

/** A score beyond 8.3 would round to 1, where a quantile may be infinite. */
const BELOW_ONE = 0.9999999999999999;
const insideCdf = (z: number): number => Math.min(BELOW_ONE, normalCdf(z));

type QuantileLoop = (column: Float64Array, count: number) => void;

/** Turns uniforms into values in place. The commonest distribution has a loop of its own: a call for each draw costs more than its arithmetic. */
function quantileLoop(variable: DrawnVariable): QuantileLoop {
  const { distribution, least, most, integer } = variable;
  if (distribution.kind !== "uniform" || least !== undefined || most !== undefined || integer) {
    const quantile = quantileOf(variable);
    return (column, count) => apply(quantile, column, count);
  }
  const [low, high] = [distribution.low.toNumber(), distribution.high.toNumber()];
  return (column, count) => {
    for (let row = 0; row < count; row++) column[row] = Math.min(high, low + (high - low) * (column[row] as number));
  };
}

function apply(of: (value: number) => number, column: Float64Array, count: number): void {
  for (let row = 0; row < count; row++) column[row] = of(column[row] as number);
}

function scale(column: Float64Array, by: number, count: number): void {
  for (let row = 0; row < count; row++) column[row] = (column[row] as number) * by;
}

function addScaled(column: Float64Array, other: Float64Array, by: number, count: number): void {
  for (let row = 0; row < count; row++) column[row] = (column[row] as number) + by * (other[row] as number);
}
