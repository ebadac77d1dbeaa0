import type { Atom, LadderAtom } from "./atom.js";
import { ceilNear, GUARD, ladderNear } from "./guard.js";
import { isItself } from "./itself.js";
import { ladderTable } from "./ladder-table.js";
import type { Column, Loop } from "./loop.js";
import { halved } from "./sum.js";
import { positiveLoop, sumLoop } from "./sum-loop.js";
import { tierTable } from "./tier-table.js";

/** The loop that fills an atom's column; undefined where there is nothing to do for each row. */
export function atomLoop(atom: Atom, out: Column, columnOf: (atom: Atom) => Column): Loop | undefined {
  switch (atom.kind) {
    case "input":
      return undefined;
    case "fixed":
      out.fill(atom.value);
      return undefined;
    case "sum":
      return sumLoop(atom.constant, atom.terms, out, columnOf);
    case "positive":
      return positiveLoop(atom.constant / 2, halved(atom.terms), out, columnOf);
    case "product": {
      const [left, right] = [columnOf(atom.left), columnOf(atom.right)];
      return (count) => multiply(out, left, right, count);
    }
    case "min": {
      const [left, right] = [columnOf(atom.left), columnOf(atom.right)];
      return (count) => {
        for (let row = 0; row < count; row++) out[row] = Math.min(left[row] as number, right[row] as number);
      };
    }
    case "max": {
      const [left, right] = [columnOf(atom.left), columnOf(atom.right)];
      return (count) => {
        for (let row = 0; row < count; row++) out[row] = Math.max(left[row] as number, right[row] as number);
      };
    }
    case "ceil": {
      return ceilLoop(atom, out, columnOf);
    }
    case "ladder":
      return atom.steps.length === 1 ? flagLoop(atom, out, columnOf) : ladderLoop(atom, out, columnOf);
    case "tiers": {
      const [of, { starts, bases, rates }] = [columnOf(atom.of), tierTable(atom)];
      return (count) => price(out, of, starts, bases, rates, count);
    }
    case "price": {
      const [of, { by, price: priceOf }] = [columnOf(atom.of), atom];
      const whole = Number.isInteger(by);
      return (count) => {
        for (let row = 0; row < count; row++) out[row] = priceOf((of[row] as number) / by, () => whole && isItself(atom.of, row, columnOf));
      };
    }
    default:
      return atom satisfies never;
  }
}

/** Four rows at a time: half of all atoms are products. */
function multiply(out: Column, left: Column, right: Column, count: number): void {
  let row = 0;
  for (; row + 3 < count; row += 4) {
    out[row] = (left[row] as number) * (right[row] as number);
    out[row + 1] = (left[row + 1] as number) * (right[row + 1] as number);
    out[row + 2] = (left[row + 2] as number) * (right[row + 2] as number);
    out[row + 3] = (left[row + 3] as number) * (right[row + 3] as number);
  }
  for (; row < count; row++) out[row] = (left[row] as number) * (right[row] as number);
}

/** Sure between two whole numbers, away from both; 0 first, since most of what is rounded up is what lies above a free part. */
function ceilLoop({ of: atom, by, exact }: Extract<Atom, { kind: "ceil" }>, out: Column, columnOf: (atom: Atom) => Column): Loop {
  const [of, perUnit, mayCancel] = [columnOf(atom), 1 / by, atom.kind === "sum"];
  return (count) => {
    for (let row = 0; row < count; row++) {
      const value = of[row] as number;
      const steps = value * perUnit;
      const whole = Math.ceil(steps);
      const rest = whole - steps;
      const guard = GUARD * Math.max(1, whole);
      out[row] =
        value === 0 && !mayCancel
          ? 0
          : rest > guard && rest < 1 - guard
            ? whole
            : ceilNear(value, by, exact, () => isItself(atom, row, columnOf));
    }
  };
}

function flagLoop({ of: atom, steps, thereafter }: LadderAtom, out: Column, columnOf: (atom: Atom) => Column): Loop {
  const [of, [{ upTo, width, value: upToValue }]] = [columnOf(atom), steps as readonly [LadderAtom["steps"][number]]];
  const [low, high] = [upTo - width, upTo + width];
  return (count) => {
    for (let row = 0; row < count; row++) {
      const value = of[row] as number;
      out[row] =
        value <= low ? upToValue : value > high ? thereafter : ladderNear(value, steps, thereafter, () => isItself(atom, row, columnOf));
    }
  };
}

function ladderLoop(ladder: LadderAtom, out: Column, columnOf: (atom: Atom) => Column): Loop {
  const { of: atom, steps, thereafter } = ladder;
  const of = columnOf(atom);
  const { lows, highs, values } = ladderTable(ladder);
  return (count) => {
    for (let row = 0; row < count; row++) {
      const value = of[row] as number;
      let rung = 0;
      while (value > (highs[rung] as number)) rung++;
      out[row] =
        value <= (lows[rung] as number)
          ? (values[rung] as number)
          : ladderNear(value, steps, thereafter, () => isItself(atom, row, columnOf));
    }
  };
}

/** The tier that a quantity ends in: the price of all before it, and its own rate for the rest. */
function price(out: Column, of: Column, starts: Column, bases: Column, rates: Column, count: number): void {
  for (let row = 0; row < count; row++) {
    const quantity = of[row] as number;
    let tier = 0;
    while (quantity > (starts[tier + 1] as number)) tier++;
    out[row] = (bases[tier] as number) + (quantity - (starts[tier] as number)) * (rates[tier] as number);
  }
}
