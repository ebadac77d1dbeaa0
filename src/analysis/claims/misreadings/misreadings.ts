import type { Computation } from "../computation.js";
import { poolsOf } from "../computation.js";
import type { Pricer } from "../pricer.js";
import { freeTierLeftOut, freeTierPerPool, otherFreeTier } from "./free-part.js";
import { componentLeftOut, oneOffLeftOut } from "./left-out.js";
import type { Misreading } from "./misreading.js";
import { otherMonths } from "./months.js";
import { otherDates, otherRegions, wrongMeter } from "./other-price.js";
import { roundedLines, roundedMonth } from "./rounding.js";
import { hoursPerMonth, otherQuantity, unitSlips } from "./scale.js";
import { shelfOf } from "./shelf.js";
import { absoluteThresholds, flatRate } from "./tiers.js";

/** Every way to misread prices that authcost knows. To add one: a function in this folder, and its name here. */
const MISREADINGS = [
  otherDates,
  otherRegions,
  wrongMeter,
  freeTierLeftOut,
  otherFreeTier,
  freeTierPerPool,
  flatRate,
  absoluteThresholds,
  componentLeftOut,
  oneOffLeftOut,
  hoursPerMonth,
  unitSlips,
  otherMonths,
  otherQuantity,
  roundedMonth,
  roundedLines,
] as const;

/**
 * Every misreading that is possible for a computation. They are generic: each follows from the rates and quantities
 * at hand, none knows a particular claim. Those that put other rates in place come first, since the others read the rates.
 */
export function misreadingsOf(computation: Computation, prices: Pricer): readonly Misreading[] {
  const rates = poolsOf(computation).map((pool) => ({ ...prices.rate(computation, pool), pool }));
  const shelf = shelfOf(prices.catalogue);
  return MISREADINGS.flatMap((kind) => kind({ computation, rates, prices, shelf }));
}
