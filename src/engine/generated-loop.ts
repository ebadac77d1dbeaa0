import type { Atom } from "./atom.js";
import { codeOfAtom, codeOfSum } from "./atom-code.js";
import { ceilNear, ladderNear } from "./guard.js";
import type { Column, Loop, LoopMaker } from "./loop.js";
import { termsOf, undivided } from "./sum.js";
import { atomsOf } from "./sum-operations.js";

/** What generated code calls next to a step, and for prices with jumps. */
type Help = (value: number) => number;
type Make = (inputs: readonly Column[], outs: readonly Column[], helps: readonly (Help | undefined)[]) => Loop;

/**
 * One loop with a line for each atom, made as JavaScript text and compiled by the engine that runs it. The text holds numbers and
 * names made here, nothing of a scenario or a price file. Where a Content-Security-Policy forbids `eval` it throws: take `closureLoops`.
 */
export const generatedLoop: LoopMaker = (sums, inputs, outs) => {
  const atoms = atomsOf(sums);
  const helps = atoms.map(helpOf);
  const text = [
    ...inputs.map((_, slot) => `const i${slot} = inputs[${slot}];`),
    ...outs.map((_, index) => `const o${index} = outs[${index}];`),
    ...atoms.flatMap((atom, index) => (helps[index] ? [`const h${atom.id} = helps[${index}];`] : [])),
    "return (count) => {",
    "for (let row = 0; row < count; row++) {",
    ...atoms.map(codeOfAtom),
    ...sums.map(undivided).map((sum, index) => `o${index}[row] = ${codeOfSum(sum.constant, termsOf(sum))};`),
    "}",
    "};",
  ].join("\n");
  return (new Function("inputs", "outs", "helps", text) as Make)(inputs, outs, helps);
};

function helpOf(atom: Atom): Help | undefined {
  switch (atom.kind) {
    case "ceil":
      return (value) => ceilNear(value, atom.by, atom.exact);
    case "ladder":
      return (value) => ladderNear(value, atom.steps, atom.thereafter);
    case "price":
      return (value) => atom.price(value / atom.by);
    default:
      return undefined;
  }
}
