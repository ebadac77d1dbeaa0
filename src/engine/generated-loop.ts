import type { Atom } from "./atom.js";
import { codeOfAtom, codeOfSum } from "./atom-code.js";
import { closureLoops } from "./closure-loops.js";
import type { Column, Loop, LoopMaker } from "./loop.js";
import { type Sum, termsOf, undivided } from "./sum.js";
import { atomsOf } from "./sum-operations.js";

type Price = Extract<Atom, { kind: "price" }>;
/** A loop that says in how many rows something is NaN. */
type CountingLoop = (count: number) => number;
type Make = (inputs: readonly Column[], outs: readonly Column[], prices: readonly ((quantity: number) => number)[]) => CountingLoop;

/**
 * One loop with a line for each atom, made as JavaScript text and compiled by the engine that runs it; rows next to a step go through
 * `closureLoops` again. Where a Content-Security-Policy forbids `eval` it throws an EvalError: take `closureLoops`.
 */
export const generatedLoop: LoopMaker = (sums, inputs, outs) => {
  const atoms = atomsOf(sums);
  const prices = atoms.filter((atom): atom is Price => atom.kind === "price");
  const make = new Function("inputs", "outs", "prices", codeOf(atoms, sums, inputs.length)) as Make;
  const loop = make(inputs, outs, prices.map((atom) => atom.price));
  runOnRefusals(loop, inputs);
  const decide = rowByRow(sums, inputs, outs);
  return (count) => { if (loop(count) > 0) decide(count); };
};

/** The text of the loop: numbers, and names made here; nothing of a scenario or a price file stands in it. */
export function codeOf(atoms: readonly Atom[], sums: readonly Sum[], slots: number): string {
  const prices = atoms.filter((atom) => atom.kind === "price");
  return [
    ...Array.from({ length: slots }, (_, slot) => `const i${slot} = inputs[${slot}];`),
    ...sums.map((_, index) => `const o${index} = outs[${index}];`),
    ...prices.map((atom, index) => `const p${atom.id} = prices[${index}];`),
    "return (count) => {",
    "let unsure = 0;",
    "for (let row = 0; row < count; row++) {",
    ...atoms.map(codeOfAtom),
    ...sums.map(undivided).map((sum, index) => `o${index}[row] = ${codeOfSum(sum.constant, termsOf(sum))};`),
    `const all = ${sums.map((_, index) => `o${index}[row]`).join(" + ")};`,
    "unsure += all === all ? 0 : 1;",
    "}",
    "return unsure;",
    "};",
  ].join("\n");
}

/** Computes again, with every care at steps, each row that has a NaN. */
function rowByRow(sums: readonly Sum[], inputs: readonly Column[], outs: readonly Column[]): Loop {
  const [given, found] = [inputs, outs].map((columns) => columns.map(() => new Float64Array(1))) as [Column[], Column[]];
  const again = closureLoops(sums, given, found);
  const decide = (row: number): void => {
    given.forEach((column, slot) => { column[0] = inputs[slot]?.[row] ?? Number.NaN; });
    again(1);
    found.forEach((column, index) => { (outs[index] as Column)[row] = column[0] as number; });
  };
  return (count) => { for (let row = 0; row < count; row++) if (outs.some((out) => Number.isNaN(out[row]))) decide(row); };
}

/**
 * Runs the loop over a few rows of NaN, so that the engine learns that everything is a double before it optimises. Where it has
 * seen whole numbers alone it would bet on them, and lose the bet in the middle of a simulation.
 */
function runOnRefusals(loop: CountingLoop, inputs: readonly Column[]): void {
  const rows = Math.min(4, inputs[0]?.length ?? 1);
  const kept = inputs.map((column) => column.slice(0, rows));
  for (const column of inputs) column.fill(Number.NaN, 0, rows);
  for (let run = 0; run < 4; run++) loop(rows);
  inputs.forEach((column, slot) => { column.set(kept[slot] ?? []); });
}
