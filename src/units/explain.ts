import type { Decimal } from "./decimal.js";
import { formatNumber } from "./format.js";
import { type Node, nodesOf } from "./node.js";
import { unitWord } from "./unit.js";

/** One named value of an explanation: `sign-ins = mau × signInsPerMau = 100,000 × 8 = 800,000 sign-ins`. */
export type Step = {
  readonly name: string;
  readonly unit: string;
  readonly formula: string;
  readonly numbers: string;
  readonly value: Decimal;
  readonly because?: string;
};

const PRECEDENCE = { plus: 1, times: 2, atom: 3 } as const;
type Text = { readonly text: string; readonly level: number };
const atom = (text: string): Text => ({ text, level: PRECEDENCE.atom });
const inner = (part: Text, level: number): string => (part.level < level ? `(${part.text})` : part.text);

/** Writes a tree as arithmetic; `leaf` writes inputs and named values, by name or by number. */
function write(node: Node, leaf: (node: Node) => string): Text {
  const of = (part: Node): Text => write(part, leaf);
  switch (node.kind) {
    case "const":
      return atom(formatNumber(node.value));
    case "input":
    case "named":
      return atom(leaf(node));
    case "plus":
      return { text: node.terms.map((term) => inner(of(term), PRECEDENCE.plus)).join(" + "), level: PRECEDENCE.plus };
    case "times":
      return { text: `${inner(of(node.left), PRECEDENCE.times)} × ${inner(of(node.right), PRECEDENCE.times)}`, level: PRECEDENCE.times };
    case "divide":
      return { text: `${inner(of(node.of), PRECEDENCE.times)} ÷ ${formatNumber(node.by)}`, level: PRECEDENCE.times };
    case "excess":
      return atom(`excess of ${inner(of(node.of), PRECEDENCE.times)} over ${inner(of(node.over), PRECEDENCE.times)}`);
    case "min":
      return atom(`min(${of(node.left).text}, ${of(node.right).text})`);
    case "max":
      return atom(`max(${of(node.left).text}, ${of(node.right).text})`);
    case "ceil-to":
      return atom(node.step.eq(1) ? `round up(${of(node.of).text})` : `round up(${of(node.of).text}, to ${formatNumber(node.step)})`);
    case "ladder": {
      const rungs = node.rungs.map((rung) => `${formatNumber(rung.value)} up to ${formatNumber(rung.upTo)}`);
      return atom(`[${rungs.join(", ")}, then ${formatNumber(node.thereafter)}] at ${of(node.of).text}`);
    }
    default:
      return node satisfies never;
  }
}

/**
 * The arithmetic of a tree as steps, the parts before the whole: each named value once, then the tree itself as `name`.
 * Named values inside a step stand under their names, so that each line stays short.
 */
export function explain(root: Node, name: string, unit: string, evaluate: (node: Node) => Decimal): readonly Step[] {
  const byName = (node: Node): string => (node.kind === "input" || node.kind === "named" ? node.name : "");
  const byNumber = (node: Node): string => formatNumber(evaluate(node));
  const step = (title: string, unitOf: string, body: Node, because?: string): Step => ({
    name: title,
    unit: unitOf,
    formula: write(body, byName).text,
    numbers: write(body, byNumber).text,
    value: evaluate(body),
    ...(because === undefined ? {} : { because }),
  });
  const inside = nodesOf(root).filter((node) => node !== root);
  const steps = inside.flatMap((node) => (node.kind === "named" ? [step(node.name, node.unit, node.of, node.because)] : []));
  const body = root.kind === "named" ? root.of : root;
  return [...steps, step(name, unit, body, root.kind === "named" ? root.because : undefined)];
}

/** One line of text for a step; repeats nothing that adds nothing. */
export function stepText(step: Step): string {
  const value = formatNumber(step.value);
  const sides = [step.formula, step.numbers, value].filter((side, index, all) => side !== all[index - 1]);
  return `${step.name} = ${sides.join(" = ")}${step.unit === "one" ? "" : ` ${unitWord(step.unit, step.value)}`}${step.because ? ` (${step.because})` : ""}`;
}
