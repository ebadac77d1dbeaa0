import type { Catalogue } from "../prices/price-file.js";
import type { Scenario } from "../scenario/scenario.js";
import { type CheapestSoFar, cheapestSoFar } from "./cheapest-so-far.js";
import { type HorizonComparison, horizonComparison } from "./horizon.js";
import { DEFAULT_HORIZON, type HorizonAssumption, horizonAssumptions } from "./horizon-assumptions.js";
import { outlook } from "./outlook.js";
import { type StagedChoice, stagedChoice } from "./staged-choice.js";

/** The alternatives over the months to come: costs, paybacks, who has cost least so far, and the best change on the way. */
export type LookAhead = {
  readonly comparison: HorizonComparison;
  readonly staged: StagedChoice;
  readonly soFar: CheapestSoFar;
  readonly assumptions: readonly HorizonAssumption[];
  /** whether the scenario states a horizon; without one users stay as they are */
  readonly stated: boolean;
};

/**
 * @param months another length of the horizon than the scenario's
 * @throws ProblemError with every unknown name and every missing price
 */
export function lookAhead(scenario: Scenario, catalogue: Catalogue, months?: number): LookAhead {
  const base = scenario.horizon ?? DEFAULT_HORIZON;
  const horizon = months === undefined ? base : { ...base, months, defaulted: base.defaulted.filter((name) => name !== "months") };
  const comparison = horizonComparison(outlook(scenario, catalogue, horizon));
  return {
    comparison,
    staged: stagedChoice(comparison),
    soFar: cheapestSoFar(comparison),
    assumptions: horizonAssumptions(scenario, horizon),
    stated: scenario.horizon !== undefined,
  };
}
