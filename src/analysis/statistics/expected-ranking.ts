import { momentsOf } from "./summary.js";

/** An alternative's mean cost over the draws in which it is possible. */
export type ExpectedCost = { readonly place: number; readonly mean: number; readonly possible: number };

/**
 * Alternatives by mean cost, cheapest first, equal ones in their order. One that is not possible in at least half of the draws stands
 * behind all that are: its mean speaks for its easier draws only. One that is never possible is left out.
 */
export function expectedRanking(costs: readonly Float64Array[]): readonly ExpectedCost[] {
  const known = costs.flatMap((column, place): ExpectedCost[] => {
    const values = column.filter(Number.isFinite);
    return values.length === 0 ? [] : [{ place, mean: momentsOf(values, values.length).mean, possible: values.length / column.length }];
  });
  return known.sort((a, b) => Number(a.possible < 0.5) - Number(b.possible < 0.5) || a.mean - b.mean || a.place - b.place);
}
