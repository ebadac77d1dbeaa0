import type { Decimal } from "../units/decimal.js";
import { evaluator } from "../units/evaluate.js";
import { type Node, partsOf } from "../units/node.js";
import type { Atoms } from "./atoms.js";
import { ceilTo, ladder } from "./step-operations.js";
import { atomSum, constantSum, divided, minus, type Sum, total } from "./sum.js";
import { extreme, positive, product, shared } from "./sum-operations.js";

/** Which position of the inputs holds which variable (a driver, or a name of `scenario/variable-names`). */
export type Slots = ReadonlyMap<string, number>;

/**
 * Trees as sums of atoms. What depends on no slot is evaluated exactly, once, here.
 * @param fixed the value of a driver without a slot
 */
export function treeSums(atoms: Atoms, slots: Slots, fixed: (name: string) => Decimal): (node: Node) => Sum {
  const exact = evaluator(fixed);
  const known = new Map<Node, Sum>();
  const sumOf = (node: Node): Sum => {
    const before = known.get(node);
    if (before) return before;
    const made = varies(node) ? operation(node) : constantSum(exact(node).toNumber());
    known.set(node, made);
    return made;
  };
  const varying = new Map<Node, boolean>();
  const varies = (node: Node): boolean => {
    const before = varying.get(node);
    if (before !== undefined) return before;
    const found = node.kind === "input" ? slots.has(node.name) : partsOf(node).some(varies);
    varying.set(node, found);
    return found;
  };
  const operation = (node: Node): Sum => {
    switch (node.kind) {
      case "const":
        return constantSum(node.value.toNumber());
      case "input":
        return atomSum(atoms({ kind: "input", slot: slots.get(node.name) ?? -1 }));
      case "plus":
        return shared(atoms, total(node.terms.map(sumOf)));
      case "times":
        return product(atoms, sumOf(node.left), sumOf(node.right));
      case "excess":
        return positive(atoms, minus(sumOf(node.of), sumOf(node.over)));
      case "min":
      case "max":
        return extreme(atoms, node.kind, sumOf(node.left), sumOf(node.right));
      case "divide":
        return divided(sumOf(node.of), node.by.toNumber());
      case "ceil-to":
        return ceilTo(atoms, sumOf(node.of), node.step.toNumber());
      case "ladder":
        return ladder(atoms, sumOf(node.of), node.rungs, node.thereafter.toNumber());
      case "named":
        return sumOf(node.of);
      default:
        return node satisfies never;
    }
  };
  return sumOf;
}
