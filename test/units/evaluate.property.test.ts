import { Decimal as DecimalJs } from "decimal.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { decimal, plain } from "../../src/units/decimal.js";
import { evaluator } from "../../src/units/evaluate.js";
import { inputsOf, type Node } from "../../src/units/node.js";

const NAMES = ["mau", "signIns", "share"] as const;
const number = fc.integer({ min: 0, max: 100_000 }).map((cents) => (cents / 100).toFixed(2));
const positive = fc.integer({ min: 1, max: 1000 }).map((tenths) => (tenths / 10).toFixed(1));
const value = number.map(decimal);

const { tree } = fc.letrec<{ tree: Node }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    value.map((of): Node => ({ kind: "const", value: of })),
    fc.constantFrom(...NAMES).map((name): Node => ({ kind: "input", name })),
    fc.array(tie("tree"), { minLength: 2, maxLength: 3 }).map((terms): Node => ({ kind: "plus", terms })),
    fc.tuple(tie("tree"), tie("tree")).map(([left, right]): Node => ({ kind: "times", left, right })),
    fc.tuple(tie("tree"), positive).map(([of, by]): Node => ({ kind: "divide", of, by: decimal(by) })),
    fc.tuple(tie("tree"), tie("tree")).map(([of, over]): Node => ({ kind: "excess", of, over })),
    fc.tuple(tie("tree"), tie("tree")).map(([left, right]): Node => ({ kind: "min", left, right })),
    fc.tuple(tie("tree"), tie("tree")).map(([left, right]): Node => ({ kind: "max", left, right })),
    fc.tuple(tie("tree"), positive).map(([of, step]): Node => ({ kind: "ceil-to", of, step: decimal(step) })),
    fc.tuple(tie("tree"), value, value, value).map(([of, low, middle, high]): Node => ({ kind: "ladder", of, rungs: [{ upTo: decimal("10"), value: low }, { upTo: decimal("1000.5"), value: middle }], thereafter: high })),
    tie("tree").map((of): Node => ({ kind: "named", name: "part", unit: "one", of })),
  ),
}));

/** The same meaning, written again as directly as possible, on a decimal type of its own. */
const Own = DecimalJs.clone({ precision: 50, rounding: DecimalJs.ROUND_HALF_EVEN, defaults: true });
const own = (of: { toFixed(): string }): DecimalJs => new Own(of.toFixed());
function naive(node: Node, inputs: Readonly<Record<string, string>>): DecimalJs {
  const of = (part: Node): DecimalJs => naive(part, inputs);
  switch (node.kind) {
    case "const": return own(node.value);
    case "input": return new Own(inputs[node.name] ?? Number.NaN);
    case "plus": return node.terms.map(of).reduce((total, term) => total.plus(term), new Own(0));
    case "times": return of(node.left).times(of(node.right));
    case "divide": return of(node.of).div(own(node.by));
    case "excess": return Own.max(0, of(node.of).minus(of(node.over)));
    case "min": return Own.min(of(node.left), of(node.right));
    case "max": return Own.max(of(node.left), of(node.right));
    case "ceil-to": return of(node.of).div(own(node.step)).ceil().times(own(node.step));
    case "ladder": {
      const at = of(node.of);
      for (const rung of node.rungs) if (!at.gt(own(rung.upTo))) return own(rung.value);
      return own(node.thereafter);
    }
    case "named": return of(node.of);
    default: return node satisfies never;
  }
}

const workload = fc.record({ mau: number, signIns: number, share: number });

it("the evaluator agrees with a naive reading of every random tree", () => {
  fc.assert(fc.property(tree, workload, (node, inputs) => {
    const found = evaluator((name) => decimal(inputs[name as (typeof NAMES)[number]]))(node);
    expect(plain(found)).toBe(naive(node, inputs).toFixed());
  }), { numRuns: 500 });
});

it("a driver that inputsOf does not name never changes the value", () => {
  fc.assert(fc.property(tree, workload, workload, (node, left, right) => {
    const reached = inputsOf(node);
    const mixed = (name: string): string => (reached.has(name) ? left : right)[name as (typeof NAMES)[number]];
    const one = evaluator((name) => decimal(left[name as (typeof NAMES)[number]]))(node);
    expect(plain(evaluator((name) => decimal(mixed(name)))(node))).toBe(plain(one));
  }));
});
