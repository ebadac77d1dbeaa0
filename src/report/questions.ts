import { type Advice, advise } from "../analysis/advice.js";
import type { Comparison } from "../analysis/compare.js";
import { type CrossoverMap, crossoverMap } from "../analysis/crossover-map.js";
import { type LookAhead, lookAhead } from "../analysis/look-ahead.js";
import { type Sensitivity, sensitivity } from "../analysis/sensitivity.js";
import { type Simulation, simulate } from "../analysis/simulate.js";
import { type UncertainBand, uncertainBand } from "../analysis/uncertain-band.js";
import { type UnitEconomics, unitEconomics } from "../analysis/unit-economics.js";
import type { Catalogue } from "../prices/price-file.js";
import type { Scenario } from "../scenario/scenario.js";

/** What a report asks beside the comparison; each is answered when its section is built. A question that makes no sense for the scenario is absent. */
export type Questions = {
  /** how uncertain the main chart's lines are */
  readonly band?: () => UncertainBand;
  readonly horizon?: () => LookAhead;
  readonly map?: () => CrossoverMap;
  readonly sensitivity?: () => Sensitivity;
  readonly simulation?: () => Simulation;
  readonly units?: () => UnitEconomics;
  readonly advice?: () => Advice;
};

export function questionsOf(scenario: Scenario, catalogue: Catalogue, comparison: Comparison): Questions {
  const choosable = comparison.recommendation.ranking.length > 1;
  return {
    ...(looksAhead(scenario) ? { horizon: () => lookAhead(scenario, catalogue) } : {}),
    ...(choosable
      ? {
          map: () => crossoverMap(scenario, catalogue),
          sensitivity: () => sensitivity(scenario, catalogue),
          advice: () => advise(scenario, catalogue),
        }
      : {}),
    ...(choosable && isUncertain(scenario)
      ? { simulation: () => simulate(scenario, catalogue), band: () => uncertainBand(scenario, catalogue) }
      : {}),
    units: () => unitEconomics(scenario, catalogue),
  };
}

/** Months matter where the scenario says so, and where something is paid once. */
function looksAhead(scenario: Scenario): boolean {
  return (
    scenario.horizon !== undefined ||
    scenario.alternatives.some((one) => one.costs.some((cost) => cost.once !== undefined || cost.hoursOnce !== undefined))
  );
}

function isUncertain({ uncertainty }: Scenario): boolean {
  return (
    uncertainty.drivers.size + uncertainty.costs.size + uncertainty.rates.size > 0 ||
    uncertainty.hourlyRate !== undefined ||
    uncertainty.growth !== undefined
  );
}
