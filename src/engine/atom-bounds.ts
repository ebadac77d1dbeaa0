import type { Atom, LadderAtom } from "./atom.js";
import { GUARD, isSurelyWhole } from "./guard.js";
import type { Column, Loop } from "./loop.js";
import { type TierTable, tierTable } from "./tier-table.js";

/** The least and the most of a value in many rows. A bound that is no number (nothing of what has no price) bounds nothing. */
export type BoundsColumn = { readonly low: Column; readonly high: Column };

/** The loop that fills the bounds of an atom from those of its parts; undefined where there is nothing to do. Sound, not tight. */
export function atomBoundsLoop(atom: Atom, { low, high }: BoundsColumn, boundsOf: (atom: Atom) => BoundsColumn): Loop | undefined {
  switch (atom.kind) {
    case "input":
      return undefined;
    case "fixed":
      return () => {
        low.fill(atom.value);
        high.fill(atom.value);
      };
    case "sum":
    case "positive":
      return sumLoop(atom, low, high, boundsOf);
    case "product": {
      const [left, right] = [boundsOf(atom.left), boundsOf(atom.right)];
      return (count) => {
        for (let row = 0; row < count; row++) {
          const [a, b, c, d] = [left.low[row] as number, left.high[row] as number, right.low[row] as number, right.high[row] as number];
          low[row] = Math.min(a * c, a * d, b * c, b * d);
          high[row] = Math.max(a * c, a * d, b * c, b * d);
        }
      };
    }
    case "min":
    case "max": {
      const [left, right, extreme] = [boundsOf(atom.left), boundsOf(atom.right), Math[atom.kind]];
      return (count) => {
        for (let row = 0; row < count; row++) {
          low[row] = extreme(left.low[row] as number, right.low[row] as number);
          high[row] = extreme(left.high[row] as number, right.high[row] as number);
        }
      };
    }
    case "ceil": {
      const [of, { by, exact }] = [boundsOf(atom.of), atom];
      return (count) => {
        for (let row = 0; row < count; row++) {
          low[row] = ceiled(of.low[row] as number, by, exact, -GUARD);
          high[row] = ceiled(of.high[row] as number, by, exact, GUARD);
        }
      };
    }
    case "ladder": {
      const of = boundsOf(atom.of);
      return (count) => {
        for (let row = 0; row < count; row++) [low[row], high[row]] = rungs(atom, of.low[row] as number, of.high[row] as number);
      };
    }
    case "tiers": {
      const [of, table] = [boundsOf(atom.of), tierTable(atom)];
      return (count) => {
        for (let row = 0; row < count; row++) {
          low[row] = tiered(table, of.low[row] as number);
          high[row] = tiered(table, of.high[row] as number);
        }
      };
    }
    case "price": {
      const of = boundsOf(atom.of);
      return (count) => {
        for (let row = 0; row < count; row++)
          ({ low: low[row], high: high[row] } = atom.bounds({
            low: (of.low[row] as number) / atom.by,
            high: (of.high[row] as number) / atom.by,
          }));
      };
    }
    default:
      return atom satisfies never;
  }
}

function sumLoop(
  { kind, constant, terms }: Extract<Atom, { kind: "sum" | "positive" }>,
  low: Column,
  high: Column,
  boundsOf: (atom: Atom) => BoundsColumn,
): Loop {
  const parts = terms.map(({ factor, atom }) => ({ factor, part: boundsOf(atom) }));
  const least = kind === "sum" ? Number.NEGATIVE_INFINITY : 0;
  return (count) => {
    for (let row = 0; row < count; row++) {
      let [from, to] = [constant, constant];
      for (const { factor, part } of parts) {
        from += factor * ((factor > 0 ? part.low : part.high)[row] as number);
        to += factor * ((factor > 0 ? part.high : part.low)[row] as number);
      }
      low[row] = Math.max(least, from);
      high[row] = Math.max(least, to);
    }
  };
}

/** Rounded up from a little below, or above, where doubles cannot tell on which side of a whole number the quotient lies. */
function ceiled(value: number, by: number, exact: boolean, guard: number): number {
  const steps = value / by;
  return exact && isSurelyWhole(value) ? Math.ceil(steps) : Math.ceil(steps + guard * Math.max(1, Math.abs(steps)));
}

/** The least and the most of all steps that the values can stand on. */
function rungs({ steps, thereafter }: LadderAtom, from: number, to: number): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  if (Number.isNaN(from) || Number.isNaN(to)) return [Number.NaN, Number.NaN];
  let isAboveBefore = true;
  for (const step of steps) {
    if (isAboveBefore && from <= step.upTo + widthAt(step, from)) [low, high] = [Math.min(low, step.value), Math.max(high, step.value)];
    isAboveBefore = to > step.upTo - widthAt(step, to);
  }
  return isAboveBefore ? [Math.min(low, thereafter), Math.max(high, thereafter)] : [low, high];
}

const widthAt = (step: LadderAtom["steps"][number], value: number): number => (step.exact && isSurelyWhole(value) ? 0 : step.width);

/** Prices of tiers never fall. */
function tiered({ starts, bases, rates }: TierTable, quantity: number): number {
  let tier = 0;
  while (quantity > (starts[tier + 1] as number)) tier++;
  return (bases[tier] as number) + (quantity - (starts[tier] as number)) * (rates[tier] as number);
}
