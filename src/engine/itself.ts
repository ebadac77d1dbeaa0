import type { Atom } from "./atom.js";
import { isSurelyWhole } from "./guard.js";
import type { Column } from "./loop.js";

/**
 * Whether the double that stands for an atom in a row is the value itself: a whole number made of whole numbers alone. A double that
 * merely rounds to a whole number may stand for a little more or less, and a step that ends there would not be seen to.
 */
export function isItself(atom: Atom, row: number, columnOf: (atom: Atom) => Column): boolean {
  const valueIn = (one: Atom): number => columnOf(one)[row] as number;
  const itself = (one: Atom): boolean => isItself(one, row, columnOf);
  if (!isSurelyWhole(valueIn(atom))) return false;
  switch (atom.kind) {
    case "input":
    case "fixed":
    // Steps that could not be decided are no numbers.
    case "ladder":
    case "ceil":
      return true;
    case "product":
      return (itself(atom.left) && (valueIn(atom.left) === 0 || itself(atom.right))) || (valueIn(atom.right) === 0 && itself(atom.right));
    case "min":
    case "max":
      return itself(atom.left) && itself(atom.right);
    case "sum":
    case "positive":
      return (
        Number.isInteger(atom.constant) &&
        atom.terms.every(
          ({ factor, atom: part }) =>
            itself(part) && (valueIn(part) === 0 || (Number.isInteger(factor) && isSurelyWhole(factor * valueIn(part)))),
        )
      );
    case "tiers":
    case "price":
      return false;
    default:
      return atom satisfies never;
  }
}
