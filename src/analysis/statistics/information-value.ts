import { momentsOf } from "./summary.js";

/** What it is worth to know something before choosing, in the unit of the costs. */
export type InformationValue = {
  /** never below 0 */
  readonly value: number;
  /** how far chance moves it */
  readonly standardError: number;
  /** before it was cut at 0: below 0 by no more than chance where knowing changes nothing */
  readonly estimate: number;
};

/** @param saved what each draw would save */
export function informationValue(saved: Float64Array): InformationValue {
  const { mean, standardDeviation } = momentsOf(saved, saved.length);
  return { value: Math.max(0, mean), standardError: standardDeviation / Math.sqrt(saved.length), estimate: mean };
}
