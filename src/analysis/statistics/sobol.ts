import { type IndexEstimate, indexIntervals, type Swapped } from "./sobol-intervals.js";
import type { Quantile } from "./quantile-function.js";
import { allSteps, eachInTurn, partOf, type Steps } from "../steps.js";
import { randomStream } from "./random-stream.js";
import { momentsOf } from "./summary.js";

/** Evaluates the output for the first `count` rows of the columns, one column a variable. */
export type Evaluate = (columns: readonly Float64Array[], count: number, out: Float64Array) => void;

export type SobolVariable = { readonly name: string; readonly quantile: Quantile };

export type SobolIndices = {
  /** over both base samples */
  readonly mean: number;
  readonly variance: number;
  /** base rows used, and rows left out because the output is not finite there or with one variable changed */
  readonly rows: number;
  readonly skipped: number;
  /** in the order of the variables */
  readonly variables: readonly SobolIndex[];
};

/** Which part of the output's variance a variable explains: `first` by itself, `total` together with all others. */
export type SobolIndex = { readonly name: string; readonly first: IndexEstimate; readonly total: IndexEstimate };

/**
 * First and total Sobol indices of independent variables: two base samples A and B, and each with one column at a time from the other.
 * Intervals by bootstrap over the rows. The rows of A are those that `drawColumns` would draw. Costs `evaluationsOf` evaluations.
 *
 * @param rows of the base sample
 * @param seed a whole number from 0 on
 * @example sobolIndices((columns, count, out) => …, [{ name: "mau", quantile }], 4096, 1).variables[0]?.total.value
 */
export function sobolIndices(evaluate: Evaluate, variables: readonly SobolVariable[], rows: number, seed: number): SobolIndices {
  return allSteps(sobolSteps(evaluate, variables, rows, seed));
}

/** The part of the work that evaluating is, for progress. */
const EVALUATING = 0.8;

/** The same in steps, one for each evaluation of the rows and each resample. */
export function* sobolSteps(evaluate: Evaluate, variables: readonly SobolVariable[], rows: number, seed: number): Steps<SobolIndices> {
  const a = variables.map((variable) => sample(variable, variable.name, seed, rows));
  const b = variables.map((variable) => sample(variable, `${variable.name}, second sample`, seed, rows));
  const evaluated = (columns: readonly Float64Array[]): Float64Array => {
    const out = new Float64Array(rows);
    evaluate(columns, rows, out);
    return out;
  };
  const changed = (of: readonly Float64Array[], from: readonly Float64Array[], place: number): readonly Float64Array[] =>
    of.map((column, index) => (index === place ? (from[place] as Float64Array) : column));
  const samples = [a, b, ...variables.flatMap((_, place) => [changed(a, b, place), changed(b, a, place)])];
  const outputs = yield* partOf(0, EVALUATING, eachInTurn(samples, evaluated));
  const usable = Uint32Array.from(a[0]?.keys() ?? []).filter((row) => outputs.every((output) => Number.isFinite(output[row])));
  const [ofA, ofB, ...mixed] = outputs.map((output) =>
    usable.length === rows ? output : Float64Array.from(usable, (row) => output[row] as number),
  ) as [Float64Array, Float64Array, ...Float64Array[]];
  const swapped = variables.map(
    (_, place): Swapped => ({ inA: mixed[2 * place] as Float64Array, inB: mixed[2 * place + 1] as Float64Array }),
  );
  const both = new Float64Array(2 * usable.length);
  both.set(ofA);
  both.set(ofB, usable.length);
  const { mean, standardDeviation } = usable.length === 0 ? { mean: 0, standardDeviation: 0 } : momentsOf(both, both.length);
  const indices = yield* partOf(EVALUATING, 1, indexIntervals(ofA, ofB, swapped, seed));
  return {
    mean,
    variance: standardDeviation * standardDeviation,
    rows: usable.length,
    skipped: rows - usable.length,
    variables: indices.map((index, place) => ({ name: variables[place]?.name ?? "", ...index })),
  };
}

/** Two base samples, and two more for each variable. */
export const evaluationsOf = (variables: number, rows: number): number => (2 * variables + 2) * rows;

function sample({ quantile }: SobolVariable, stream: string, seed: number, rows: number): Float64Array {
  const column = new Float64Array(rows);
  randomStream(seed, stream).fill(column, 0, rows);
  for (let row = 0; row < rows; row++) column[row] = quantile(column[row] as number);
  return column;
}
