import type { Steps } from "./steps.js";
import type { InformationValue } from "./statistics/information-value.js";
import { valuesOfInformation } from "./statistics/value-of-information.js";

/** What it would be worth to know more before choosing by cost, in dollars of the measure. */
export type MeasureFirst = {
  /** place of the alternative that costs least on average: what one would choose without knowing more */
  readonly choice: number;
  /** draws in which that choice is not possible: its loss has no price there */
  readonly skipped: number;
  /** of knowing everything (EVPI): no measurement is worth more */
  readonly perfect: InformationValue;
  /** of knowing one variable (EVPPI), the most valuable first: what to measure first */
  readonly variables: readonly Measurement[];
};

export type Measurement = InformationValue & {
  readonly name: string;
  /** false where the value might as well be nothing: it lies within two standard errors of it */
  readonly distinguishable: boolean;
};

/** @returns in steps, one for each variable; undefined where no alternative is possible in any draw */
export function* measureFirst(costs: readonly Float64Array[], drawn: ReadonlyMap<string, Float64Array>): Steps<MeasureFirst | undefined> {
  const worth = yield* valuesOfInformation(costs, drawn);
  if (!worth) return undefined;
  const variables = worth.variables.map((one): Measurement => ({ ...one, distinguishable: one.value > 2 * one.standardError }));
  return { ...worth, variables: variables.sort((a, b) => Number(b.distinguishable) - Number(a.distinguishable) || b.value - a.value) };
}
