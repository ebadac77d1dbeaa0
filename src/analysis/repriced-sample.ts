import { fromDouble } from "../units/decimal.js";
import type { CostModel } from "./cost-model.js";
import type { Steps } from "./steps.js";
import { randomStream } from "./statistics/random-stream.js";

/** Draws that were priced a second time, exactly, and the largest difference that showed, in dollars of the measure. */
export type Repriced = { readonly draws: number; readonly largest: number };

/** Exact bills that a check may take; and how few and how many draws it looks at. */
const BILLS = 1500;
const [FEWEST, MOST] = [5, 50];

/** Places of some draws, by chance from the seed: 50 for one month, fewer for long horizons, never fewer than 5. */
export function picksOf(model: CostModel, draws: number, seed: number): readonly number[] {
  const affordable = Math.floor(BILLS / ((model.horizon?.months ?? 1) * Math.max(1, model.study.models.length)));
  const wanted = Math.min(draws, MOST, Math.max(FEWEST, affordable));
  const stream = randomStream(seed, "draws that are priced again");
  const picks = new Set<number>();
  for (let place = 0; picks.size < wanted; place++) picks.add(Math.floor(stream.at(place) * draws));
  return [...picks];
}

/** Prices some draws exactly, one in each step. @throws Error when a difference is larger than doubles explain: a defect of the fast path, not of the input */
export function* repricedSample(
  model: CostModel,
  drawn: ReadonlyMap<string, Float64Array>,
  costs: readonly Float64Array[],
  picks: readonly number[],
): Steps<Repriced> {
  const months = model.horizon?.months ?? 1;
  let largest = 0;
  for (const [index, pick] of picks.entries()) {
    const values = new Map([...drawn].map(([name, column]) => [name, fromDouble(column[pick] ?? Number.NaN)] as const));
    model.exact(values).forEach((cost, place) => {
      const [exact, fast] = [cost?.toNumber() ?? Number.POSITIVE_INFINITY, costs[place]?.[pick] ?? Number.NaN];
      if (exact === fast) return;
      const difference = Math.abs(fast - exact);
      if (!(difference <= tolerance(exact, months)))
        throw new Error(
          `the fast path is off at draw ${pick} for ${model.study.models[place]?.id}: ${fast} where the exact cost is ${exact}`,
        );
      largest = Math.max(largest, difference);
    });
    yield (index + 1) / picks.length;
  }
  return { draws: picks.length, largest };
}

/** What a month may differ by, 1e-9 + 1e-12 of the cost, for every month and for what is paid before the first. */
function tolerance(exact: number, months: number): number {
  return (1e-9 + 1e-12 * Math.abs(exact)) * (months + 1);
}
