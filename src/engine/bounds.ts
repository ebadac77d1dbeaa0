import type { RateCard } from "../prices/rate-card.js";
import { DRIVERS, type DriverName } from "../scenario/drivers.js";
import { type Node, nodesOf, partsOf } from "../units/node.js";
import { paidShare } from "./discount.js";
import type { AlternativeModel } from "./model.js";
import { nodeKeys } from "./node-keys.js";
import { priceBounds } from "./price-bounds.js";
import { type Bounds, down, up } from "./span.js";

/**
 * Bounds of an alternative's monthly cost while one driver runs from `low` to `high` and the others stand still:
 * the same tree and rates as `bill`, evaluated over intervals. Sound, not tight: the true costs never leave the bounds.
 * Infinity stands for "cannot carry it, or no price is published". Here the bounds of the whole bill and of each of its parts, in the order of `keys`.
 */
export type BillBounds = Bounds & { readonly parts: readonly Bounds[] };
export type BoundsPlan = {
  /** what each part is: equal keys of two alternatives stand for equal amounts at every value, so they cancel in a difference */
  readonly keys: readonly string[];
  /** false where a credit is taken off the whole, so that parts do not simply add up */
  readonly additive: boolean;
  readonly over: (low: number, high: number) => BillBounds;
};

type Spans = { readonly low: Float64Array; readonly high: Float64Array };

/** @param fixed values of all drivers but `driver` */
export function compileBounds(model: AlternativeModel, card: RateCard, driver: DriverName, fixed: ReadonlyMap<DriverName, number>): BoundsPlan {
  const roots = [...model.charges.map((charge) => charge.quantity), ...model.limits.map((limit) => limit.value)];
  const nodes = nodesOf(...roots);
  const place = new Map(nodes.map((node, index) => [node, index]));
  const at = (node: Node): number => place.get(node) ?? -1;
  const spans: Spans = { low: new Float64Array(nodes.length), high: new Float64Array(nodes.length) };
  const keyOf = nodeKeys();
  const pools = new Map<string, { readonly members: number[]; readonly keys: string[] }>();
  for (const charge of model.charges) {
    const pool = pools.get(charge.rate) ?? { members: [], keys: [] };
    pool.members.push(at(charge.quantity));
    pool.keys.push(keyOf(charge.quantity));
    pools.set(charge.rate, pool);
  }
  const priced = [...pools].map(([id, { members }]) => ({ members, price: priceBounds(card, id), paid: paidShare(model.discounts, id).toNumber() }));
  const limits = model.limits.map((limit) => ({ at: at(limit.value), most: limit.most.toNumber() }));
  const monthly = model.costs.reduce((total, cost) => total + (cost.monthly?.toNumber() ?? 0) + ((cost.hoursPerYear?.toNumber() ?? 0) * model.hourlyRate.toNumber()) / 12, 0);
  const perMau = model.costs.reduce((total, cost) => total + (cost.perMau?.toNumber() ?? 0), 0);
  const credits = model.discounts.credits.reduce((total, credit) => total + credit.monthly.toNumber(), 0);
  const keys = [...[...pools].map(([id, pool]) => `${id} ${[...pool.keys].sort().join(" ")}`), `by hand ${monthly} ${perMau}`];
  const never: BillBounds = { low: Number.POSITIVE_INFINITY, high: Number.POSITIVE_INFINITY, parts: keys.map(() => ({ low: 0, high: 0 })) };

  const over = (low: number, high: number): BillBounds => {
    if (model.unmet.length > 0) return never;
    nodes.forEach((node, index) => {
      const span = node.kind === "input" ? (node.name === driver ? { low, high } : constantSpan(fixed.get(node.name as DriverName))) : spanOf(node, at, spans);
      spans.low[index] = span.low;
      spans.high[index] = span.high;
    });
    let broken = false;
    for (const limit of limits) {
      if ((spans.low[limit.at] ?? 0) > up(limit.most)) return never;
      if (up(spans.high[limit.at] ?? 0) > limit.most) broken = true;
    }
    const users = driver === "mau" ? { low, high } : constantSpan(fixed.get("mau"));
    const parts = priced.map((pool): Bounds => {
      let least = 0;
      let most = 0;
      for (const member of pool.members) {
        least += spans.low[member] ?? Number.NaN;
        most += spans.high[member] ?? Number.NaN;
      }
      const amount = pool.price({ low: least, high: most });
      return { low: down(pool.paid * amount.low), high: up(pool.paid * amount.high) };
    });
    parts.push({ low: down(monthly + perMau * users.low), high: up(monthly + perMau * users.high) });
    const least = parts.reduce((sum, part) => sum + part.low, 0) - credits;
    const most = parts.reduce((sum, part) => sum + part.high, 0) - credits;
    return { low: Math.max(0, least), high: broken ? Number.POSITIVE_INFINITY : Math.max(0, most), parts };
  };
  return { keys, additive: credits === 0, over };
}

function constantSpan(value: number | undefined): Bounds {
  return { low: value ?? Number.NaN, high: value ?? Number.NaN };
}

function spanOf(node: Exclude<Node, { kind: "input" }>, at: (node: Node) => number, spans: Spans): Bounds {
  const low = (part: Node): number => spans.low[at(part)] ?? Number.NaN;
  const high = (part: Node): number => spans.high[at(part)] ?? Number.NaN;
  switch (node.kind) {
    case "const":
      return constantSpan(node.value.toNumber());
    case "plus":
      return { low: node.terms.reduce((sum, term) => sum + low(term), 0), high: node.terms.reduce((sum, term) => sum + high(term), 0) };
    case "times": {
      const corners = [low(node.left) * low(node.right), low(node.left) * high(node.right), high(node.left) * low(node.right), high(node.left) * high(node.right)];
      return { low: Math.min(...corners), high: Math.max(...corners) };
    }
    case "divide": {
      const by = node.by.toNumber();
      return { low: low(node.of) / by, high: high(node.of) / by };
    }
    case "excess":
      return { low: Math.max(0, low(node.of) - high(node.over)), high: Math.max(0, high(node.of) - low(node.over)) };
    case "min":
      return { low: Math.min(low(node.left), low(node.right)), high: Math.min(high(node.left), high(node.right)) };
    case "max":
      return { low: Math.max(low(node.left), low(node.right)), high: Math.max(high(node.left), high(node.right)) };
    case "ceil-to": {
      const step = node.step.toNumber();
      const [from, to] = isWhole(node.of) ? [low(node.of), high(node.of)] : [down(low(node.of)), up(high(node.of))];
      return { low: Math.ceil(from / step) * step, high: Math.ceil(to / step) * step };
    }
    case "ladder":
      return isWhole(node.of) ? ladderSpan(node, low(node.of), high(node.of)) : ladderSpan(node, down(low(node.of)), up(high(node.of)));
    case "named":
      return { low: low(node.of), high: high(node.of) };
    default:
      return node satisfies never;
  }
}

const WHOLE = new WeakMap<Node, boolean>();

/** Whether a node's value is a whole number by construction, so that its double is the value itself. */
function isWhole(node: Node): boolean {
  const known = WHOLE.get(node);
  if (known !== undefined) return known;
  const whole = wholeByKind(node);
  WHOLE.set(node, whole);
  return whole;
}

function wholeByKind(node: Node): boolean {
  switch (node.kind) {
    case "const":
      return node.value.isInteger();
    case "input":
      return Object.entries(DRIVERS).some(([name, spec]) => name === node.name && spec.integer === true);
    case "ladder":
      return node.thereafter.isInteger() && node.rungs.every((rung) => rung.value.isInteger());
    case "ceil-to":
      return node.step.isInteger();
    case "divide":
      return false;
    default:
      return partsOf(node).every(isWhole);
  }
}

/** The least and most of all rungs that a span can stand on. */
function ladderSpan(node: Extract<Node, { kind: "ladder" }>, from: number, to: number): Bounds {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let start = Number.NEGATIVE_INFINITY;
  for (const rung of [...node.rungs.map((one) => ({ upTo: one.upTo.toNumber(), value: one.value.toNumber() })), { upTo: Number.POSITIVE_INFINITY, value: node.thereafter.toNumber() }]) {
    if (to > start && from <= rung.upTo) {
      low = Math.min(low, rung.value);
      high = Math.max(high, rung.value);
    }
    start = rung.upTo;
  }
  return { low, high };
}
