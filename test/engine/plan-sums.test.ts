import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atomStore } from "../../src/engine/atoms.js";
import { atomSum, constantSum, divided, exactProduct, minus, plus, scaled, type Sum, termsOf, undivided } from "../../src/engine/sum.js";
import { atomsOf, positive, product } from "../../src/engine/sum-operations.js";
import { treeSums } from "../../src/engine/tree-sums.js";
import { type Decimal, decimal, fromDouble, ONE } from "../../src/units/decimal.js";
import { evaluator } from "../../src/units/evaluate.js";
import type { Node } from "../../src/units/node.js";
import { WAYS } from "../support/both-ways.js";

const NAMES = ["x", "y", "z"] as const;
const small = fc.integer({ min: 0, max: 4000 }).map((hundredths) => decimal((hundredths / 100).toFixed(2)));
const above = fc.integer({ min: 1, max: 400 }).map((tenths) => decimal((tenths / 10).toFixed(1)));

/** Trees as components make them: excess over a constant, few products of products, so that doubles stay near the decimals. */
const { tree } = fc.letrec<{ tree: Node; leaf: Node }>((tie) => ({
  leaf: fc.oneof(small.map((value): Node => ({ kind: "const", value })), fc.constantFrom(...NAMES).map((name): Node => ({ kind: "input", name }))),
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("leaf"),
    fc.array(tie("tree"), { minLength: 2, maxLength: 4 }).map((terms): Node => ({ kind: "plus", terms })),
    fc.tuple(tie("tree"), tie("leaf")).map(([left, right]): Node => ({ kind: "times", left, right })),
    fc.tuple(tie("tree"), above).map(([of, by]): Node => ({ kind: "divide", of, by })),
    fc.tuple(tie("tree"), small).map(([of, value]): Node => ({ kind: "excess", of, over: { kind: "const", value } })),
    fc.tuple(small, tie("leaf")).map(([value, over]): Node => ({ kind: "excess", of: { kind: "const", value }, over })),
    fc.tuple(tie("tree"), tie("tree")).map(([left, right]): Node => ({ kind: "min", left, right })),
    fc.tuple(tie("tree"), tie("tree")).map(([left, right]): Node => ({ kind: "max", left, right })),
    fc.tuple(tie("tree"), above).map(([of, step]): Node => ({ kind: "ceil-to", of, step })),
    fc.tuple(tie("tree"), small, small, small).map(([of, low, middle, high]): Node => ({ kind: "ladder", of, rungs: [{ upTo: decimal("10"), value: low }, { upTo: decimal("100.5"), value: middle }], thereafter: high })),
    tie("tree").map((of): Node => ({ kind: "named", name: "part", unit: "one", of })),
  ),
}));
const values = fc.record({ x: small, y: small, z: fc.double({ min: 0, max: 40, noNaN: true }).map(fromDouble) });

describe("trees brought into sums", () => {
  it.each(WAYS)("give the exact value, or refuse: $way, with every driver an input or only one", ({ loops }) => {
    let answered = 0;
    fc.assert(fc.property(tree, values, fc.boolean(), (node, given, allVary) => {
      const exact = evaluator((name) => given[name as (typeof NAMES)[number]])(node).toNumber();
      const names = allVary ? NAMES : (["y"] as const);
      const sum = treeSums(atomStore(), new Map(names.map((name, slot) => [name, slot])), (name) => given[name as (typeof NAMES)[number]])(node);
      const out = new Float64Array(1);
      loops([sum], names.map((name) => Float64Array.of(given[name].toNumber())), [out])(1);
      const [fast = 0] = out;
      if (Number.isNaN(fast)) return;
      answered++;
      expect(Math.abs(fast - exact)).toBeLessThanOrEqual(1e-8 + 1e-12 * Math.abs(exact));
    }), { numRuns: 2000, seed: 7 });
    expect(answered).toBeGreaterThan(1800);
  });

  it("a step that constants alone decide is decided exactly: 0.1 x 3 x 10 is 3 and needs 3, not 4", () => {
    const parts = ["0.1", "3", "10"].map((value): Node => ({ kind: "const", value: decimal(value) }));
    const tenths = parts.reduce((left, right): Node => ({ kind: "times", left, right }));
    const sum = treeSums(atomStore(), new Map([["x", 0]]), () => ONE)({ kind: "ceil-to", of: tenths, step: ONE });
    expect(sum).toEqual(constantSum(3));
  });
});

describe("sums", () => {
  const atoms = atomStore();
  const [x, y] = [0, 1].map((slot) => atoms({ kind: "input", slot }));
  if (!x || !y) throw new Error("no atoms");
  const shown = (sum: Sum) => [sum.constant, ...termsOf(sum).map(({ factor, atom }) => `${factor} ${atom.id}`), sum.by];

  it("what follows one quantity becomes one factor", () => expect(shown(plus(scaled(atomSum(x), 3), plus(constantSum(2), scaled(atomSum(x), 4))))).toEqual([2, "7 0", 1]));
  it("what cancels is gone", () => expect(shown(minus(plus(atomSum(x), atomSum(y)), atomSum(x)))).toEqual([0, "1 1", 1]));
  it("a divisor stays beside the sum until it must be divided by: x / 2,628,000 less 500 is (x - 1,314,000,000) / 2,628,000", () => {
    const over = minus(divided(atomSum(x), decimal("2628000").toNumber()), constantSum(500));
    expect(shown(over)).toEqual([-1_314_000_000, "1 0", 2_628_000]);
    expect(undivided(over).constant).toBe(-500);
  });
  it("divisors multiply as decimals: 2,628,000 x 0.7 is 1,839,600 and 3,600 x 0.6 is 2,160", () => expect([exactProduct(2_628_000, 0.7), exactProduct(3600, 0.6), exactProduct(0.1, 3)]).toEqual([1_839_600, 2160, 0.3]));
  it("equal atoms are one, whichever side a factor stands on", () => {
    const one = product(atoms, scaled(atomSum(x), 2), atomSum(y));
    expect(shown(one)).toEqual([0, `2 ${termsOf(one)[0]?.atom.id}`, 1]);
    expect(termsOf(product(atoms, atomSum(y), atomSum(x)))[0]?.atom).toBe(termsOf(one)[0]?.atom);
  });
  it("what cannot fall below 0 is not lifted to 0: 1 less a flag", () => {
    const flag = atomSum(atoms({ kind: "ladder", of: x, steps: [{ upTo: 5, exact: true, width: 1e-9, value: 0 }], thereafter: 1 }));
    expect(atomsOf([positive(atoms, minus(constantSum(1), flag))]).map((atom) => atom.kind)).toEqual(["input", "ladder"]);
    expect(atomsOf([positive(atoms, minus(constantSum(0.5), flag))]).map((atom) => atom.kind)).toEqual(["input", "ladder", "positive"]);
  });
});

const decimals = (texts: readonly string[]): readonly Decimal[] => texts.map(decimal);
describe.each(WAYS)("next to a step: $way", ({ loops }) => {
  const answers = (node: Node, points: readonly string[]): readonly (number | string)[] => {
    const sum = treeSums(atomStore(), new Map([["x", 0]]), () => ONE)(node);
    const column = Float64Array.from(decimals(points), (value) => value.toNumber());
    const out = new Float64Array(points.length);
    loops([sum], [column], [out])(points.length);
    return [...out].map((value) => (Number.isNaN(value) ? "refuses" : value));
  };
  const x: Node = { kind: "input", name: "x" };
  it("whole numbers of whole steps are sure, others refuse within a billionth", () => {
    const packs: Node = { kind: "ceil-to", of: x, step: decimal("3") };
    expect(answers(packs, ["0", "3", "3.0000000001", "2.9999999999", "3.1", "6000000", "0.0000000000001"])).toEqual([0, 3, "refuses", "refuses", 6, 6_000_000, "refuses"]);
  });
  it("a quotient meets a step exactly where its numbers are whole: 1,314,000,000 / 2,628,000 is 500", () => {
    const steps: Node = { kind: "ladder", of: { kind: "divide", of: x, by: decimal("2628000") }, rungs: [{ upTo: decimal("500"), value: decimal("1") }], thereafter: decimal("2") };
    expect(answers(steps, ["1314000000", "1314000001", "1313999999", "1314000000.001", "1314010000"])).toEqual([1, 2, 1, "refuses", 2]);
  });
  it("a step that is no whole number refuses whole numbers next to it, and no others", () => {
    const steps: Node = { kind: "ladder", of: x, rungs: [{ upTo: decimal("2.0000000001"), value: decimal("1") }], thereafter: decimal("2") };
    expect(answers(steps, ["1", "2", "3", "2.1"])).toEqual([1, "refuses", 2, 2]);
  });
});
