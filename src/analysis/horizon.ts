import type { Bill } from "../engine/bill.js";
import type { AlternativeModel } from "../engine/model.js";
import { collect } from "../problems/collect.js";
import { type Decimal, ONE, whole } from "../units/decimal.js";
import { NO_USD, sumUsd, type Usd } from "../units/usd.js";
import { type Move, moveCost } from "./moving.js";
import type { Outlook } from "./outlook.js";

/** The dollars of one month; month 0 is what is paid before the first. Labour is a ledger of its own. */
export type MonthCost = {
  readonly month: number;
  readonly mau: Decimal;
  /** infrastructure, licences and what the move of users costs besides work */
  readonly other: Usd;
  readonly labour: Usd;
  /** part of `other`: the old system running on, or resets */
  readonly moving: Usd;
  /** sums from month 0 to this one, as dollars are */
  readonly cumulative: Usd;
  readonly cumulativeWithoutLabour: Usd;
};

/** What an alternative costs over the horizon. */
export type HorizonCost = {
  readonly model: AlternativeModel;
  readonly months: readonly MonthCost[];
  readonly move: Move | undefined;
  /** the first month that it cannot carry, and why */
  readonly obstacle: { readonly month: number; readonly because: readonly string[] } | undefined;
  readonly total: Usd;
  readonly totalWithoutLabour: Usd;
  /** dollars of today: month t counts 1 / (1 + discountRate)^(t/12) */
  readonly presentValue: Usd;
  readonly presentValueWithoutLabour: Usd;
};

/** The first month from which on the dearer start has cost less in all, to the end of the horizon; undefined for never. */
export type Payback = { readonly alternative: string; readonly against: string; readonly month: number | undefined };

export type HorizonComparison = {
  readonly outlook: Outlook;
  readonly costs: readonly HorizonCost[];
  /** the least present value among those that carry every month; the first named wins a tie */
  readonly cheapest: HorizonCost | undefined;
  readonly cheapestWithoutLabour: HorizonCost | undefined;
  readonly paybacks: readonly Payback[];
};

/** Costs of every alternative over the horizon: one-off costs before month 1, then the bill of each month. @throws ProblemError with every missing price */
export function horizonComparison(look: Outlook): HorizonComparison {
  collect(look.study.models.flatMap((model) => look.months.map((month) => ({ model, month }))), ({ model, month }) => look.billIn(model, month));
  const from = look.study.models.find((model) => model.id === look.study.scenario.migration.from);
  const costs = look.study.models.map((model) => horizonCost(look, model, from));
  const able = costs.filter((cost) => cost.obstacle === undefined);
  return {
    outlook: look, costs, paybacks: paybacksOf(able),
    cheapest: leastBy(able, (cost) => cost.presentValue), cheapestWithoutLabour: leastBy(able, (cost) => cost.presentValueWithoutLabour),
  };
}

export function leastBy<T>(all: readonly T[], by: (one: T) => Decimal): T | undefined {
  return all.reduce<T | undefined>((best, one) => (best === undefined || by(one).lt(by(best)) ? one : best), undefined);
}

/** The factor that turns dollars of a month into dollars of today. */
export function discountFactors(discountRate: Decimal, months: number): readonly Decimal[] {
  const monthly = ONE.plus(discountRate).pow(ONE.div(whole(12)));
  const factors = [ONE];
  for (let month = 1; month <= months; month++) factors.push((factors[month - 1] ?? ONE).div(monthly));
  return factors;
}

function horizonCost(look: Outlook, model: AlternativeModel, from: AlternativeModel | undefined): HorizonCost {
  const move = from && from !== model ? moveCost(look, from, model, 1) : undefined;
  const factors = discountFactors(look.horizon.discountRate, look.months.length);
  const months: MonthCost[] = [];
  const add = (month: number, mau: Decimal, other: Usd, labour: Usd, moving: Usd): void => {
    const before = months.at(-1);
    months.push({ month, mau, other, labour, moving, cumulative: sumUsd([before?.cumulative ?? NO_USD, other, labour]), cumulativeWithoutLabour: sumUsd([before?.cumulativeWithoutLabour ?? NO_USD, other]) });
  };
  const upFront = onceOf(look, model, from === model);
  add(0, look.months[0]?.mau ?? whole(0), upFront.other, sumUsd([upFront.labour, move?.work ?? NO_USD]), NO_USD);
  look.months.forEach((month, index) => {
    const made = look.billIn(model, month);
    const moving = move?.monthly[index] ?? NO_USD;
    add(month.month, month.mau, sumUsd([withoutLabour(made), moving]), made.labour, moving);
  });
  const last = months.at(-1);
  const present = (of: (month: MonthCost) => Decimal): Usd => sumUsd(months.map((month) => of(month).times(factors[month.month] ?? ONE) as Usd));
  return {
    model, months, move, obstacle: firstObstacle(look, model),
    total: last?.cumulative ?? NO_USD, totalWithoutLabour: last?.cumulativeWithoutLabour ?? NO_USD,
    presentValue: present((month) => month.other.plus(month.labour)), presentValueWithoutLabour: present((month) => month.other),
  };
}

export function withoutLabour(made: Bill): Usd {
  return made.monthly.minus(made.labour) as Usd;
}

/** One-off costs; what is in use today has been built already. */
export function onceOf(look: Outlook, model: AlternativeModel, inUse: boolean): { readonly other: Usd; readonly labour: Usd } {
  const [first] = look.months;
  if (inUse || !first) return { other: NO_USD, labour: NO_USD };
  const made = look.billIn(model, first);
  return { other: made.once.minus(made.onceLabour) as Usd, labour: made.onceLabour };
}

function firstObstacle(look: Outlook, model: AlternativeModel): HorizonCost["obstacle"] {
  for (const month of look.months) {
    const { obstacles } = look.billIn(model, month);
    if (obstacles.length > 0) return { month: month.month, because: obstacles.map((one) => `${one.name}: ${one.because}`) };
  }
  return undefined;
}

/** For every pair, the one that starts dearer against the other. */
function paybacksOf(costs: readonly HorizonCost[]): readonly Payback[] {
  return costs.flatMap((one) => costs.flatMap((other): Payback[] => {
    const [own, rival] = [one.months[0], other.months[0]];
    if (!own || !rival || !own.cumulative.gt(rival.cumulative)) return [];
    return [{ alternative: one.model.id, against: other.model.id, month: paybackMonth(one.months, other.months) }];
  }));
}

function paybackMonth(own: readonly MonthCost[], rival: readonly MonthCost[]): number | undefined {
  const behind = own.map((month, index) => month.cumulative.gt(rival[index]?.cumulative ?? month.cumulative)).lastIndexOf(true);
  return own[behind + 1]?.month;
}
