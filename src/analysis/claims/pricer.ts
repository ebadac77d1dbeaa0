import type { Catalogue } from "../../prices/price-file.js";
import { type Rate, type RateCard, rateCard } from "../../prices/rate-card.js";
import { ProblemError } from "../../problems/problem.js";
import { rateQuantity } from "../../rating/rate-quantity.js";
import { type Decimal, roundHalfUp, sum, whole, ZERO } from "../../units/decimal.js";
import { firstChange } from "../changes.js";
import type { Computation, Reading, Rounding } from "./computation.js";
import type { Claim, Subject } from "./parse-claims.js";
import { amassed, type Amassed, type Group, groups } from "./groups.js";
import { remembered } from "./remembered.js";
import { type At, type FixedCost, type Item, NOTHING_OPEN, rateOfPool, type Side } from "./side.js";

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

/** What was looked up in a catalogue serves every claim; amounts are remembered for the claims of one file only. */
const looked = new WeakMap<Catalogue, { readonly cards: Map<string, RateCard>; readonly plainRates: Map<string, Map<string, Rate>> }>();

export function pricer(catalogue: Catalogue): Pricer {
  const { cards, plainRates } = remembered(looked, catalogue, () => ({
    cards: new Map<string, RateCard>(),
    plainRates: new Map<string, Map<string, Rate>>(),
  }));
  const readRates = new WeakMap<Rate, Map<string, Rate>>();
  const amounts = new WeakMap<Rate, Map<string, Decimal>>();
  const quantities = new WeakMap<Item["quantityAt"], WeakMap<At, Amassed>>();
  const alongs = new WeakMap<Side["items"], WeakMap<Side["costs"], Map<string, WeakMap<At, Decimal>>>>();
  const grouped = new WeakMap<Side["items"], WeakMap<At, readonly Group[]>>();

  const cardOf = (asOf: string, region: string, freeTier: boolean, place?: Claim["place"]): RateCard => {
    if (place) return rateCard(catalogue, { asOf, region, freeTier, place: place([]) });
    return remembered(cards, `${asOf} ${region} ${freeTier}`, () => rateCard(catalogue, { asOf, region, freeTier }));
  };
  const plainRate = (one: Computation, id: string, place?: Claim["place"]): Rate => {
    const [day, freeTier] = [one.days.get(id) ?? one.asOf, one.freeTier && !one.unfree.has(id)];
    const find = (): Rate => cardOf(day, one.region, freeTier, place).rate(rateOfPool(id));
    if (place) return find();
    return remembered(
      remembered(plainRates, id, () => new Map<string, Rate>()),
      `${day} ${one.region} ${freeTier}`,
      find,
    );
  };
  /** The same object for the same reading of the same rate, by which amounts are remembered. */
  const readAs = (rate: Rate, reading: Reading): Rate =>
    remembered(
      remembered(readRates, rate, () => new Map<string, Rate>()),
      reading.key,
      () => reading.read(rate),
    );
  const rate = (one: Computation, id: string, place?: Claim["place"]): Rate =>
    one.readings.get(id)?.reduce(readAs, plainRate(one, id, place)) ?? plainRate(one, id, place);

  const amountOf = (read: Rate, { quantity, key }: Amassed): Decimal =>
    remembered(
      remembered(amounts, read, () => new Map<string, Decimal>()),
      key,
      () => rateQuantity(read, quantity).amount,
    );

  /** A misreading that changes some items leaves the quantities of the others as they are. */
  const quantityOf = ({ quantityAt }: Item, at: At): Amassed =>
    remembered(
      remembered(quantities, quantityAt, () => new WeakMap<At, Amassed>()),
      at,
      () => amassed(quantityAt(at)),
    );
  /** The items of each pool and what they use together. Most misreadings leave all items as they are, so it is worked out once for them. */
  const groupsOf = (side: Side, at: At): readonly Group[] =>
    remembered(
      remembered(grouped, side.items, () => new WeakMap<At, readonly Group[]>()),
      at,
      () => groups(side.items, (item) => quantityOf(item, at)),
    );

  const pools = (side: Side, one: Computation, at: At = one.at, place?: Claim["place"]): readonly Pool[] =>
    groupsOf(side, at).map(({ pool, members, together }): Pool => {
      const read = rate(one, pool, place);
      const isApart = read.scope === "resource" || one.apart.has(pool);
      const amount = isApart ? sum(members.map((member) => amountOf(read, member).times(member.copies))) : amountOf(read, together);
      const factor = one.factors.get(pool);
      return { pool, rate: read, quantity: together.quantity, amount: (factor ? amount.times(factor) : amount).toDecimalPlaces(PLACES) };
    });

  const cost = (side: Side, one: Computation, at: At, place?: Claim["place"]): Decimal => {
    const { months } = one.subject;
    const line = rounder(one.rounded.get("line"));
    const every = (wanted: FixedCost["every"]): Decimal =>
      sum(side.costs.filter((fixed) => fixed.every === wanted).map((fixed) => line(fixed.amountAt(at))));
    const running = sum(pools(side, one, at, place).map((pool) => line(pool.amount)));
    const round = rounder(one.rounded.get("month"));
    if (side.costs.length === 0) return round(running).times(months).toDecimalPlaces(PLACES);
    return round(running.plus(every("month")))
      .times(months)
      .plus(every("year").times(months).div(12))
      .plus(every("once"))
      .toDecimalPlaces(PLACES);
  };

  /** Costs of a side along a break-even. A misreading that leaves the side and its rates as they are leaves its costs too. */
  const costsOf = (side: Side, one: Computation, place?: Claim["place"]): ((at: At) => Decimal) => {
    const state = [...new Set(side.items.map((item) => item.pool))].map((pool) => [
      one.days.get(pool) ?? one.asOf,
      one.freeTier && !one.unfree.has(pool),
      (one.readings.get(pool) ?? []).map((reading) => reading.key),
      one.factors.get(pool),
      one.apart.has(pool),
    ]);
    const key = JSON.stringify([state, one.region, one.subject.months, [...one.rounded]]);
    const known = remembered(
      remembered(
        remembered(alongs, side.items, () => new WeakMap<Side["costs"], Map<string, WeakMap<At, Decimal>>>()),
        side.costs,
        () => new Map<string, WeakMap<At, Decimal>>(),
      ),
      key,
      () => new WeakMap<At, Decimal>(),
    );
    return (at) => remembered(known, at, () => cost(side, one, at, place));
  };

  /** The same object for the same count, by which quantities are remembered. */
  const counts = new WeakMap<At, Map<number, At>>();
  const atCount = (at: At, over: string, count: number): At =>
    remembered(
      remembered(counts, at, () => new Map<number, At>()),
      count,
      () => new Map(at).set(over, whole(count)),
    );

  const figure: Pricer["figure"] = (one, place) => {
    const [first, second] = one.sides;
    if (!first) return ZERO;
    if (one.subject.kind !== "break-even" || !second) {
      const dollars = cost(first, one, one.at, place);
      const value = second ? compared(one.subject.kind, dollars, cost(second, one, one.at, place)) : dollars;
      return value && rounder(one.rounded.get("figure"))(value);
    }
    const { over, from, to } = one.subject;
    const [below, above] = [first, second].map((side) => costsOf(side, one, place));
    const isCheaper = (count: number): boolean => {
      const at = atCount(one.at, over, count);
      return above !== undefined && below !== undefined && above(at).lt(below(at));
    };
    if (isCheaper(from)) return undefined;
    const change = firstChange(from, to, isCheaper, Object.is, STEPS_A_DECADE);
    return change === undefined ? undefined : whole(change);
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
