import type { Decimal } from "./decimal.js";
import { formatNumber } from "./format.js";
import { formulaOf, numbersOf } from "./formula.js";
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

/**
 * The arithmetic of a tree as steps, the parts before the whole: each named value once, then the tree itself as `name`.
 * Named values inside a step stand under their names, so that each line stays short.
 */
export function explain(root: Node, name: string, unit: string, evaluate: (node: Node) => Decimal): readonly Step[] {
  const step = (title: string, unitOf: string, body: Node, because?: string): Step => ({
    name: title,
    unit: unitOf,
    formula: formulaOf(body),
    numbers: numbersOf(body, evaluate),
    value: evaluate(body),
    ...(because === undefined ? {} : { because }),
  });
  const own = root.kind === "named" && root.name === name ? root : undefined;
  const steps = nodesOf(root).flatMap((node) =>
    node.kind === "named" && node !== own ? [step(node.name, node.unit, node.of, node.because)] : [],
  );
  return [...steps, step(name, unit, own ? own.of : root, own?.because)];
}

/** One line of text for a step; repeats nothing that adds nothing. */
export function stepText(step: Step): string {
  const value = formatNumber(step.value);
  const sides = [step.formula, step.numbers, value].filter((side, index, all) => side !== all[index - 1]);
  return `${step.name} = ${sides.join(" = ")}${step.unit === "one" ? "" : ` ${unitWord(step.unit, step.value)}`}${step.because ? ` (${step.because})` : ""}`;
}
