import type { Catalogue } from "../prices/price-file.js";
import type { Scenario } from "../scenario/scenario.js";
import { type FlipConditions, flipConditions } from "./flip-conditions.js";
import { judgeOf } from "./judge.js";
import { type LookAhead, lookAhead } from "./look-ahead.js";
import { cheapestOverUsers, type OverUsers } from "./cheapest-over-users.js";
import { type Recommendation, recommend } from "./recommend.js";
import { allSteps, partOf, type Steps } from "./steps.js";
import { type Study, study } from "./study.js";

/** The choice with everything that would flip it. */
export type Advice = {
  readonly study: Study;
  readonly recommendation: Recommendation;
  readonly flips: FlipConditions;
  /** who is cheapest in a month at every user count */
  readonly overUsers: OverUsers;
  /** the horizon, with the best change on the way, worked out when asked for; undefined when the scenario looks at one month */
  readonly ahead: (() => LookAhead) | undefined;
};

/** @throws ProblemError with every unknown name and every missing price */
export const advise = (scenario: Scenario, catalogue: Catalogue): Advice => allSteps(advising(scenario, catalogue));

/** The same in steps, each yielding the share that is done. */
export function* advising(scenario: Scenario, catalogue: Catalogue): Steps<Advice> {
  const one = study(scenario, catalogue);
  const judge = judgeOf(scenario, catalogue, one);
  yield 0;
  const recommendation = recommend(one, judge);
  yield 0.05;
  const flips = yield* partOf(0.05, 0.9, flipConditions(scenario, catalogue, one, judge, recommendation));
  const overUsers = cheapestOverUsers(one);
  yield 0.95;
  return { study: one, recommendation, flips, overUsers, ahead: scenario.horizon && (() => lookAhead(scenario, catalogue)) };
}
