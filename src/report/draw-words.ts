import type { Simulation } from "../analysis/simulate.js";
import { fromDouble, whole } from "../units/decimal.js";
import { formatNumber, formatUsdShort } from "../units/format.js";

/** The normal score of 97.5 %. */
export const TWO_SIDED = 1.959963984540054;

/** Dollars from draws: estimates, told as the tables tell amounts. */
export const dollars = (value: number): string => formatUsdShort(fromDouble(value));
/** "±$2.10": 95 in 100 such intervals hold the true value */
export function plusMinus(standardError: number): string {
  const width = dollars(TWO_SIDED * standardError);
  return standardError > 0 && width === dollars(0) ? "±<$0.01" : `±${width}`;
}

export const count = (value: number): string => formatNumber(whole(value));

/** "62.1 %"; a part that would round to none or all says so. */
export function percentText(share: number): string {
  const percent = formatNumber(fromDouble(share).times(whole(100)), 1);
  if (percent === "0" && share > 0) return "<0.1 %";
  return percent === "100" && share < 1 ? ">99.9 %" : `${percent} %`;
}

/** "a month", "over 36 months" */
export const spanText = (one: Simulation): string =>
  one.measure === "month" ? "a month" : `over ${count(one.months)} ${one.months === 1 ? "month" : "months"}`;

/** "dollars a month"; over a horizon all costs once are in it. */
export function unitText(one: Simulation): string {
  const discounted = one.study.scenario.horizon?.discountRate.isZero() === false;
  return one.measure === "month"
    ? "dollars a month"
    : `dollars ${discounted ? "of today " : ""}${spanText(one)}, all one-off costs included`;
}

export const titleAt = (one: Simulation, place: number): string => one.outcomes[place]?.model.title ?? "";

/** Dollars that doubles may be apart by. */
export const EQUAL = 1e-8;
