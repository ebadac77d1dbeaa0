import { fromDouble } from "../units/decimal.js";
import type { Atom, Term } from "./atom.js";

/**
 * (constant + factor x atom + factor x atom + ...) / by: the form into which a plan brings every value, so that charges which
 * follow one quantity become one multiplication. The divisor is kept apart as long as it can be: a quotient that does not end,
 * such as 1 / 2,628,000, would blur a load that meets a step exactly. Constants have the divisor 1.
 */
export type Sum = { readonly constant: number; readonly terms: ReadonlyMap<Atom, number>; readonly by: number };

const NO_TERMS: ReadonlyMap<Atom, number> = new Map();

export const constantSum = (constant: number): Sum => ({ constant, terms: NO_TERMS, by: 1 });
export const NOTHING = constantSum(0);
export const atomSum = (atom: Atom, by = 1): Sum => ({ constant: 0, terms: new Map([[atom, 1]]), by });
export const isConstant = (sum: Sum): boolean => sum.terms.size === 0;
export const termsOf = (sum: Sum): readonly Term[] => [...sum.terms].map(([atom, factor]) => ({ factor, atom }));

export function scaled(sum: Sum, factor: number): Sum {
  if (factor === 1) return sum;
  return factor === 0 ? NOTHING : { ...mapped(sum, (value) => value * factor), by: sum.by };
}

export function divided(sum: Sum, by: number): Sum {
  return isConstant(sum) ? constantSum(sum.constant / by) : { ...sum, by: exactProduct(sum.by, by) };
}

/** The same value without a divisor. */
export function undivided(sum: Sum): Sum {
  return sum.by === 1 ? sum : mapped(sum, (value) => value / sum.by);
}

export function plus(left: Sum, right: Sum): Sum {
  if (isConstant(left) && left.constant === 0) return right;
  if (isConstant(right) && right.constant === 0) return left;
  const [one, other] = overOneDivisor(left, right);
  const terms = new Map(one.terms);
  for (const [atom, factor] of other.terms) {
    const together = (terms.get(atom) ?? 0) + factor;
    if (together === 0) terms.delete(atom);
    else terms.set(atom, together);
  }
  return terms.size === 0
    ? constantSum((one.constant + other.constant) / one.by)
    : { constant: one.constant + other.constant, terms, by: one.by };
}

/** Many added in their order, into one map where they have no divisor. */
export function total(sums: readonly Sum[]): Sum {
  if (sums.some(({ by }) => by !== 1)) return sums.reduce(plus, NOTHING);
  const terms = new Map<Atom, number>();
  let constant = 0;
  for (const sum of sums) {
    constant += sum.constant;
    for (const [atom, factor] of sum.terms) {
      const together = (terms.get(atom) ?? 0) + factor;
      if (together === 0) terms.delete(atom);
      else terms.set(atom, together);
    }
  }
  return { constant, terms, by: 1 };
}

export const minus = (left: Sum, right: Sum): Sum => plus(left, scaled(right, -1));

/** The same two values with the same divisor. */
export function overOneDivisor(left: Sum, right: Sum): readonly [Sum, Sum] {
  if (left.by === right.by) return [left, right];
  if (right.by === 1) return [left, { ...scaled(right, left.by), by: left.by }];
  if (left.by === 1) return [{ ...scaled(left, right.by), by: right.by }, right];
  return [undivided(left), undivided(right)];
}

/** The double nearest to a product of two decimals: 2,628,000 x 0.7 is 1,839,600 and not a little less. */
export function exactProduct(left: number, right: number): number {
  const product = left * right;
  const sure = Number.isSafeInteger(left) && Number.isSafeInteger(right) && Number.isSafeInteger(product);
  return sure ? product : fromDouble(left).times(fromDouble(right)).toNumber();
}

function mapped(sum: Sum, change: (value: number) => number): Sum {
  const terms = new Map<Atom, number>();
  for (const [atom, factor] of sum.terms) terms.set(atom, change(factor));
  return { constant: change(sum.constant), terms, by: 1 };
}

export const halved = (terms: readonly Term[]): readonly Term[] => terms.map(({ factor, atom }) => ({ factor: factor / 2, atom }));
