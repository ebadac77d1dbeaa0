import { type Decimal, decimal, whole } from "./decimal.js";
import type { Node, Rung } from "./node.js";
import type { Unit } from "./unit.js";

declare const unitBrand: unique symbol;
declare const perBrand: unique symbol;

/**
 * An expression counted in unit U. The brand is a function type and so invariant:
 * a Qty<"user"> is neither a Qty<"sign-in"> nor a Qty<"user" | "sign-in">, and `plus(users, signIns)` does not compile.
 */
export type Qty<U extends Unit> = { readonly node: Node; readonly [unitBrand]: (unit: U) => U };

/** An expression of N per D, such as sign-ins per user. */
export type Per<N extends Unit, D extends Unit> = { readonly node: Node; readonly [perBrand]: (units: [N, D]) => [N, D] };

export type Expr = { readonly node: Node };

// The brands exist only for the compiler; these two are the places where one is put on.
const qty = <U extends Unit>(node: Node) => ({ node }) as Qty<U>;
const per = <N extends Unit, D extends Unit>(node: Node) => ({ node }) as Per<N, D>;

export function constant<U extends Unit>(text: string, _unit: U): Qty<U> {
  return qty({ kind: "const", value: decimal(text) });
}

export function constantPer<N extends Unit, D extends Unit>(text: string, _n: N, _d: D): Per<N, D> {
  return per({ kind: "const", value: decimal(text) });
}

/** A driver of the workload. */
export function input<U extends Unit>(name: string, _unit: U): Qty<U> {
  return qty({ kind: "input", name });
}

export function inputPer<N extends Unit, D extends Unit>(name: string, _n: N, _d: D): Per<N, D> {
  return per({ kind: "input", name });
}

/** Gives a value the name that explanations use; `because` says where an assumed value comes from. */
export function named<U extends Unit>(name: string, unit: U, of: Qty<U>, because?: string): Qty<U> {
  return qty({ kind: "named", name, unit, of: of.node, ...(because === undefined ? {} : { because }) });
}

export function namedPer<N extends Unit, D extends Unit>(name: string, n: N, d: D, of: Per<N, D>, because?: string): Per<N, D> {
  return per({ kind: "named", name, unit: `${n} per ${d}`, of: of.node, ...(because === undefined ? {} : { because }) });
}

export function plus<U extends Unit>(...terms: readonly [Qty<U>, ...Qty<U>[]]): Qty<U> {
  return terms.length === 1 ? terms[0] : qty({ kind: "plus", terms: terms.map((term) => term.node) });
}

/** users x (sign-ins per user) = sign-ins */
export function times<N extends Unit, D extends Unit>(left: Qty<D>, right: Per<N, D>): Qty<N> {
  return qty({ kind: "times", left: left.node, right: right.node });
}

/** A part or a multiple of a quantity: the factor is a pure number. */
export function scale<U extends Unit>(of: Qty<U>, factor: Qty<"one">): Qty<U> {
  return qty({ kind: "times", left: of.node, right: factor.node });
}

/** One value per unit of another, as a ratio to multiply with. */
export function each<N extends Unit, D extends Unit>(of: Qty<N>, _each: D): Per<N, D> {
  return per(of.node);
}

/** The same number in another unit: only where the units are one by definition (a sign-in is one request). */
export function as<U extends Unit>(of: Expr, _unit: U): Qty<U> {
  return qty(of.node);
}

/** Division by a constant that turns one unit into another (bytes into GB, milliseconds into seconds). */
export function convert<U extends Unit>(of: Expr, by: Decimal, _unit: U): Qty<U> {
  return qty({ kind: "divide", of: of.node, by });
}

/** What `of` has above `over`, never below 0: the paid part above a free part. */
export function excess<U extends Unit>(of: Qty<U>, over: Qty<U>): Qty<U> {
  return qty({ kind: "excess", of: of.node, over: over.node });
}

export function least<U extends Unit>(left: Qty<U>, right: Qty<U>): Qty<U> {
  return qty({ kind: "min", left: left.node, right: right.node });
}

export function most<U extends Unit>(left: Qty<U>, right: Qty<U>): Qty<U> {
  return qty({ kind: "max", left: left.node, right: right.node });
}

/** Rounds a quantity up to whole steps, as providers do (1 KB write units, whole tasks). */
export function roundUpTo<U extends Unit>(of: Qty<U>, step: string): Qty<U> {
  return qty({ kind: "ceil-to", of: of.node, step: decimal(step) });
}

/** Piecewise constant over `of`: the rungs' bounds are inclusive. */
export function ladder<U extends Unit>(of: Expr, rungs: readonly Rung[], thereafter: Decimal, _unit: U): Qty<U> {
  return qty({ kind: "ladder", of: of.node, rungs, thereafter });
}

/** 1 when `of` is exactly the whole number `index`, else 0; `of` must be a whole number. */
export function isIndex(of: Expr, index: number): Qty<"one"> {
  const rungs = [
    { upTo: whole(index - 1), value: whole(0) },
    { upTo: whole(index), value: whole(1) },
  ];
  return qty({ kind: "ladder", of: of.node, rungs, thereafter: whole(0) });
}

/** 0 up to and including the limit, 1 above it. */
export function isAbove<U extends Unit>(of: Qty<U>, limit: string): Qty<"one"> {
  return qty({ kind: "ladder", of: of.node, rungs: [{ upTo: decimal(limit), value: whole(0) }], thereafter: whole(1) });
}
