import type { Decimal } from "./decimal.js";

/**
 * The expression tree of a meter. Built once per alternative, then read by every interpreter:
 * exact evaluation, explanation, inputs, breakpoints, and the compiled fast plan.
 * Nodes are immutable and may be shared, so interpreters remember results by node.
 */
export type Node =
  | { readonly kind: "const"; readonly value: Decimal }
  | { readonly kind: "input"; readonly name: string }
  | { readonly kind: "plus"; readonly terms: readonly Node[] }
  | { readonly kind: "times"; readonly left: Node; readonly right: Node }
  | { readonly kind: "divide"; readonly of: Node; readonly by: Decimal }
  /** max(0, of - over) */
  | { readonly kind: "excess"; readonly of: Node; readonly over: Node }
  | { readonly kind: "min"; readonly left: Node; readonly right: Node }
  | { readonly kind: "max"; readonly left: Node; readonly right: Node }
  /** the least multiple of `step` not below `of` */
  | { readonly kind: "ceil-to"; readonly of: Node; readonly step: Decimal }
  /** piecewise constant: the value of the first rung whose `upTo` (inclusive) is not below `of` */
  | { readonly kind: "ladder"; readonly of: Node; readonly rungs: readonly Rung[]; readonly thereafter: Decimal }
  /** a name for a value that people talk about ("sign-ins"), with its unit */
  | { readonly kind: "named"; readonly name: string; readonly unit: string; readonly because?: string; readonly of: Node };

export type Rung = { readonly upTo: Decimal; readonly value: Decimal };

/** The direct parts of a node, in reading order. */
export function partsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case "const":
    case "input":
      return [];
    case "plus":
      return node.terms;
    case "times":
    case "min":
    case "max":
      return [node.left, node.right];
    case "divide":
    case "ceil-to":
    case "ladder":
    case "named":
      return [node.of];
    case "excess":
      return [node.of, node.over];
    default:
      return node satisfies never;
  }
}

/** Every node of some trees once, parts before wholes. */
export function nodesOf(...roots: readonly Node[]): readonly Node[] {
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    for (const part of partsOf(node)) visit(part);
    seen.add(node);
  };
  for (const root of roots) visit(root);
  return [...seen];
}

/** The names of all inputs that reach the node: which drivers a line depends on, without guessing. */
export function inputsOf(root: Node): ReadonlySet<string> {
  return new Set(nodesOf(root).flatMap((node) => (node.kind === "input" ? [node.name] : [])));
}
