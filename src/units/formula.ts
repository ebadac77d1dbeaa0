import type { Decimal } from "./decimal.js";
import { formatNumber } from "./format.js";
import type { Node } from "./node.js";

const LEVEL = { condition: 0, plus: 1, times: 2, atom: 3 } as const;
type Text = { readonly text: string; readonly level: number };

/** How leaves are written, and, where numbers are written, what a part is worth. */
type Style = { readonly leaf: (node: Node) => string; readonly worth?: (node: Node) => Decimal };

/** A tree as arithmetic over names: "sign-ins × (1 + share)". */
export function formulaOf(node: Node): string {
  return write(node, { leaf: (one) => (one.kind === "input" || one.kind === "named" ? one.name : "") }).text;
}

/** The same arithmetic over numbers: "800,000 × (1 + 0.1)". */
export function numbersOf(node: Node, worth: (node: Node) => Decimal): string {
  return write(node, { leaf: (one) => formatNumber(worth(one)), worth }).text;
}

const atom = (text: string): Text => ({ text, level: LEVEL.atom });
const within = (part: Text, level: number): string => (part.level < level ? `(${part.text})` : part.text);
/** A gigabyte of storage is 2^30 bytes; the power is better known than its digits. */
const constantText = (value: Decimal): string => (value.eq(2 ** 30) ? "2^30" : formatNumber(value));

function write(node: Node, style: Style): Text {
  const of = (part: Node): Text => write(part, style);
  const either = conditionOf(node, style);
  if (either !== undefined) return { text: `1 if ${either}, else 0`, level: LEVEL.condition };
  switch (node.kind) {
    case "const":
      return atom(constantText(node.value));
    case "input":
    case "named":
      return atom(style.leaf(node));
    case "plus":
      return { text: node.terms.map((term) => within(of(term), LEVEL.plus)).join(" + "), level: LEVEL.plus };
    case "times":
      return { text: `${within(of(node.left), LEVEL.times)} × ${within(of(node.right), LEVEL.times)}`, level: LEVEL.times };
    case "divide":
      return { text: `${within(of(node.of), LEVEL.times)} ÷ ${constantText(node.by)}`, level: LEVEL.times };
    case "excess":
      return atom(`max(0, ${within(of(node.of), LEVEL.plus)} − ${within(of(node.over), LEVEL.times)})`);
    case "min":
      return atom(`min(${of(node.left).text}, ${of(node.right).text})`);
    case "max":
      return atom(`max(${of(node.left).text}, ${of(node.right).text})`);
    case "ceil-to":
      return atom(node.step.eq(1) ? `round up(${of(node.of).text})` : `round up(${of(node.of).text}, to ${formatNumber(node.step)})`);
    case "ladder":
      return atom(`step(${of(node.of).text}; ${rungsText(node, style)})`);
    default:
      return node satisfies never;
  }
}

type Ladder = Extract<Node, { kind: "ladder" }>;

/** Every rung of a ladder, or, where numbers are written, the one that is reached. */
function rungsText(node: Ladder, { worth }: Style): string {
  const at = worth?.(node.of);
  const rungs = node.rungs.map((rung) => ({
    text: `up to ${formatNumber(rung.upTo)}: ${formatNumber(rung.value)}`,
    isReached: at?.lte(rung.upTo) ?? false,
  }));
  const last = { text: `above: ${formatNumber(node.thereafter)}`, isReached: true };
  return at === undefined
    ? [...rungs, last].map(({ text }) => text).join(", ")
    : ([...rungs, last].find(({ isReached }) => isReached)?.text ?? "");
}

/** What a switch (a ladder of 0 and 1, or 1 less one) asks, in words: "mau is at least 10,000". */
function conditionOf(node: Node, style: Style): string | undefined {
  if (node.kind === "ladder") return asked(node, style, false);
  const isNot = node.kind === "excess" && node.of.kind === "const" && node.of.value.eq(1) && node.over.kind === "ladder";
  return isNot ? asked(node.over as Ladder, style, true) : undefined;
}

function asked({ of, rungs, thereafter }: Ladder, style: Style, negated: boolean): string | undefined {
  const text = (node: Node): string => within(write(node, style), LEVEL.plus);
  const [first, second] = rungs;
  if (first?.value.isZero() !== true) return undefined;
  if (rungs.length === 1 && thereafter.eq(1)) {
    if (of.kind !== "excess" || !first.upTo.isZero()) return `${text(of)} is ${negated ? "at most" : "above"} ${formatNumber(first.upTo)}`;
    return negated ? `${text(of.over)} is at least ${text(of.of)}` : `${text(of.of)} is above ${text(of.over)}`;
  }
  const isIndex = rungs.length === 2 && second?.value.eq(1) === true && thereafter.isZero() && second.upTo.minus(first.upTo).eq(1);
  return isIndex ? `${text(of)} is ${negated ? "not " : ""}${formatNumber(second.upTo)}` : undefined;
}
