import { type IndexEstimate, indexIntervals } from "./sobol-intervals.js";
import type { Quantile } from "./quantile-function.js";
import { allSteps, eachInTurn, type Steps } from "../steps.js";
import { randomStream } from "./random-stream.js";

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
 * First and total Sobol indices of independent variables: two base samples A and B, and A with one column at a time from B.
 * First order after Saltelli et al. (2010), total after Jansen (1999), intervals by bootstrap over the rows. The rows of A are
 * those that `drawColumns` would draw. Costs (variables + 2) × rows evaluations.
 *
 * @param rows of the base sample
 * @param seed a whole number from 0 on
 * @example sobolIndices((columns, count, out) => …, [{ name: "mau", quantile }], 4096, 1).variables[0]?.total.value
 */
export function sobolIndices(evaluate: Evaluate, variables: readonly SobolVariable[], rows: number, seed: number): SobolIndices {
  return allSteps(sobolSteps(evaluate, variables, rows, seed));
}

/** The same in steps, one for each evaluation of the rows. */
export function* sobolSteps(evaluate: Evaluate, variables: readonly SobolVariable[], rows: number, seed: number): Steps<SobolIndices> {
  const a = variables.map((variable) => sample(variable, variable.name, seed, rows));
  const b = variables.map((variable) => sample(variable, `${variable.name}, second sample`, seed, rows));
  const evaluated = (columns: readonly Float64Array[]): Float64Array => {
    const out = new Float64Array(rows);
    evaluate(columns, rows, out);
    return out;
  };
  const samples = [a, b, ...variables.map((_, place) => a.map((column, index) => (index === place ? (b[place] as Float64Array) : column)))];
  const outputs = yield* eachInTurn(samples, evaluated);
  const usable = Uint32Array.from(a[0]?.keys() ?? []).filter((row) => outputs.every((output) => Number.isFinite(output[row])));
  const [ofA, ofB, ...mixed] = outputs.map((output) => (usable.length === rows ? output : Float64Array.from(usable, (row) => output[row] as number))) as [Float64Array, Float64Array, ...Float64Array[]];
  const { mean, variance, indices } = indexIntervals(ofA, ofB, mixed, seed);
  return { mean, variance, rows: usable.length, skipped: rows - usable.length, variables: indices.map((index, place) => ({ name: variables[place]?.name ?? "", ...index })) };
}

function sample({ quantile }: SobolVariable, stream: string, seed: number, rows: number): Float64Array {
  const column = new Float64Array(rows);
  randomStream(seed, stream).fill(column, 0, rows);
  for (let row = 0; row < rows; row++) column[row] = quantile(column[row] as number);
  return column;
}
