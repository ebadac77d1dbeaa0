import { ceilTo, type Decimal, largest, smallest, sum, ZERO } from "./decimal.js";
import type { Node } from "./node.js";

/** Reads an input's value; unknown names must throw, since a missing value is never 0. */
export type Inputs = (name: string) => Decimal;

/**
 * The exact interpreter: the truth that every figure shown comes from.
 * One evaluator serves many trees of the same workload and remembers shared nodes.
 */
export function evaluator(inputs: Inputs): (node: Node) => Decimal {
  const known = new Map<Node, Decimal>();
  const evaluate = (node: Node): Decimal => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const value = step(node);
    known.set(node, value);
    return value;
  };
  const step = (node: Node): Decimal => {
    switch (node.kind) {
      case "const":
        return node.value;
      case "input":
        return inputs(node.name);
      case "plus":
        return sum(node.terms.map(evaluate));
      case "times":
        return evaluate(node.left).times(evaluate(node.right));
      case "divide":
        return evaluate(node.of).div(node.by);
      case "excess":
        return largest([ZERO, evaluate(node.of).minus(evaluate(node.over))]);
      case "min":
        return smallest([evaluate(node.left), evaluate(node.right)]);
      case "max":
        return largest([evaluate(node.left), evaluate(node.right)]);
      case "ceil-to":
        return ceilTo(evaluate(node.of), node.step);
      case "ladder": {
        const at = evaluate(node.of);
        return node.rungs.find((rung) => at.lte(rung.upTo))?.value ?? node.thereafter;
      }
      case "named":
        return evaluate(node.of);
      default:
        return node satisfies never;
    }
  };
  return evaluate;
}
