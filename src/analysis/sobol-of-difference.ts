import type { Catalogue } from "../prices/price-file.js";
import type { Scenario } from "../scenario/scenario.js";
import { isShare, shareRoom } from "./assumed-variables.js";
import { costModel, type Measure } from "./cost-model.js";
import { fastDifference } from "./difference.js";
import { lowerShares } from "./drawing.js";
import type { Leaders } from "./leaders.js";
import type { Ranged } from "./ranged-variables.js";
import type { Steps } from "./steps.js";
import { quantileOf } from "./statistics/correlated-draws.js";
import { type Evaluate, evaluationsOf, type SobolIndices, sobolSteps } from "./statistics/sobol.js";

export type SobolOfDifference = SobolIndices & {
  /** rows of the base sample that were asked for, and where the draws begin */
  readonly draws: number;
  readonly seed: number;
  /** costs of both leaders that were worked out */
  readonly evaluations: number;
};

type Options = { readonly draws: number; readonly seed: number };

/**
 * Which part of the difference's variance each variable explains, all of them drawn at once and independently: correlations are not counted.
 * Rows in which one of the two cannot carry the load have no difference and are left out.
 */
export function* sobolOfDifference(
  scenario: Scenario,
  catalogue: Catalogue,
  variables: readonly Ranged[],
  leaders: Leaders,
  measure: Measure,
  options: Options,
): Steps<SobolOfDifference | undefined> {
  if (variables.length === 0) return undefined;
  const { draws, seed } = options;
  const names = variables.map((variable) => variable.name);
  const model = costModel(scenario, catalogue, names, measure);
  const evaluate: Evaluate = (columns, count, out) => {
    const drawn = new Map(names.map((name, place) => [name, columns[place] ?? new Float64Array(count)]));
    out.set(fastDifference(model, leaders, withinAllUsers(drawn), count));
  };
  const drawn = variables.map((variable) => ({
    name: variable.name,
    quantile: quantileOf({ ...variable, most: mostOf(variable, scenario, names) }),
  }));
  return { ...(yield* sobolSteps(evaluate, drawn, draws, seed)), draws, seed, evaluations: evaluationsOf(names.length, draws) };
}

/** A share goes as far as the stated other one leaves room; where both are drawn, `withinAllUsers` sees to it. */
function mostOf(variable: Ranged, scenario: Scenario, names: readonly string[]): number {
  const { name } = variable;
  if (name !== "federatedShare" && name !== "socialShare") return variable.most;
  const both = names.includes("federatedShare") && names.includes("socialShare");
  return isShare(name) && !both ? shareRoom(name, scenario).toNumber() : variable.most;
}

/** Federated and social users together are at most all users: what is too much is taken off both, as in a simulation. */
function withinAllUsers(drawn: ReadonlyMap<string, Float64Array>): ReadonlyMap<string, Float64Array> {
  const [federated, social] = [drawn.get("federatedShare")?.slice(), drawn.get("socialShare")?.slice()];
  if (!federated || !social) return drawn;
  lowerShares(federated, social);
  return new Map(drawn).set("federatedShare", federated).set("socialShare", social);
}
