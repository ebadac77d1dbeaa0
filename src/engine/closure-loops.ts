import type { Atom } from "./atom.js";
import { atomLoop } from "./atom-loop.js";
import type { Column, Loop, LoopMaker } from "./loop.js";
import { termsOf, undivided } from "./sum.js";
import { atomsOf } from "./sum-operations.js";
import { sumLoop } from "./sum-loop.js";

/** A loop for each atom, one after the other, through columns of their own: no code is made from text. */
export const closureLoops: LoopMaker = (sums, inputs, outs) => {
  const rows = outs[0]?.length ?? 0;
  const columns = new Map<Atom, Column>();
  const columnOf = (atom: Atom): Column => {
    const before = columns.get(atom) ?? (atom.kind === "input" ? inputs[atom.slot] : undefined);
    if (before) return before;
    const made = new Float64Array(rows);
    columns.set(atom, made);
    return made;
  };
  const loops: Loop[] = [];
  for (const atom of atomsOf(sums)) {
    const loop = atomLoop(atom, columnOf(atom), columnOf);
    if (loop) loops.push(loop);
  }
  sums.forEach((sum, index) => {
    const whole = undivided(sum);
    const out = outs[index];
    if (out) loops.push(sumLoop(whole.constant, termsOf(whole), out, columnOf));
  });
  return (count) => {
    for (const loop of loops) loop(count);
  };
};
