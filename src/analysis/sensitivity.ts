import { ProblemError, quoted } from "../problems/problem.js";
import type { Catalogue } from "../prices/price-file.js";
import { driverValue } from "../scenario/driver-value.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Decimal, ONE } from "../units/decimal.js";
import { minusUsd, type Usd } from "../units/usd.js";
import { type CostModel, costModel, type Measure } from "./cost-model.js";
import { type Leaders, leadersOf } from "./leaders.js";
import { type RangedVariables, rangedVariables } from "./ranged-variables.js";
import { withEveryDriver } from "./reach.js";
import { type SobolOfDifference, sobolOfDifference } from "./sobol-of-difference.js";
import { allSteps, partOf, type Steps } from "./steps.js";
import { study } from "./study.js";
import { type Tornado, tornado } from "./tornado.js";

/** What drives the difference between the choice and what would be chosen without it. */
export type Sensitivity = {
  /** at the scenario's own values */
  readonly model: CostModel;
  readonly measure: Measure;
  readonly mau: Decimal;
  /** undefined where fewer than two alternatives can carry the load: there is no difference to explain */
  readonly compared: Compared | undefined;
};

export type Compared = {
  readonly leaders: Leaders;
  /** what the rival costs more than the choice, dollars of the measure; below nothing where priorities chose the dearer */
  readonly difference: Usd;
  readonly ranged: RangedVariables;
  readonly tornado: Tornado;
  /** undefined where nothing varies */
  readonly sobol: SobolOfDifference | undefined;
  /** how many correlations the scenario states, which the indices do not count */
  readonly correlations: number;
};

export type SensitivityOptions = {
  /** how far variables go that nobody stated a range for: see `assumedVariables`; above 0, at most 1 */
  readonly spread?: Decimal | undefined;
  /** rows of the base sample of the Sobol indices */
  readonly draws?: number | undefined;
  readonly seed?: number | undefined;
};

/** A horizon prices every month of every row. */
const DRAWS: Readonly<Record<Measure, number>> = { month: 2048, horizon: 512 };

/**
 * A tornado on the difference, and its Sobol indices, over what the scenario holds uncertain; where it holds nothing so, over everything that reaches either bill.
 * Judged over the scenario's horizon, or by one month where it has none. Dollars are exact; the indices are sampled, and say how many draws they rest on.
 * @throws ProblemError for a spread out of range and for uncertain rates that no alternative uses
 */
export function sensitivity(
  scenario: Scenario,
  catalogue: Catalogue,
  options: SensitivityOptions & { readonly onProgress?: (share: number) => void } = {},
): Sensitivity {
  return allSteps(sensitivitySteps(scenario, catalogue, options), options.onProgress);
}

/** The same in steps, each yielding the share that is done. */
export function* sensitivitySteps(scenario: Scenario, catalogue: Catalogue, options: SensitivityOptions = {}): Steps<Sensitivity> {
  const { spread } = options;
  if (spread && (spread.lte(0) || spread.gt(ONE)))
    throw new ProblemError([
      {
        code: "out-of-range",
        place: { file: "--spread" },
        message: "not a part to vary by",
        found: quoted(spread.toFixed()),
        expected: "a number above 0, at most 1: 0.5 is from half to one and a half times",
      },
    ]);
  const measure: Measure = scenario.horizon ? "horizon" : "month";
  const model = costModel(scenario, catalogue, [], measure);
  const leaders = leadersOf(model.study, model.exact(new Map()));
  const mau = driverValue("mau", scenario.workload);
  if (!leaders) return { model, measure, mau, compared: undefined };
  const full = study(withEveryDriver(scenario), catalogue);
  const among = full.models.filter((_, index) => index === leaders.choice.index || index === leaders.rival.index);
  const ranged = rangedVariables(scenario, full, among, measure, spread);
  const bars = yield* partOf(0, 0.5, tornado(scenario, catalogue, ranged.variables, leaders, measure));
  const sobol = yield* partOf(
    0.5,
    1,
    sobolOfDifference(scenario, catalogue, ranged.variables, leaders, measure, {
      draws: options.draws ?? DRAWS[measure],
      seed: options.seed ?? scenario.uncertainty.seed,
    }),
  );
  const difference = minusUsd(leaders.rival.cost, leaders.choice.cost);
  return {
    model,
    measure,
    mau,
    compared: { leaders, difference, ranged, tornado: bars, sobol, correlations: scenario.uncertainty.correlations.length },
  };
}
