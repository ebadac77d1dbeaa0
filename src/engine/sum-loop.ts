import type { Atom, Term } from "./atom.js";
import type { Column, Loop } from "./loop.js";

type Factored = { readonly factor: number; readonly column: Column };

/** Fills a column with constant + factor x atom + ..., up to four terms in one pass. */
export function sumLoop(constant: number, terms: readonly Term[], out: Column, columnOf: (atom: Atom) => Column): Loop {
  const factored = terms.map(({ factor, atom }): Factored => ({ factor, column: columnOf(atom) }));
  const passes = [pass(out, constant, factored.slice(0, 4))];
  for (let from = 4; from < factored.length; from += 3)
    passes.push(pass(out, 0, [{ factor: 1, column: out }, ...factored.slice(from, from + 3)]));
  const [first] = passes;
  if (first && passes.length === 1) return first;
  return (count) => {
    for (const one of passes) one(count);
  };
}

/**
 * Fills a column with a sum, or 0 where it is below 0, from half the sum: half and its size make the whole, or nothing, without a
 * branch, and a refusal stays one.
 */
export function positiveLoop(constant: number, halves: readonly Term[], out: Column, columnOf: (atom: Atom) => Column): Loop {
  const [a, b, more] = halves.map(({ factor, atom }): Factored => ({ factor, column: columnOf(atom) }));
  if (a && !b) return (count) => positive1(out, constant, a.factor, a.column, count);
  if (a && b && !more) return (count) => positive2(out, constant, a.factor, a.column, b.factor, b.column, count);
  const half = sumLoop(constant, halves, out, columnOf);
  return (count) => {
    half(count);
    for (let row = 0; row < count; row++) out[row] = (out[row] as number) + Math.abs(out[row] as number);
  };
}

function pass(out: Column, constant: number, [a, b, c, d]: readonly Factored[]): Loop {
  if (!a)
    return (count) => {
      out.fill(constant, 0, count);
    };
  if (!b) return (count) => add1(out, constant, a.factor, a.column, count);
  if (!c) return (count) => add2(out, constant, a.factor, a.column, b.factor, b.column, count);
  if (!d) return (count) => add3(out, constant, a.factor, a.column, b.factor, b.column, c.factor, c.column, count);
  return (count) => add4(out, constant, a.factor, a.column, b.factor, b.column, c.factor, c.column, d.factor, d.column, count);
}

// One function for each number of terms: a loop over terms inside the loop over rows takes several times as long.

function add1(out: Column, k: number, fa: number, a: Column, count: number): void {
  for (let row = 0; row < count; row++) out[row] = k + fa * (a[row] as number);
}

function add2(out: Column, k: number, fa: number, a: Column, fb: number, b: Column, count: number): void {
  for (let row = 0; row < count; row++) out[row] = k + fa * (a[row] as number) + fb * (b[row] as number);
}

function add3(out: Column, k: number, fa: number, a: Column, fb: number, b: Column, fc: number, c: Column, count: number): void {
  for (let row = 0; row < count; row++) out[row] = k + fa * (a[row] as number) + fb * (b[row] as number) + fc * (c[row] as number);
}

function add4(
  out: Column,
  k: number,
  fa: number,
  a: Column,
  fb: number,
  b: Column,
  fc: number,
  c: Column,
  fd: number,
  d: Column,
  count: number,
): void {
  for (let row = 0; row < count; row++)
    out[row] = k + fa * (a[row] as number) + fb * (b[row] as number) + fc * (c[row] as number) + fd * (d[row] as number);
}

function positive1(out: Column, k: number, fa: number, a: Column, count: number): void {
  for (let row = 0; row < count; row++) {
    const half = k + fa * (a[row] as number);
    out[row] = half + Math.abs(half);
  }
}

function positive2(out: Column, k: number, fa: number, a: Column, fb: number, b: Column, count: number): void {
  for (let row = 0; row < count; row++) {
    const half = k + fa * (a[row] as number) + fb * (b[row] as number);
    out[row] = half + Math.abs(half);
  }
}
