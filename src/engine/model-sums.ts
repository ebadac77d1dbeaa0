import type { Rate, RateCard } from "../prices/rate-card.js";
import { ProblemError } from "../problems/problem.js";
import { costName, HOURLY_RATE, rateName } from "../scenario/variable-names.js";
import { type Decimal, ZERO } from "../units/decimal.js";
import type { Node } from "../units/node.js";
import type { Atoms } from "./atoms.js";
import { covers, creditsByRates, paidShare } from "./discount.js";
import { mergedLadders } from "./merged-ladders.js";
import type { AlternativeModel } from "./model.js";
import { unknownBounds } from "./price-bounds.js";
import { listPrice, priceBy } from "./price-operations.js";
import type { Bounds } from "./span.js";
import { ladder } from "./step-operations.js";
import { atomSum, constantSum, isConstant, minus, NOTHING, scaled, type Sum, total, undivided } from "./sum.js";
import { positive, product } from "./sum-operations.js";
import { type Slots, treeSums } from "./tree-sums.js";

/** Where a plan's values come from: a slot for what varies, else the scenario's own value; `fixed` for drivers. */
export type Values = { readonly slots: Slots; readonly fixed: (name: string) => Decimal };

/** What an alternative costs in a month, and its limits: 0, or Infinity where one is passed. Together they are the plan's answer. */
export type ModelSums = { readonly due: Sum; readonly limits: readonly Sum[] };

/** The month's dollars of each alternative as a sum, added up as `bill` does; Infinity where a limit is passed. */
export function modelSums(atoms: Atoms, models: readonly AlternativeModel[], card: RateCard, values: Values): readonly Sum[] {
  return partedSums(atoms, models, card, values).map(({ due, limits }) => mergedLadders(atoms, total([due, ...limits])));
}

/** The same with the limits apart, so that two alternatives' dollars can be subtracted. */
export function partedSums(
  atoms: Atoms,
  models: readonly AlternativeModel[],
  card: RateCard,
  { slots, fixed }: Values,
): readonly ModelSums[] {
  const sumOf = treeSums(atoms, slots, fixed);
  return models.map((model) => {
    if (model.unmet.length > 0) return { due: NOTHING, limits: [constantSum(Number.POSITIVE_INFINITY)] };
    const priced = [...pools(model, sumOf)].map(([id, quantity]) => ({ id, sum: poolSum(atoms, model, card, slots, id, quantity) }));
    const credits = creditsByRates(model.discounts);
    const isCredited = (id: string): boolean => [...credits.keys()].some((applies) => covers(applies, id));
    const uncredited = priced.filter(({ id }) => !isCredited(id)).map((one) => one.sum);
    const credited = [...credits].map(([applies, most]) => {
      const covered = total(priced.filter(({ id }) => covers(applies, id)).map((one) => one.sum));
      return positive(atoms, minus(mergedLadders(atoms, covered), constantSum(most.toNumber())));
    });
    return {
      due: total([...handCosts(atoms, model, slots, sumOf), ...uncredited, ...credited]),
      limits: model.limits.map((limit) => ladder(atoms, sumOf(limit.value), [{ upTo: limit.most, value: ZERO }], Number.POSITIVE_INFINITY)),
    };
  });
}

/** The charges of each rate together, as the bill pools them. */
function pools(model: AlternativeModel, sumOf: (node: Node) => Sum): ReadonlyMap<string, Sum> {
  const found = new Map<string, Sum[]>();
  for (const charge of model.charges) {
    const others = found.get(charge.rate);
    if (others) others.push(sumOf(charge.quantity));
    else found.set(charge.rate, [sumOf(charge.quantity)]);
  }
  return new Map([...found].map(([rate, sums]) => [rate, total(sums)]));
}

function poolSum(atoms: Atoms, model: AlternativeModel, card: RateCard, slots: Slots, id: string, quantity: Sum): Sum {
  if (isConstant(quantity) && quantity.constant === 0) return NOTHING;
  const rate = rateOf(card, id);
  // A rate without a price is an error only where it is used, as on the exact path; the plan refuses there.
  const listed = rate
    ? listPrice(atoms, rate, quantity)
    : priceBy(atoms, quantity, { name: id, price: (units) => (units === 0 ? 0 : Number.NaN), bounds: unknownBounds });
  const paid = paidShare(model.discounts, id).toNumber();
  // Nothing of what has no published price is still without a price: 0 x Infinity refuses.
  const due = undivided(
    paid === 0 ? priceBy(atoms, listed, { name: "nothing of it", price: (amount) => 0 * amount, bounds: nothingOf }) : scaled(listed, paid),
  );
  const level = slots.get(rateName(id));
  return level === undefined ? due : product(atoms, atomSum(atoms({ kind: "input", slot: level })), due);
}

const nothingOf = ({ high }: Bounds): Bounds => ({ low: 0, high: high < Number.POSITIVE_INFINITY ? 0 : high });

function rateOf(card: RateCard, id: string): Rate | undefined {
  try {
    return card.rate(id);
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

const MAU: Node = { kind: "input", name: "mau" };

/** Costs given by hand by the month; a cost or an hourly rate that has a slot is an input. */
function handCosts(atoms: Atoms, model: AlternativeModel, slots: Slots, sumOf: (node: Node) => Sum): readonly Sum[] {
  const wage = inputOr(atoms, slots, HOURLY_RATE, model.hourlyRate.toNumber());
  return model.costs.flatMap((cost) => {
    const amount = (stated: Decimal): Sum => inputOr(atoms, slots, costName(cost.name), stated.toNumber());
    const monthly = cost.monthly ? amount(cost.monthly) : NOTHING;
    const users = cost.perMau ? product(atoms, amount(cost.perMau), sumOf(MAU)) : NOTHING;
    const hours = cost.hoursPerYear ? product(atoms, amount(cost.hoursPerYear), wage) : NOTHING;
    return [monthly, users, scaled(hours, 1 / 12)];
  });
}

export function inputOr(atoms: Atoms, slots: Slots, name: string, otherwise: number): Sum {
  const slot = slots.get(name);
  return slot === undefined ? constantSum(otherwise) : atomSum(atoms({ kind: "input", slot }));
}
