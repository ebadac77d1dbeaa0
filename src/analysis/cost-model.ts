import { bill } from "../engine/bill.js";
import type { LoopMaker } from "../engine/plan.js";
import type { Values } from "../engine/varied.js";
import { ProblemError } from "../problems/problem.js";
import type { Catalogue } from "../prices/price-file.js";
import { driverValue } from "../scenario/driver-value.js";
import { DRIVER_NAMES } from "../scenario/drivers.js";
import type { Horizon } from "../scenario/horizon.js";
import type { Scenario } from "../scenario/scenario.js";
import { GROWTH } from "../scenario/variable-names.js";
import type { Usd } from "../units/usd.js";
import { type CostBounds, horizonBounds, monthBounds } from "./cost-bounds.js";
import { type FastCosts, fastCosts } from "./fast-costs.js";
import { followersOf } from "./followers.js";
import { horizonComparison } from "./horizon.js";
import { outlookOf, withMovingDrivers } from "./outlook.js";
import { type Study, study } from "./study.js";
import { variedStudy } from "./varied-study.js";

/** What is compared: the dollars of one month, or of the whole horizon as its present value, one-off costs and moves included. */
export type Measure = "month" | "horizon";

/**
 * One question asked many times: what does each alternative cost when some variables have other values?
 * The trees are built once, with every varied driver as an input; the same two answers serve every analysis.
 */
export type CostModel = {
  readonly study: Study;
  readonly measure: Measure;
  readonly horizon: Horizon | undefined;
  /** names of the variables that may vary */
  readonly varied: readonly string[];
  /** the exact cost of every alternative, in their order; undefined where it cannot carry the load */
  readonly exact: (values: Values) => readonly (Usd | undefined)[];
  /** the fast twin over columns of draws: Infinity where it cannot; rows that doubles cannot decide are priced exactly */
  readonly fast: FastCosts;
  /** bounds on all costs while one of the varied variables, not growth, runs over an interval and the others have the scenario's own values */
  readonly bounds: (variable: string) => CostBounds;
};

/**
 * @param varied names of variables (drivers, or names of scenario/variable-names) that `exact` and `fast` may be given
 * @param loops how the fast twin makes its loops; without `eval` when not stated
 */
export function costModel(
  scenario: Scenario,
  catalogue: Catalogue,
  varied: readonly string[],
  measure: Measure,
  loops?: LoopMaker,
): CostModel {
  const horizon = measure === "horizon" ? scenario.horizon : undefined;
  if (measure === "horizon" && !horizon)
    throw new ProblemError([
      {
        code: "missing-key",
        place: { file: scenario.file },
        message: "the scenario has no horizon",
        expected: "`horizon: { months: 36 }`",
      },
    ]);
  const workload = new Map(scenario.workload);
  for (const name of DRIVER_NAMES) if (varied.includes(name)) workload.set(name, driverValue(name, scenario.workload));
  const stated = { ...scenario, workload };
  const one = study(horizon ? withMovingDrivers(stated) : stated, catalogue);
  const signUpsStated = workload.has("signUpsPerMonth");
  const fast = fastCosts(one, varied, horizon, signUpsStated, loops);
  if (!horizon)
    return {
      study: one,
      measure,
      horizon,
      varied,
      exact: (values) => exactMonth(one, values),
      fast,
      bounds: (variable) => monthBounds(one, variable),
    };
  const followers = followersOf(scenario, varied);
  return {
    study: one,
    measure,
    horizon,
    varied,
    exact: (values) => exactHorizon(one, horizon, signUpsStated, followers.values(values)),
    fast: (draws, count, onProgress) => fast(followers.columns(draws), count, onProgress),
    bounds: (variable) => horizonBounds(one, variable, horizon, signUpsStated, followers.accountsPerUser),
  };
}

function exactMonth(one: Study, values: Values): readonly (Usd | undefined)[] {
  const { models, card, scenario } = variedStudy(one, values);
  return models.map((model) => {
    const made = bill(model, scenario.workload, card);
    return made.obstacles.length > 0 ? undefined : made.monthly;
  });
}

function exactHorizon(one: Study, horizon: Horizon, signUpsStated: boolean, values: Values): readonly (Usd | undefined)[] {
  const monthly = values.get(GROWTH);
  const grown: Horizon = monthly ? { ...horizon, growth: { kind: "compound", monthly } } : horizon;
  return horizonComparison(outlookOf(variedStudy(one, values), grown, signUpsStated)).costs.map((cost) =>
    cost.obstacle ? undefined : cost.presentValue,
  );
}
