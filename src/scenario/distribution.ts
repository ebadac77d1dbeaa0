import type { Decimal } from "../units/decimal.js";

/**
 * What is believed about a value that is not known: declared in a scenario, drawn by the simulation.
 * Bounds are inclusive. A lognormal is stated by the values that one in ten stays below and one in ten exceeds.
 */
export type Distribution =
  | { readonly kind: "triangular"; readonly low: Decimal; readonly mode: Decimal; readonly high: Decimal }
  | { readonly kind: "uniform"; readonly low: Decimal; readonly high: Decimal }
  | { readonly kind: "normal"; readonly mean: Decimal; readonly sd: Decimal }
  | { readonly kind: "lognormal"; readonly p10: Decimal; readonly p90: Decimal }
  | { readonly kind: "beta"; readonly alpha: Decimal; readonly beta: Decimal; readonly low: Decimal; readonly high: Decimal }
  | { readonly kind: "discrete"; readonly outcomes: readonly { readonly value: Decimal; readonly weight: Decimal }[] }
  | { readonly kind: "empirical"; readonly values: readonly Decimal[] };
