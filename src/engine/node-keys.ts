import { type Node, partsOf } from "../units/node.js";

/** A text for each expression; equal texts are equal expressions, names aside. */
export function nodeKeys(): (node: Node) => string {
  const known = new Map<Node, string>();
  const keyOf = (node: Node): string => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const parts = partsOf(node).map(keyOf);
    const own =
      node.kind === "const"
        ? node.value.toFixed()
        : node.kind === "input"
          ? node.name
          : node.kind === "divide"
            ? node.by.toFixed()
            : node.kind === "ceil-to"
              ? node.step.toFixed()
              : node.kind === "ladder"
                ? `${node.rungs.map((rung) => `${rung.upTo.toFixed()}:${rung.value.toFixed()}`).join(",")};${node.thereafter.toFixed()}`
                : "";
    const key = node.kind === "named" ? (parts[0] ?? "") : `${node.kind}[${own}](${parts.join(",")})`;
    known.set(node, key);
    return key;
  };
  return keyOf;
}
