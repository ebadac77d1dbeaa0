import type { Atom } from "./atom.js";
import { codeOfAtom, codeOfSum } from "./atom-code.js";
import { closureLoops } from "./closure-loops.js";
import type { Column, LoopMaker } from "./loop.js";
import { type Sum, termsOf, undivided } from "./sum.js";
import { atomsOf } from "./sum-operations.js";

type Price = Extract<Atom, { kind: "price" }>;
/** A loop that writes down the rows in which something is NaN, and says how many they are. */
type CountingLoop = (count: number) => number;
type Make = (
  inputs: readonly Column[],
  outs: readonly Column[],
  prices: readonly ((quantity: number) => number)[],
  unsure: Int32Array,
) => CountingLoop;

/**
 * One loop with a line for each atom, made as JavaScript text and compiled by the engine that runs it; rows next to a step go through
 * `closureLoops` again. @throws EvalError where a Content-Security-Policy, or node's `--disallow-code-generation-from-strings`, forbids it
 */
export const generatedLoop: LoopMaker = (sums, inputs, outs) => {
  const atoms = atomsOf(sums);
  const prices = atoms.filter((atom): atom is Price => atom.kind === "price");
  const make = new Function("inputs", "outs", "prices", "unsure", codeOf(atoms, sums, inputs.length)) as Make;
  const unsure = new Int32Array((outs[0]?.length ?? 0) + 1);
  const loop = make(
    inputs,
    outs,
    prices.map((atom) => atom.price),
    unsure,
  );
  runOnRefusals(loop, inputs);
  const decide = oneRow(sums, inputs, outs);
  return (count) => {
    const found = loop(count);
    for (let index = 0; index < found; index++) decide(unsure[index] as number);
  };
};

/** Generated code where code may be made from text, closures where not: the same bits either way. */
export const generatedWhereAllowed: LoopMaker = (sums, inputs, outs) => {
  try {
    return generatedLoop(sums, inputs, outs);
  } catch (error) {
    if (error instanceof EvalError) return closureLoops(sums, inputs, outs);
    throw error;
  }
};

/** The text of the loop: numbers, and names made here; nothing of a scenario or a price file stands in it. */
export function codeOf(atoms: readonly Atom[], sums: readonly Sum[], slots: number): string {
  const prices = atoms.filter((atom) => atom.kind === "price");
  return [
    ...Array.from({ length: slots }, (_, slot) => `const i${slot} = inputs[${slot}];`),
    ...sums.map((_, index) => `const o${index} = outs[${index}];`),
    ...prices.map((atom, index) => `const p${atom.id} = prices[${index}];`),
    "return (count) => {",
    "let found = 0;",
    "for (let row = 0; row < count; row++) {",
    ...atoms.map(codeOfAtom),
    ...sums.map(undivided).map((sum, index) => `o${index}[row] = ${codeOfSum(sum.constant, termsOf(sum))};`),
    `const all = ${["0", ...sums.map((_, index) => `o${index}[row]`)].join(" + ")};`,
    // Written in every row, kept where it counts: no branch that is hardly ever taken.
    "unsure[found] = row;",
    "found += all === all ? 0 : 1;",
    "}",
    "return found;",
    "};",
  ].join("\n");
}

/** Computes a row again, with every care at steps. */
function oneRow(sums: readonly Sum[], inputs: readonly Column[], outs: readonly Column[]): (row: number) => void {
  const given = inputs.map(() => new Float64Array(1));
  const found = outs.map(() => new Float64Array(1));
  const again = closureLoops(sums, given, found);
  return (row) => {
    given.forEach((column, slot) => {
      column[0] = inputs[slot]?.[row] ?? Number.NaN;
    });
    again(1);
    found.forEach((column, index) => {
      (outs[index] as Column)[row] = column[0] as number;
    });
  };
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
  inputs.forEach((column, slot) => {
    column.set(kept[slot] ?? []);
  });
}
