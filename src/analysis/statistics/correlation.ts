/** Correlation of the normal scores behind two variables, above -1 and below 1. Their rank correlation (Spearman's) is 6/π asin(rho/2). */
export type Correlation = { readonly left: string; readonly right: string; readonly rho: number };

/** Why correlations cannot hold together. `shrunk`: they could if each were multiplied by this. */
export type CorrelationFlaw =
  | { readonly kind: "unknown-name"; readonly name: string; readonly known: readonly string[] }
  | { readonly kind: "with-itself"; readonly name: string }
  | { readonly kind: "stated-twice"; readonly left: string; readonly right: string }
  | { readonly kind: "out-of-range"; readonly left: string; readonly right: string; readonly rho: number }
  | { readonly kind: "not-positive-definite"; readonly names: readonly string[]; readonly shrunk: number };

/** Variables that hang together through correlations, by their places, and the lower triangle that mixes their scores, row by row. */
export type CorrelatedGroup = { readonly places: readonly number[]; readonly mix: Float64Array };

/**
 * What keeps correlations from holding together, or undefined if nothing does: the caller turns it into a message.
 *
 * @example correlationFlaw(["a", "b", "c"], [{ left: "a", right: "b", rho: 0.9 }, { left: "b", right: "c", rho: 0.9 }, { left: "a", right: "c", rho: -0.9 }])
 * // { kind: "not-positive-definite", names: ["a", "b", "c"], shrunk: 0.55 }
 */
export function correlationFlaw(names: readonly string[], correlations: readonly Correlation[]): CorrelationFlaw | undefined {
  const seen = new Set<string>();
  for (const { left, right, rho } of correlations) {
    for (const name of [left, right]) if (!names.includes(name)) return { kind: "unknown-name", name, known: names };
    if (left === right) return { kind: "with-itself", name: left };
    const pair = JSON.stringify([left, right].sort());
    if (seen.has(pair)) return { kind: "stated-twice", left, right };
    seen.add(pair);
    if (!(Math.abs(rho) < 1)) return { kind: "out-of-range", left, right, rho };
  }
  for (const places of connected(names, correlations)) {
    const matrix = matrixOf(names, places, correlations);
    if (!cholesky(matrix, places.length))
      return { kind: "not-positive-definite", names: places.map((place) => names[place] as string), shrunk: shrunk(matrix, places.length) };
  }
  return undefined;
}

/** True where the correlations of these variables can hold together. */
export function isPositiveDefinite(names: readonly string[], correlations: readonly Correlation[]): boolean {
  return correlationFlaw(names, correlations) === undefined;
}

/** The groups of correlated variables. @throws RangeError where `correlationFlaw` finds one */
export function correlatedGroups(names: readonly string[], correlations: readonly Correlation[]): readonly CorrelatedGroup[] {
  const flaw = correlationFlaw(names, correlations);
  if (flaw) throw new RangeError(`correlations that cannot hold together: ${JSON.stringify(flaw)}`);
  return connected(names, correlations).flatMap((places) => {
    const mix = cholesky(matrixOf(names, places, correlations), places.length);
    return mix ? [{ places, mix }] : [];
  });
}

/** Places of the variables that hang together, in the order of the names; a correlation of 0 ties nothing. */
function connected(names: readonly string[], correlations: readonly Correlation[]): readonly (readonly number[])[] {
  const groupOf = new Map(names.map((name) => [name, name]));
  for (const { left, right, rho } of correlations) {
    const [from, to] = [groupOf.get(right), groupOf.get(left)];
    if (rho !== 0 && to !== undefined) for (const name of names) if (groupOf.get(name) === from) groupOf.set(name, to);
  }
  const groups = new Map<string | undefined, number[]>();
  names.forEach((name, place) => {
    const group = groupOf.get(name);
    groups.set(group, [...(groups.get(group) ?? []), place]);
  });
  return [...groups.values()].filter((places) => places.length > 1);
}

function matrixOf(names: readonly string[], places: readonly number[], correlations: readonly Correlation[]): Float64Array {
  const size = places.length;
  const matrix = new Float64Array(size * size);
  for (let row = 0; row < size; row++) matrix[row * size + row] = 1;
  for (const { left, right, rho } of correlations) {
    const [row, column] = [places.indexOf(names.indexOf(left)), places.indexOf(names.indexOf(right))];
    if (row < 0 || column < 0) continue;
    matrix[row * size + column] = rho;
    matrix[column * size + row] = rho;
  }
  return matrix;
}

/** What a pivot must leave: below it, rounding decides whether the matrix is positive definite. */
const LEAST_PIVOT = 1e-12;

/** The lower triangle L with L Lᵀ = matrix; undefined where the matrix is not positive definite. */
function cholesky(matrix: Float64Array, size: number): Float64Array | undefined {
  const lower = new Float64Array(size * size);
  const at = (row: number, column: number): number => lower[row * size + column] as number;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row * size + column] as number;
      for (let k = 0; k < column; k++) rest -= at(row, k) * at(column, k);
      if (row === column && rest < LEAST_PIVOT) return undefined;
      lower[row * size + column] = row === column ? Math.sqrt(rest) : rest / at(column, column);
    }
  }
  return lower;
}

/** The largest factor, in hundredths, that makes the correlations hold together: those that do lie on one stretch from independence on. */
function shrunk(matrix: Float64Array, size: number): number {
  const scaled = (hundredths: number): Float64Array =>
    matrix.map((value, index) => (index % (size + 1) === 0 ? 1 : (value * hundredths) / 100));
  let hundredths = 99;
  while (hundredths > 0 && !cholesky(scaled(hundredths), size)) hundredths--;
  return hundredths / 100;
}
