import { leastCosts } from "./choice-statistics.js";
import { expectedRanking } from "./expected-ranking.js";
import { type InformationValue, informationValue } from "./information-value.js";
import { allSteps, eachInTurn, type Steps } from "../steps.js";
import { partialInformation } from "./partial-information.js";

/** What knowing would be worth before a choice is made, in the unit of the costs. */
export type ValueOfInformation = {
  /** place of the alternative that is chosen without knowing more */
  readonly choice: number;
  /** draws left out, since the choice is not possible there and its loss has no price */
  readonly skipped: number;
  /** of knowing everything: what the choice costs on average, less what the cheapest of each draw costs (EVPI) */
  readonly perfect: InformationValue;
  /** of knowing one variable and nothing else (EVPPI), in the order given; one tied to others by a correlation tells of those as well */
  readonly variables: readonly (InformationValue & { readonly name: string })[];
};

/**
 * Expected value of information, perfect and variable by variable, from the draws that priced the choice.
 *
 * @param costs a column per alternative, Infinity where it is not possible
 * @param variables the draws of each variable, row by row as the costs
 * @param choice the alternative chosen; by default the first of `expectedRanking`. With any other, the values include what
 *   choosing the cheapest on average would save already.
 * @returns undefined where the choice is possible in no draw
 * @example valueOfInformation([Float64Array.of(1, 5), Float64Array.of(2, 3)], new Map())?.perfect.value // 0.5
 */
export function valueOfInformation(
  costs: readonly Float64Array[],
  variables: ReadonlyMap<string, Float64Array>,
  choice?: number,
): ValueOfInformation | undefined {
  return allSteps(valuesOfInformation(costs, variables, choice));
}

/** The same in steps, one for each variable. */
export function* valuesOfInformation(
  costs: readonly Float64Array[],
  variables: ReadonlyMap<string, Float64Array>,
  choice: number = expectedRanking(costs)[0]?.place ?? -1,
): Steps<ValueOfInformation | undefined> {
  const all = costs[choice];
  const rows = all && Uint32Array.from(all.keys()).filter((row) => Number.isFinite(all[row]));
  if (!rows || rows.length === 0) return undefined;
  const skipped = all.length - rows.length;
  const kept = (column: Float64Array): Float64Array => (skipped === 0 ? column : Float64Array.from(rows, (row) => column[row] as number));
  const priced = costs.map(kept);
  const chosen = kept(all);
  const perfect = informationValue(leastCosts(priced).map((least, row) => (chosen[row] as number) - least));
  return {
    choice,
    skipped,
    perfect,
    variables: yield* eachInTurn([...variables], ([name, values]) => ({ name, ...partialInformation(priced, choice, kept(values)) })),
  };
}
