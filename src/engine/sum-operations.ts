import { type Atom, type LadderAtom, partsOfAtom } from "./atom.js";
import type { Atoms } from "./atoms.js";
import { atomSum, constantSum, exactProduct, isConstant, minus, overOneDivisor, plus, scaled, type Sum, termsOf } from "./sum.js";

/** factor x atom / by */
export type Multiple = { readonly factor: number; readonly atom: Atom; readonly by: number };

/** A sum that is not constant as a multiple of one atom. */
export function asMultiple(atoms: Atoms, sum: Sum): Multiple {
  const [only] = termsOf(sum);
  return only && sum.terms.size === 1 && sum.constant === 0
    ? { ...only, by: sum.by }
    : { factor: 1, atom: numerator(atoms, sum), by: sum.by };
}

/** The same, by a factor above 0: a multiple that falls would turn steps round. */
export function asRisingMultiple(atoms: Atoms, sum: Sum): Multiple {
  const multiple = asMultiple(atoms, sum);
  return multiple.factor > 0
    ? multiple
    : { factor: 1, atom: atoms({ kind: "sum", constant: sum.constant, terms: termsOf(sum) }), by: sum.by };
}

/** How many of the atom make one of the multiple. */
export const perOne = ({ factor, by }: Multiple): number => by / factor;

/** What stands above the divisor, as one atom. */
function numerator(atoms: Atoms, sum: Sum): Atom {
  const terms = termsOf(sum);
  const [first] = terms;
  if (!first) return atoms({ kind: "fixed", value: sum.constant });
  if (terms.length === 1 && first.factor === 1 && sum.constant === 0) return first.atom;
  if (terms.length === 1 && first.atom.kind === "ladder")
    return revalued(atoms, first.atom, (value) => sum.constant + first.factor * value);
  return atoms({ kind: "sum", constant: sum.constant, terms });
}

/** The ladder with other values on the same steps. */
function revalued(atoms: Atoms, ladder: LadderAtom, change: (value: number) => number): Atom {
  return atoms({
    ...ladder,
    steps: ladder.steps.map((step) => ({ ...step, value: change(step.value) })),
    thereafter: change(ladder.thereafter),
  });
}

/** A long sum as an atom of its own, so that all who use it share its additions. */
export function shared(atoms: Atoms, sum: Sum): Sum {
  if (sum.terms.size < 3) return sum;
  return { ...atomSum(atoms({ kind: "sum", constant: 0, terms: termsOf(sum) }), sum.by), constant: sum.constant };
}

export function product(atoms: Atoms, left: Sum, right: Sum): Sum {
  if (isConstant(left)) return scaled(right, left.constant);
  if (isConstant(right)) return scaled(left, right.constant);
  const [one, other] = [asMultiple(atoms, left), asMultiple(atoms, right)];
  const atom = atoms({ kind: "product", left: one.atom, right: other.atom });
  return scaled(atomSum(atom, exactProduct(one.by, other.by)), one.factor * other.factor);
}

/** The sum, or 0 where it is below 0. */
export function positive(atoms: Atoms, sum: Sum): Sum {
  if (isConstant(sum)) return constantSum(Math.max(0, sum.constant));
  if (leastOf(sum) >= 0) return sum;
  return atomSum(atoms({ kind: "positive", constant: sum.constant, terms: termsOf(sum) }), sum.by);
}

/** A bound below which a sum of ladders cannot fall. */
function leastOf(sum: Sum): number {
  return termsOf(sum).reduce(
    (least, { factor, atom }) =>
      atom.kind === "ladder" ? least + Math.min(...valuesOf(atom).map((value) => factor * value)) : Number.NEGATIVE_INFINITY,
    sum.constant,
  );
}

export const valuesOf = (ladder: LadderAtom): readonly number[] => [...ladder.steps.map((step) => step.value), ladder.thereafter];

export function extreme(atoms: Atoms, kind: "min" | "max", left: Sum, right: Sum): Sum {
  if (kind === "max" && isConstant(left)) return plus(left, positive(atoms, minus(right, left)));
  if (kind === "max" && isConstant(right)) return plus(right, positive(atoms, minus(left, right)));
  if (isConstant(left) && isConstant(right)) return constantSum(Math.min(left.constant, right.constant));
  const [one, other] = overOneDivisor(left, right);
  return atomSum(atoms({ kind, left: numerator(atoms, one), right: numerator(atoms, other) }), one.by);
}

/** Every atom of some sums once, parts before wholes. */
export function atomsOf(sums: readonly Sum[]): readonly Atom[] {
  const seen = new Set<Atom>();
  const visit = (atom: Atom): void => {
    if (seen.has(atom)) return;
    for (const part of partsOfAtom(atom)) visit(part);
    seen.add(atom);
  };
  for (const sum of sums) for (const atom of sum.terms.keys()) visit(atom);
  return [...seen];
}
