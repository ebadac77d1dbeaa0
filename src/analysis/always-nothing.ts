import type { Decimal } from "../units/decimal.js";
import type { Node } from "../units/node.js";

/**
 * True where a quantity is 0 whatever the open inputs are: nothing of it is used, so its price does not matter.
 * @param fixedAt an input's value where that stands still; undefined where it may vary
 */
export function alwaysNothing(node: Node, fixedAt: (name: string) => Decimal | undefined): boolean {
  const nothing = (part: Node): boolean => alwaysNothing(part, fixedAt);
  switch (node.kind) {
    case "const":
      return node.value.isZero();
    case "input":
      return fixedAt(node.name)?.isZero() === true;
    case "plus":
      return node.terms.every(nothing);
    case "times":
    // Quantities are never below 0.
    case "min":
      return nothing(node.left) || nothing(node.right);
    case "max":
      return nothing(node.left) && nothing(node.right);
    case "divide":
    case "ceil-to":
    case "excess":
    case "named":
      return nothing(node.of);
    case "ladder":
      return false;
    default:
      return node satisfies never;
  }
}
