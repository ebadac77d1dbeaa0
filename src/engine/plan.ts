import type { RateCard } from "../prices/rate-card.js";
import { ProblemError } from "../problems/problem.js";
import { costName, HOURLY_RATE, rateName } from "../scenario/variable-names.js";
import { type Column, compileColumns, near, type Slots } from "./column-ops.js";
import { type AddPrice, columnPrice } from "./column-price.js";
import { paidShare } from "./discount.js";
import type { AlternativeModel } from "./model.js";

export type { Column, Slots } from "./column-ops.js";

/**
 * The fast twin of `bill`: the same tree and the same rates over plain numbers, for search and simulation.
 * It finds where to look; every figure that is shown comes from the exact path.
 *
 * For each row it answers
 *   a number   the month's dollars, |fast - exact| <= 1e-9 + 1e-12 |exact|
 *   Infinity   the alternative cannot carry this point, or no price is published
 *   NaN        refused: too near a step to be sure; ask the exact path
 */
export type ColumnPlan = {
  readonly id: string;
  /** fills `out` for the first `count` rows; `inputs` holds a column for each slot; allocates nothing */
  readonly monthly: (inputs: readonly Column[], count: number, out: Column) => void;
};

/** The plan for one row at a time. */
export type Plan = { readonly id: string; readonly monthly: (inputs: Float64Array) => number };

/**
 * @param slots a position for every driver that the scenario states; a slot for a cost, the hourly rate or the level of a rate
 *   (names of `scenario/variable-names`) makes it an input, without one it is the scenario's own
 * @param rows the most rows of a call
 */
export function compileColumnPlan(model: AlternativeModel, card: RateCard, slots: Slots, rows: number): ColumnPlan {
  if (model.unmet.length > 0) return { id: model.id, monthly: (_inputs, count, out) => { out.fill(Number.POSITIVE_INFINITY, 0, count); } };
  const tree = compileColumns([...model.charges.map((charge) => charge.quantity), ...model.limits.map((limit) => limit.value)], slots, rows);
  const pools = poolsOf(model, card, slots, rows, tree.columnOf);
  const limits = model.limits.map((limit) => ({ value: tree.columnOf(limit.value), most: limit.most.toNumber() }));
  const addCosts = handCosts(model, slots);
  const credits = model.discounts.credits.reduce((total, credit) => total + credit.monthly.toNumber(), 0);

  const monthly = (inputs: readonly Column[], count: number, out: Column): void => {
    tree.run(count, inputs);
    out.fill(0, 0, count);
    addCosts(inputs, count, out);
    for (const pool of pools) pool(inputs, count, out);
    if (credits > 0) for (let row = 0; row < count; row++) { const rest = (out[row] as number) - credits; out[row] = rest > 0 ? rest : 0 * rest; }
    for (const limit of limits) keepWithin(limit.value, limit.most, count, out);
  };
  return { id: model.id, monthly };
}

/** One row at a time, through the same operations. */
export function compilePlan(model: AlternativeModel, card: RateCard, slots: Slots): Plan {
  const plan = compileColumnPlan(model, card, slots, 1);
  const columns = Array.from({ length: slots.size }, () => new Float64Array(1));
  const out = new Float64Array(1);
  const monthly = (inputs: Float64Array): number => {
    for (let slot = 0; slot < columns.length; slot++) (columns[slot] as Column)[0] = inputs[slot] ?? Number.NaN;
    plan.monthly(columns, 1, out);
    return out[0] as number;
  };
  return { id: model.id, monthly };
}

/** A limit passed is Infinity; one so near that a double cannot tell is a refusal. */
function keepWithin(value: Column, most: number, count: number, out: Column): void {
  for (let row = 0; row < count; row++) {
    const found = value[row] as number;
    if (Number.isNaN(found) || (!Number.isInteger(found) && near(found, most))) out[row] = Number.NaN;
    else if (found > most && !Number.isNaN(out[row])) out[row] = Number.POSITIVE_INFINITY;
  }
}

type AddTo = (inputs: readonly Column[], count: number, out: Column) => void;

/** The charges of each rate together, as the bill pools them. */
function poolsOf(model: AlternativeModel, card: RateCard, slots: Slots, rows: number, columnOf: (node: AlternativeModel["charges"][number]["quantity"]) => Column): readonly AddTo[] {
  const pools = new Map<string, Column[]>();
  for (const charge of model.charges) pools.set(charge.rate, [...(pools.get(charge.rate) ?? []), columnOf(charge.quantity)]);
  const summed = new Float64Array(rows);
  const share = new Float64Array(rows);
  return [...pools].map(([id, [first = summed, ...others]]): AddTo => {
    const paid = paidShare(model.discounts, id).toNumber();
    const level = slots.get(rateName(id));
    const price = lazyPrice(card, id);
    return (inputs, count, out) => {
      const quantity = others.length === 0 ? first : summed;
      if (others.length > 0) addUp(first, others, count, summed);
      if (level === undefined) share.fill(paid, 0, count);
      else for (let row = 0; row < count; row++) share[row] = paid * (inputs[level]?.[row] ?? Number.NaN);
      price(quantity, share, out, count);
    };
  });
}

function addUp(first: Column, others: readonly Column[], count: number, out: Column): void {
  for (let row = 0; row < count; row++) out[row] = first[row] as number;
  for (const other of others) for (let row = 0; row < count; row++) out[row] = (out[row] as number) + (other[row] as number);
}

/** Most rungs of a ladder are never climbed: a rate is looked up when a quantity first needs it. */
function lazyPrice(card: RateCard, id: string): AddPrice {
  let price: AddPrice | undefined;
  return (quantity, share, total, count) => {
    if (price === undefined) {
      let row = 0;
      while (row < count && quantity[row] === 0) row++;
      if (row === count) return;
      price = priceOrRefuse(card, id);
    }
    price(quantity, share, total, count);
  };
}

/** A rate without a price is an error only where it is used, as on the exact path; the plan refuses there. */
function priceOrRefuse(card: RateCard, id: string): AddPrice {
  try {
    return columnPrice(card.rate(id));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return (quantity, _share, total, count) => {
      for (let row = 0; row < count; row++) if (quantity[row] !== 0) total[row] = Number.NaN;
    };
  }
}

/** Costs given by hand: what no slot varies is added up once. */
function handCosts(model: AlternativeModel, slots: Slots): AddTo {
  const mau = slots.get("mau") ?? -1;
  const hourlyRate = slots.get(HOURLY_RATE);
  const wage = model.hourlyRate.toNumber();
  let fixed = 0;
  let perMau = 0;
  let hours = 0;
  const varied: AddTo[] = [];
  for (const cost of model.costs) {
    const slot = slots.get(costName(cost.name));
    if (slot === undefined) {
      fixed += cost.monthly?.toNumber() ?? 0;
      perMau += cost.perMau?.toNumber() ?? 0;
      hours += cost.hoursPerYear?.toNumber() ?? 0;
    } else if (cost.monthly) varied.push(product([slot], 1));
    else if (cost.perMau) varied.push(product([slot, mau], 1));
    else if (cost.hoursPerYear) varied.push(hourlyRate === undefined ? product([slot], wage / 12) : product([slot, hourlyRate], 1 / 12));
  }
  if (perMau > 0) varied.push(product([mau], perMau));
  if (hours > 0 && hourlyRate !== undefined) varied.push(product([hourlyRate], hours / 12));
  else fixed += (hours * wage) / 12;
  return (inputs, count, out) => {
    if (fixed !== 0) for (let row = 0; row < count; row++) out[row] = (out[row] as number) + fixed;
    for (const add of varied) add(inputs, count, out);
  };
}

/** Adds a constant times one or two inputs. */
function product([left, right]: readonly number[], factor: number): AddTo {
  return (inputs, count, out) => {
    for (let row = 0; row < count; row++) out[row] = (out[row] as number) + factor * (inputs[left ?? -1]?.[row] ?? Number.NaN) * (right === undefined ? 1 : (inputs[right]?.[row] ?? Number.NaN));
  };
}
