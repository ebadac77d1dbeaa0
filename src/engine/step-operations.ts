import type { Rung } from "../units/node.js";
import type { Atom, Step } from "./atom.js";
import type { Atoms } from "./atoms.js";
import { GUARD, isSurelyWhole } from "./guard.js";
import { atomSum, constantSum, exactProduct, isConstant, scaled, type Sum } from "./sum.js";
import { asRisingMultiple, perOne, positive, valuesOf } from "./sum-operations.js";

/** The least multiple of `step` that is not below the sum. */
export function ceilTo(atoms: Atoms, sum: Sum, step: number): Sum {
  if (isConstant(sum)) return constantSum(Math.ceil(sum.constant / step) * step);
  const of = asRisingMultiple(atoms, sum);
  const by = exactProduct(perOne(of), step);
  const exact = isSurelyWhole(by) && Number.isInteger(of.factor);
  const up = (atom: Atom): Sum => scaled(atomSum(atoms({ kind: "ceil", of: atom, by, exact })), step);
  // What is a little above 0 may be lifted as if it were below: rounded up first, and then lifted, it is seen.
  return of.atom.kind === "positive" ? positive(atoms, up(unlifted(atoms, of.atom))) : up(of.atom);
}

/** Piecewise constant: the value of the first rung whose bound (inclusive) is not below the sum. */
export function ladder(atoms: Atoms, sum: Sum, rungs: readonly Rung[], thereafter: number): Sum {
  if (isConstant(sum)) return constantSum(rungs.find(({ upTo }) => upTo.gte(sum.constant))?.value.toNumber() ?? thereafter);
  const of = asRisingMultiple(atoms, sum);
  const scale = perOne(of);
  const atom = withoutFloor(atoms, of.atom, rungs);
  const steps = rungs.map(({ upTo, value }): Step => {
    const bound = exactProduct(upTo.toNumber(), scale);
    const exact = isSurelyWhole(bound) && Number.isInteger(of.factor);
    return { upTo: bound, exact, width: exact && isWhole(atom) ? 0 : GUARD * Math.max(scale, Math.abs(bound)), value: value.toNumber() };
  });
  return atomSum(atoms({ kind: "ladder", of: atom, steps, thereafter }));
}

/** What is lifted to 0 stands on the same step as before where no step ends below 0. */
function withoutFloor(atoms: Atoms, atom: Atom, rungs: readonly Rung[]): Atom {
  return atom.kind === "positive" && rungs.every(({ upTo }) => upTo.gte(0)) ? unlifted(atoms, atom) : atom;
}

const unlifted = (atoms: Atoms, { constant, terms }: Extract<Atom, { kind: "positive" }>): Atom => atoms({ kind: "sum", constant, terms });

/** Whether a value is a small whole number by construction, so that its double is the value itself. */
function isWhole(atom: Atom): boolean {
  switch (atom.kind) {
    case "ladder":
      return valuesOf(atom).every(Number.isInteger);
    case "min":
    case "max":
      return isWhole(atom.left) && isWhole(atom.right);
    case "sum":
    case "positive":
      return Number.isInteger(atom.constant) && atom.terms.every((term) => Number.isInteger(term.factor) && isWhole(term.atom));
    default:
      return false;
  }
}
