import type { PriceFunction } from "./price-function.js";
import type { Bounds } from "./span.js";

/** A factor and what it multiplies. */
export type Term = { readonly factor: number; readonly atom: Atom };

/**
 * A step of a ladder: `value` up to and including `upTo`. Within `width` of the bound a double cannot tell the sides apart,
 * unless the bound is `exact`, a whole number, and the double is whole too.
 */
export type Step = { readonly upTo: number; readonly exact: boolean; readonly width: number; readonly value: number };

/**
 * A value that a plan computes once for each row, for all alternatives that use it; equal atoms are one object.
 * Everything else is a sum of multiples of atoms: see `Sum`.
 */
export type Atom = { readonly id: number } & AtomKind;

export type AtomKind =
  | { readonly kind: "input"; readonly slot: number }
  | { readonly kind: "fixed"; readonly value: number }
  | { readonly kind: "sum"; readonly constant: number; readonly terms: readonly Term[] }
  /** the sum, or 0 where it is below 0 */
  | { readonly kind: "positive"; readonly constant: number; readonly terms: readonly Term[] }
  | { readonly kind: "product"; readonly left: Atom; readonly right: Atom }
  | { readonly kind: "min" | "max"; readonly left: Atom; readonly right: Atom }
  /** the least whole number not below of / by; `exact` where the divisor is a whole number */
  | { readonly kind: "ceil"; readonly of: Atom; readonly by: number; readonly exact: boolean }
  | { readonly kind: "ladder"; readonly of: Atom; readonly steps: readonly Step[]; readonly thereafter: number }
  /** a price without jumps: nothing up to starts[0], then rates[i] for each unit above starts[i] */
  | { readonly kind: "tiers"; readonly of: Atom; readonly starts: readonly number[]; readonly rates: readonly number[] }
  /** any other price of of / by; equal names are equal prices. `bounds` of the price over an interval of quantities */
  | {
      readonly kind: "price";
      readonly of: Atom;
      readonly by: number;
      readonly name: string;
      readonly price: PriceFunction;
      readonly bounds: (quantity: Bounds) => Bounds;
    };

export type LadderAtom = Extract<Atom, { kind: "ladder" }>;

/** The atoms that an atom is computed from. */
export function partsOfAtom(atom: Atom): readonly Atom[] {
  switch (atom.kind) {
    case "input":
    case "fixed":
      return [];
    case "sum":
    case "positive":
      return atom.terms.map((term) => term.atom);
    case "product":
    case "min":
    case "max":
      return [atom.left, atom.right];
    case "ceil":
    case "ladder":
    case "tiers":
    case "price":
      return [atom.of];
    default:
      return atom satisfies never;
  }
}
