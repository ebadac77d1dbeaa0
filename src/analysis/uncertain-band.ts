import type { Catalogue } from "../prices/price-file.js";
import type { Scenario } from "../scenario/scenario.js";
import { costModel } from "./cost-model.js";
import { drawing } from "./drawing.js";
import { gridOver } from "./changes.js";
import { searchEnd } from "./cheapest-over-users.js";
import { simulatedVariables } from "./simulated-variables.js";
import { percentile } from "./statistics/percentile.js";

/** What a month's cost lies between at some user counts, in eight of ten draws of everything uncertain but the users; for drawing. */
export type UncertainBand = readonly {
  readonly mau: number;
  readonly ranges: readonly ({ readonly low: number; readonly high: number } | undefined)[];
}[];

const FIRST_USERS = 100;
const POINTS_A_DECADE = 6;
/** Enough for a drawing: the tenth and the ninetieth of a hundred are known to about one in twenty. */
const DRAWS = 400;

/** @returns ranges in the order of the alternatives; undefined where fewer than half of the draws can be carried */
export function uncertainBand(scenario: Scenario, catalogue: Catalogue): UncertainBand {
  const variables = simulatedVariables(scenario, catalogue, "month", undefined);
  const model = costModel(scenario, catalogue, ["mau", ...variables.map(({ name }) => name)], "month");
  const drawn = drawing(scenario, variables, DRAWS, scenario.uncertainty.seed);
  drawn.draw(0, DRAWS);
  const counts = [FIRST_USERS, ...gridOver(FIRST_USERS, searchEnd(model.study), POINTS_A_DECADE)];
  return counts.map((mau) => {
    const { costs } = model.fast(new Map([...drawn.columns, ["mau", new Float64Array(DRAWS).fill(mau)]]), DRAWS);
    return { mau, ranges: costs.map(rangeOf) };
  });
}

function rangeOf(costs: Float64Array): { readonly low: number; readonly high: number } | undefined {
  const possible = costs.filter(Number.isFinite).sort();
  return possible.length * 2 < costs.length ? undefined : { low: percentile(possible, 10), high: percentile(possible, 90) };
}
