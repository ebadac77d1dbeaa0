import type { Rate, RateCard } from "../prices/rate-card.js";
import { ProblemError } from "../problems/problem.js";
import type { DriverName } from "../scenario/drivers.js";
import { type Node, nodesOf, partsOf } from "../units/node.js";
import { paidShare } from "./discount.js";
import type { AlternativeModel } from "./model.js";
import { priceFunction } from "./price-function.js";

/**
 * The fast twin of `bill`: the same tree and the same rates over plain numbers, for search.
 * It finds where to look; every figure that is shown comes from the exact path.
 *
 * `monthly` writes nothing and allocates nothing. It answers
 *   a number   the month's dollars, |fast - exact| <= 1e-9 + 1e-12 |exact|
 *   Infinity   the alternative cannot carry this point, or no price is published
 *   NaN        refused: too near a step to be sure; ask the exact path
 */
export type Plan = { readonly id: string; readonly monthly: (inputs: Float64Array) => number };

/** Which position of the input array holds which driver. */
export type Slots = ReadonlyMap<DriverName, number>;

type Op = (registers: Float64Array, inputs: Float64Array) => void;

export function compilePlan(model: AlternativeModel, card: RateCard, slots: Slots): Plan {
  const roots = [...model.charges.map((charge) => charge.quantity), ...model.limits.map((limit) => limit.value)];
  const { registers, ops, at } = compileNodes(roots, slots);

  const pools = new Map<string, number[]>();
  for (const charge of model.charges) pools.set(charge.rate, [...(pools.get(charge.rate) ?? []), at(charge.quantity)]);
  const priced = [...pools].map(([id, members]) => ({ members: Uint32Array.from(members), price: lazyPrice(card, id, paidShare(model.discounts, id).toNumber()) }));
  const limits = model.limits.map((limit) => ({ at: at(limit.value), most: limit.most.toNumber() }));
  const fixed = model.costs.reduce((total, cost) => total + (cost.monthly?.toNumber() ?? 0), 0);
  const perMau = model.costs.reduce((total, cost) => total + (cost.perMau?.toNumber() ?? 0), 0);
  const credits = model.discounts.credits.reduce((total, credit) => total + credit.monthly.toNumber(), 0);
  const mauSlot = slots.get("mau") ?? 0;

  const monthly = (inputs: Float64Array): number => {
    if (model.unmet.length > 0) return Number.POSITIVE_INFINITY;
    for (const op of ops) op(registers, inputs);
    for (const limit of limits) {
      const value = registers[limit.at] ?? Number.NaN;
      if (Number.isNaN(value) || (!Number.isInteger(value) && near(value, limit.most))) return Number.NaN;
      if (value > limit.most) return Number.POSITIVE_INFINITY;
    }
    let total = fixed + perMau * (inputs[mauSlot] ?? Number.NaN);
    for (const pool of priced) {
      let quantity = 0;
      for (const member of pool.members) quantity += registers[member] ?? Number.NaN;
      total += pool.price(quantity);
    }
    return total > credits ? total - credits : 0 * total;
  };
  return { id: model.id, monthly };
}

type Registers = { readonly registers: Float64Array; readonly ops: readonly Op[]; readonly at: (node: Node) => number };

/**
 * One register for each value. Names share the register of what they name, and what depends on no input is computed once,
 * here: only the rest becomes an operation.
 */
function compileNodes(roots: readonly Node[], slots: Slots): Registers {
  const place = new Map<Node, number>();
  const at = (node: Node): number => place.get(node) ?? -1;
  const fixed = new Set<Node>();
  const nodes = nodesOf(...roots);
  const registers = new Float64Array(nodes.length);
  const ops: Op[] = [];
  const nothing = new Float64Array(0);
  for (const node of nodes) {
    if (node.kind === "named") {
      place.set(node, at(node.of));
      if (fixed.has(node.of)) fixed.add(node);
      continue;
    }
    place.set(node, place.size);
    const op = compileNode(node, at(node), at, slots);
    if (node.kind !== "input" && partsOf(node).every((part) => fixed.has(part))) {
      fixed.add(node);
      op(registers, nothing);
    } else ops.push(op);
  }
  return { registers, ops, at };
}

/** Most rungs of a ladder are never climbed: a rate is looked up when a quantity first needs it. */
function lazyPrice(card: RateCard, id: string, paid: number): (quantity: number) => number {
  let price: ((quantity: number) => number) | undefined;
  return (quantity) => {
    if (quantity === 0) return 0;
    price ??= priceOrRefuse(card, id);
    return paid * price(quantity);
  };
}

/** A rate without a price is an error only where it is used, as on the exact path; the plan refuses there. */
function priceOrRefuse(card: RateCard, id: string): (quantity: number) => number {
  let rate: Rate;
  try {
    rate = card.rate(id);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return (quantity) => (quantity === 0 ? 0 : Number.NaN);
  }
  return priceFunction(rate);
}

/** Within this distance of a step a double cannot tell the sides apart: 0.1 * 3 * 10 is above 3, the decimal is 3. */
const GUARD = 1e-9;
const near = (value: number, step: number): boolean => Math.abs(value - step) <= GUARD * Math.max(1, Math.abs(step));

function compileNode(node: Node, out: number, at: (node: Node) => number, slots: Slots): Op {
  switch (node.kind) {
    case "const": {
      const value = node.value.toNumber();
      return (registers) => { registers[out] = value; };
    }
    case "input": {
      const slot = slots.get(node.name as DriverName);
      if (slot === undefined) throw new Error(`the plan has no slot for the driver ${node.name}`);
      return (registers, inputs) => { registers[out] = inputs[slot] ?? Number.NaN; };
    }
    case "plus": {
      const terms = Uint32Array.from(node.terms.map(at));
      return (registers) => {
        let total = 0;
        for (const term of terms) total += registers[term] ?? Number.NaN;
        registers[out] = total;
      };
    }
    case "times":
      return binary(out, at(node.left), at(node.right), (left, right) => left * right);
    case "excess":
      return binary(out, at(node.of), at(node.over), (of, over) => (of > over ? of - over : 0 * (of - over)));
    case "min":
      return binary(out, at(node.left), at(node.right), Math.min);
    case "max":
      return binary(out, at(node.left), at(node.right), Math.max);
    case "divide": {
      const by = node.by.toNumber();
      return unary(out, at(node.of), (of) => of / by);
    }
    case "ceil-to": {
      const step = node.step.toNumber();
      return unary(out, at(node.of), (of) => {
        const steps = of / step;
        const nearest = Math.round(steps);
        if (steps === nearest && Number.isInteger(of)) return of;
        return near(steps, nearest) ? Number.NaN : Math.ceil(steps) * step;
      });
    }
    case "ladder": {
      const bounds = node.rungs.map((rung) => rung.upTo.toNumber());
      const values = [...node.rungs.map((rung) => rung.value.toNumber()), node.thereafter.toNumber()];
      return unary(out, at(node.of), (of) => {
        let rung = 0;
        while (rung < bounds.length && of > (bounds[rung] ?? 0)) rung++;
        if (!Number.isInteger(of)) {
          const above = bounds[rung];
          const below = bounds[rung - 1];
          if ((above !== undefined && near(of, above)) || (below !== undefined && near(of, below))) return Number.NaN;
        }
        return Number.isNaN(of) ? Number.NaN : (values[rung] ?? Number.NaN);
      });
    }
    case "named":
      throw new Error("a name has no operation of its own");
    default:
      return node satisfies never;
  }
}

function unary(out: number, of: number, apply: (value: number) => number): Op {
  return (registers) => { registers[out] = apply(registers[of] ?? Number.NaN); };
}

function binary(out: number, left: number, right: number, apply: (left: number, right: number) => number): Op {
  return (registers) => { registers[out] = apply(registers[left] ?? Number.NaN, registers[right] ?? Number.NaN); };
}
