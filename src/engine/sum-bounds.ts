import { type Atom, partsOfAtom } from "./atom.js";
import { atomBoundsLoop, type BoundsColumn } from "./atom-bounds.js";
import type { Loop } from "./loop.js";
import type { Bounds } from "./span.js";
import { minus, type Sum } from "./sum.js";
import { atomsOf } from "./sum-operations.js";

/** What is known of sums while their inputs lie between bounds, row by row. The true values never leave the bounds. */
export type SumBounds = {
  /** reads the bounds of the inputs that move; all of them the first time */
  readonly read: () => void;
  /** bounds of a sum in a row; what cannot be told from NaN is anything */
  readonly of: (sum: Sum, row: number) => Bounds;
};

/** What doubles may be off by: far more than rounding, far less than a cent. */
const SLACK_USD = 1e-9;
const SLACK_SHARE = 1e-11;

/**
 * Bounds of the atoms that plans compute, so that every price and step is read in one way only. An atom is computed from the first
 * time on that a sum with it is asked for.
 * @param inputs bounds for each slot, as many rows as `rows`; they are read where they are
 * @param moving slots whose bounds change between two calls of `read`
 */
export function sumBounds(inputs: readonly BoundsColumn[], rows: number, moving: ReadonlySet<number>): SumBounds {
  const columns = new Map<Atom, BoundsColumn>();
  const columnOf = (atom: Atom): BoundsColumn => {
    const column = columns.get(atom);
    if (!column) throw new Error("an atom is used before its parts are computed: this is a defect of authcost");
    return column;
  };
  const moved = new Set<Atom>();
  const loops: Loop[] = [];
  const readers = new Map<Sum, (row: number) => Bounds>();
  const begin = (atom: Atom): void => {
    if (columns.has(atom)) return;
    const own = atom.kind === "input" ? inputs[atom.slot] : undefined;
    const column = own ?? { low: new Float64Array(rows), high: new Float64Array(rows) };
    columns.set(atom, column);
    if (atom.kind === "input" ? moving.has(atom.slot) : partsOfAtom(atom).some((part) => moved.has(part))) moved.add(atom);
    const loop = atomBoundsLoop(atom, column, columnOf);
    loop?.(rows);
    if (loop && moved.has(atom)) loops.push(loop);
  };
  return {
    read: () => {
      for (const loop of loops) loop(rows);
    },
    of: (sum, row) => {
      const known = readers.get(sum);
      if (known) return known(row);
      for (const atom of atomsOf([sum])) begin(atom);
      const reader = boundsReader(sum, columnOf);
      readers.set(sum, reader);
      return reader(row);
    },
  };
}

/** Searches ask for the same sums thousands of times: the columns of their terms are found once. */
function boundsReader({ constant, terms, by }: Sum, columnOf: (atom: Atom) => BoundsColumn): (row: number) => Bounds {
  const parts = [...terms].map(([atom, factor]) => {
    const { low, high } = columnOf(atom);
    return factor > 0 ? { factor, least: low, most: high } : { factor, least: high, most: low };
  });
  return (row) => {
    let low = constant;
    let high = constant;
    let size = Math.abs(constant);
    for (const { factor, least, most } of parts) {
      const from = factor * (least[row] as number);
      const to = factor * (most[row] as number);
      low += from;
      high += to;
      size += Math.max(Math.abs(from), Math.abs(to));
    }
    if (Number.isNaN(low) || Number.isNaN(high)) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
    const slack = parts.length === 0 || size === 0 || !Number.isFinite(size) ? 0 : SLACK_USD + (SLACK_SHARE * size) / by;
    return { low: low / by - slack, high: high / by + slack };
  };
}

/** Below this part of what was subtracted, what is left of a factor is rounding: 0.1 + 0.2 - 0.3. */
const ROUNDING = 1e-14;

/** The one less the other, what both hold left out. */
export function difference(left: Sum, right: Sum): Sum {
  const apart = minus(left, right);
  const sizeOf = (sum: Sum, atom: Atom): number => Math.abs((sum.terms.get(atom) ?? 0) * (apart.by / sum.by));
  const terms = new Map(
    [...apart.terms].filter(([atom, factor]) => Math.abs(factor) > ROUNDING * (sizeOf(left, atom) + sizeOf(right, atom))),
  );
  const size = (Math.abs(left.constant) / left.by + Math.abs(right.constant) / right.by) * apart.by;
  return { constant: Math.abs(apart.constant) > ROUNDING * size ? apart.constant : 0, terms, by: apart.by };
}
