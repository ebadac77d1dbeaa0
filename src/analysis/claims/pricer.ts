import type { Catalogue } from "../../prices/price-file.js";
import { type Rate, type RateCard, rateCard } from "../../prices/rate-card.js";
import { ProblemError } from "../../problems/problem.js";
import { rateQuantity } from "../../rating/rate-quantity.js";
import { type Decimal, ONE, roundHalfUp, sum, whole, ZERO } from "../../units/decimal.js";
import { changesOver } from "../changes.js";
import type { Computation, Rounding } from "./computation.js";
import type { Claim, Subject } from "./parse-claims.js";
import { type At, type FixedCost, NOTHING_OPEN, rateOfPool, type Side } from "./side.js";

/** Computes figures, and remembers prices and amounts: a search asks for the same ones again and again. */
export type Pricer = {
  /** dollars, the count of a break-even, a factor or per cent. @returns undefined when there is none: no break-even in the range, nothing to divide by @throws ProblemError for a rate without a price */
  readonly figure: (computation: Computation, place?: Claim["place"]) => Decimal | undefined;
  /** the same, undefined also where a rate has no price */
  readonly tried: (computation: Computation) => Decimal | undefined;
  readonly rate: (computation: Computation, pool: string) => Rate;
  /** the amounts of one side, pool by pool */
  readonly pools: (side: Side, computation: Computation, at?: At) => readonly Pool[];
  readonly catalogue: Catalogue;
};

export type Pool = { readonly pool: string; readonly rate: Rate; readonly quantity: Decimal; readonly amount: Decimal };

/** Steps that a break-even is looked for at, in each decade, before it is narrowed down. */
const STEPS_A_DECADE = 4;
/** Every amount ends after so many decimals, so that causes add up to the last digit. */
const PLACES = 20;

export function pricer(catalogue: Catalogue): Pricer {
  const cards = new Map<string, RateCard>();
  const amounts = new Map<string, Decimal>();

  const cardOf = (asOf: string, region: string, freeTier: boolean, place?: Claim["place"]): RateCard => {
    const key = `${asOf} ${region} ${freeTier}`;
    const known = cards.get(key) ?? rateCard(catalogue, { asOf, region, freeTier, ...(place ? { place: place([]) } : {}) });
    if (!place) cards.set(key, known);
    return known;
  };
  const plainRate = (one: Computation, id: string, place?: Claim["place"]): Rate => cardOf(one.days.get(id) ?? one.asOf, one.region, one.freeTier && !one.unfree.has(id), place).rate(rateOfPool(id));
  const rate = (one: Computation, id: string, place?: Claim["place"]): Rate => (one.readings.get(id) ?? []).reduce((read, reading) => reading.read(read), plainRate(one, id, place));

  const amountOf = (one: Computation, id: string, quantity: Decimal, place?: Claim["place"]): Decimal => {
    const key = `${id} ${one.days.get(id) ?? one.asOf} ${one.region} ${one.freeTier && !one.unfree.has(id)} ${(one.readings.get(id) ?? []).map((reading) => reading.key).join()} ${quantity.toFixed()}`;
    const known = amounts.get(key) ?? rateQuantity(rate(one, id, place), quantity).amount;
    amounts.set(key, known);
    return known;
  };

  const pools = (side: Side, one: Computation, at: At = one.at, place?: Claim["place"]): readonly Pool[] => {
    const byPool = new Map<string, { readonly quantity: Decimal; readonly copies: Decimal }[]>();
    for (const { pool: id, copies, quantityAt } of side.items) {
      const quantity = quantityAt(at);
      if (!quantity.isZero() && !copies.isZero()) byPool.set(id, [...(byPool.get(id) ?? []), { quantity, copies }]);
    }
    return [...byPool].map(([id, members]): Pool => {
      const read = rate(one, id, place);
      const quantity = sum(members.map((member) => member.quantity.times(member.copies)));
      const apart = read.scope === "resource" || one.apart.has(id);
      const amount = apart ? sum(members.map((member) => amountOf(one, id, member.quantity, place).times(member.copies))) : amountOf(one, id, quantity, place);
      return { pool: id, rate: read, quantity, amount: amount.times(one.factors.get(id) ?? ONE).toDecimalPlaces(PLACES) };
    });
  };

  const cost = (side: Side, one: Computation, at: At, place?: Claim["place"]): Decimal => {
    const { months } = one.subject;
    const line = rounder(one.rounded.get("line"));
    const every = (wanted: FixedCost["every"]): Decimal => sum(side.costs.filter((fixed) => fixed.every === wanted).map((fixed) => line(fixed.amountAt(at))));
    const month = sum(pools(side, one, at, place).map((pool) => line(pool.amount))).plus(every("month"));
    return rounder(one.rounded.get("month"))(month).times(months).plus(every("year").times(months).div(12)).plus(every("once")).toDecimalPlaces(PLACES);
  };

  /** The same object for the same count, by which quantities are remembered. */
  const counts = new WeakMap<At, Map<number, At>>();
  const atCount = (at: At, over: string, count: number): At => {
    const known = counts.get(at) ?? new Map<number, At>();
    counts.set(at, known);
    const made = known.get(count) ?? new Map(at).set(over, whole(count));
    known.set(count, made);
    return made;
  };

  const figure: Pricer["figure"] = (one, place) => {
    const [first, second] = one.sides;
    if (!first) return ZERO;
    if (one.subject.kind !== "break-even" || !second) {
      const dollars = cost(first, one, one.at, place);
      const value = second ? compared(one.subject.kind, dollars, cost(second, one, one.at, place)) : dollars;
      return value && rounder(one.rounded.get("figure"))(value);
    }
    const { over, from, to } = one.subject;
    const isCheaper = (count: number): boolean => {
      const at = atCount(one.at, over, count);
      return cost(second, one, at, place).lt(cost(first, one, at, place));
    };
    const [start, then] = changesOver(from, to, isCheaper, Object.is, STEPS_A_DECADE);
    return start?.value === false && then ? whole(then.from) : undefined;
  };
  const tried: Pricer["tried"] = (one) => {
    try {
      return figure(one);
    } catch (error) {
      if (error instanceof ProblemError) return undefined;
      throw error;
    }
  };
  return { figure, tried, rate, pools: (side, one, at = NOTHING_OPEN) => pools(side, one, at), catalogue };
}

function rounder(rounding: Rounding | undefined): (value: Decimal) => Decimal {
  if (!rounding) return (value) => value;
  const { step, to } = rounding;
  return (value) => {
    const steps = value.div(step);
    return (to === "up" ? steps.ceil() : to === "down" ? steps.floor() : roundHalfUp(steps, 0)).times(step);
  };
}

/** What a comparison of two costs states; undefined where there is nothing to divide by. */
function compared(kind: Subject["kind"], first: Decimal, second: Decimal): Decimal | undefined {
  if (kind === "difference") return first.minus(second);
  if (kind === "ratio") return second.isZero() ? undefined : first.div(second).toDecimalPlaces(PLACES);
  return first.isZero() ? undefined : first.minus(second).div(first).times(100).toDecimalPlaces(PLACES);
}

/** The least and most that the sources' own ranges allow around the stated middles, for an amount or total. */
export function rangeOf(computation: Computation, prices: Pricer, computed: Decimal): { readonly low: Decimal; readonly high: Decimal } {
  const { months, kind } = computation.subject;
  if (kind !== "amount" && kind !== "total") return { low: computed, high: computed };
  const spread = (bound: "low" | "high"): Decimal => sum(computation.sides.flatMap((side) => prices.pools(side, computation).map(({ rate, quantity, amount }) => (rate.range ? quantity.times(rate.range[bound]).minus(amount).times(months) : ZERO))));
  return { low: computed.plus(spread("low")), high: computed.plus(spread("high")) };
}
