import type { Charge } from "../components/component.js";
import type { Rate, RateCard } from "../prices/rate-card.js";
import { collect } from "../problems/collect.js";
import { type Problem, ProblemError, quoted } from "../problems/problem.js";
import { ratePool } from "../rating/rate-pool.js";
import { endOfPrices, type Rated } from "../rating/rate-quantity.js";
import type { Slice } from "../rating/slice.js";
import type { DriverName } from "../scenario/driver-spec.js";
import { type Decimal, ONE, smallest, ZERO } from "../units/decimal.js";
import { evaluator } from "../units/evaluate.js";
import { explain, type Step } from "../units/explain.js";
import { NO_USD, sumUsd, type Usd } from "../units/usd.js";
import { covers, discountSlice } from "./discount.js";
import { handLines, onceOf } from "./hand-costs.js";
import type { AlternativeModel } from "./model.js";
import { type Obstacle, unmetObstacles } from "./obstacle.js";

export type Ledger = "infrastructure" | "labour" | "licence";

/** One line of a bill; its amount is the sum of its slices. */
export type LineItem = {
  readonly component: string;
  readonly charge: string;
  readonly ledger: Ledger;
  /** absent for costs given by hand */
  readonly rate?: Rate;
  readonly quantity: Decimal;
  readonly unit: string;
  readonly allowance: Decimal;
  readonly slices: readonly Slice[];
  readonly amount: Usd;
  /** the arithmetic of the quantity, the parts before the whole; built when asked for */
  readonly steps: () => readonly Step[];
  readonly note?: string;
  /** no price is published at this quantity: the amount is not known, and counts as nothing in the month */
  readonly unpriced?: true;
};

export type Bill = {
  readonly lines: readonly LineItem[];
  /** dollars in a month: the sum of the lines */
  readonly monthly: Usd;
  /** dollars once: set-up and migration, not part of the month */
  readonly once: Usd;
  /** the labour in the month, and in what is paid once */
  readonly labour: Usd;
  readonly onceLabour: Usd;
  readonly obstacles: readonly Obstacle[];
};

/** A value for every driver that the scenario states, at one point. */
export type Point = ReadonlyMap<DriverName, Decimal>;

/**
 * The exact bill of one alternative at one point: meters are evaluated, quantities of one rate are pooled and rated,
 * every line keeps its slices. A price that is not published above a quantity makes the alternative infeasible there;
 * a price that is not known is an error.
 * @throws ProblemError with every rate that has no price
 */
export function bill(model: AlternativeModel, point: Point, card: RateCard): Bill {
  const evaluate = evaluator((name) => {
    const value = point.get(name as DriverName);
    if (value === undefined) throw new ProblemError([{ code: "missing-key", message: `the driver ${quoted(name)} has no value` }]);
    return value;
  });
  const used = model.charges
    .map((charge) => ({ charge, quantity: evaluate(charge.quantity) }))
    .filter(({ charge, quantity }) => !(charge.choice && quantity.isZero()));
  const { rated, unpublished } = ratePools(used, card);
  const lines = used.map(({ charge, quantity }): LineItem => {
    const one = rated.get(charge);
    return {
      component: charge.component,
      charge: charge.name,
      ledger: "infrastructure",
      ...(one ? { rate: one.rate } : { unpriced: true as const }),
      quantity,
      unit: charge.unit,
      allowance: one?.allowance ?? ZERO,
      ...discounted(model, charge, one),
      steps: () => explain(charge.quantity, charge.name, charge.unit, evaluate),
      ...(charge.note === undefined ? {} : { note: charge.note }),
    };
  });
  const mau = point.get("mau") ?? ZERO;
  const paid = [...lines, ...model.costs.flatMap((cost) => handLines(cost, model.hourlyRate, mau))];
  const all = [...paid, ...creditLines(model, paid)];
  const obstacles = model.limits
    .map((limit) => ({
      name: limit.name,
      found: evaluate(limit.value),
      most: limit.most,
      unit: limit.unit as string,
      because: limit.because,
    }))
    .filter((one) => one.found.gt(one.most));
  return {
    lines: all,
    monthly: sumUsd(all.map((line) => line.amount)),
    once: sumUsd(model.costs.map((cost) => onceOf(cost, model.hourlyRate))),
    onceLabour: sumUsd(model.costs.filter((cost) => cost.kind === "labour").map((cost) => onceOf(cost, model.hourlyRate))),
    labour: sumUsd(all.filter((line) => line.ledger === "labour").map((line) => line.amount)),
    obstacles: [...unmetObstacles(model), ...obstacles, ...unpublished],
  };
}

/** The list price's slices, and the discount on them as one more. */
function discounted(model: AlternativeModel, charge: Charge, rated: Rated | undefined): Pick<LineItem, "slices" | "amount"> {
  if (!rated) return { slices: [], amount: NO_USD };
  const slices = [...rated.slices, ...discountSlice(model.discounts, charge.rate, rated.amount)];
  return { slices, amount: sumUsd(slices.map((slice) => slice.amount)) };
}

/** Credits pay what is left of the lines they are for, each up to its amount; what is given by hand they leave alone. */
function creditLines({ discounts }: AlternativeModel, lines: readonly LineItem[]): readonly LineItem[] {
  const left = new Map<string, Decimal>();
  return discounts.credits.map(({ name, applies, monthly, author, reason }): LineItem => {
    const due = left.get(applies) ?? sumUsd(lines.filter((line) => line.rate && covers(applies, line.rate.id)).map((line) => line.amount));
    const used = smallest([monthly, due]);
    left.set(applies, due.minus(used));
    const amount = used.negated() as Usd;
    return {
      component: "Credits",
      charge: name,
      ledger: "infrastructure",
      quantity: ONE,
      unit: "month",
      allowance: ZERO,
      amount,
      slices: [{ kind: "discount", from: ZERO, upTo: null, quantity: ONE, rate: ZERO, amount }],
      steps: () => [
        {
          name,
          unit: "month",
          formula: `for ${applies}, as the scenario states`,
          numbers: "1",
          value: ONE,
          because: `${author}: ${reason}`,
        },
      ],
    };
  });
}

type Used = { readonly charge: Charge; readonly quantity: Decimal };

/** All charges of one rate are one pool; a quantity without a published price becomes an obstacle. */
function ratePools(used: readonly Used[], card: RateCard): { rated: ReadonlyMap<Charge, Rated>; unpublished: readonly Obstacle[] } {
  const pools = new Map<string, Used[]>();
  for (const one of used) pools.set(one.charge.rate, [...(pools.get(one.charge.rate) ?? []), one]);
  const rated = new Map<Charge, Rated>();
  const unpublished: Obstacle[] = [];
  collect(pools, ([id, members]) => {
    const rate = card.rate(id);
    for (const { charge } of members) {
      if (charge.unit !== rate.unit)
        throw new ProblemError([
          { code: "inconsistent", message: `${quoted(id)} is priced per ${rate.unit}, but "${charge.name}" meters ${charge.unit}` },
        ]);
    }
    try {
      ratePool(
        rate,
        members.map((member) => member.quantity),
      ).forEach((one, index) => {
        const member = members[index];
        if (member) rated.set(member.charge, one);
      });
    } catch (error) {
      const problem = unpublishedProblem(error);
      if (!problem) throw error;
      unpublished.push({
        name: endOfPrices(rate),
        found: members.reduce((total, member) => total.plus(member.quantity), ZERO),
        most: ZERO,
        unit: rate.unit,
        because: problem.hint ?? "",
        unpriced: true,
      });
    }
  });
  return { rated, unpublished };
}

function unpublishedProblem(error: unknown): Problem | undefined {
  return error instanceof ProblemError ? error.problems.find((problem) => problem.code === "unpublished-price") : undefined;
}
