import type { Catalogue } from "../prices/price-file.js";
import { ProblemError } from "../problems/problem.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Decimal, plain, roundHalfUp } from "../units/decimal.js";
import { assumedVariables } from "./assumed-variables.js";
import type { Measure } from "./cost-model.js";
import { OVER_TIME, paidRates } from "./paid-rates.js";
import { reaching, withEveryDriver } from "./reach.js";
import { study } from "./study.js";
import { uncertainVariables, type Variable } from "./variables.js";

/** A variable that a simulation draws. */
export type SimulatedVariable = Omit<Variable, "origin"> & {
  /** "assumed": the caller's spread, where nobody stated a belief */
  readonly origin: Variable["origin"] | "assumed";
  /** false where no alternative's cost depends on it */
  readonly reaches: boolean;
};

/**
 * What a simulation draws: what the scenario holds uncertain, prices whose sources give a range, and, where the caller asks for a
 * spread, everything else that reaches a cost, so much less and so much more.
 * @throws ProblemError for an uncertain rate that no alternative uses, and where nothing is uncertain
 */
export function simulatedVariables(
  scenario: Scenario,
  catalogue: Catalogue,
  measure: Measure,
  spread: Decimal | undefined,
): readonly SimulatedVariable[] {
  const one = study(scenario, catalogue);
  const open = study(withEveryDriver(scenario), catalogue);
  const reached = new Set([...(measure === "horizon" ? OVER_TIME : []), ...open.models.flatMap((model) => [...reaching(model, measure)])]);
  const known = uncertainVariables(scenario, one.models, one.card);
  const assumed = (spread ? assumedVariables(scenario, spread, measure).variables : []).filter(
    ({ name }) => reached.has(name) && !followsGrowth(name, scenario, measure) && !known.some((variable) => variable.name === name),
  );
  const paid = paidRates(open, open.models, new Set([...known, ...assumed].map(({ name }) => name)), measure);
  const reaches = ({ name, kind }: Pick<Variable, "name" | "kind">): boolean => (kind === "rate" ? paid : reached).has(name);
  const all = [...known.filter((variable) => variable.origin === "stated" || reaches(variable)), ...assumed].map(
    (variable): SimulatedVariable => ({ ...variable, reaches: reaches(variable) }),
  );
  if (all.length === 0) throw nothingUncertain(scenario);
  return all;
}

/** Sign-ups that a scenario does not state follow from growth and churn over a horizon; a spread around the month's default would replace that. */
function followsGrowth(name: string, scenario: Scenario, measure: Measure): boolean {
  return measure === "horizon" && name === "signUpsPerMonth" && !scenario.workload.has("signUpsPerMonth");
}

function nothingUncertain(scenario: Scenario): ProblemError {
  const mau = scenario.workload.get("mau");
  const [low, mode, high] = mau?.gt(1) ? [roundHalfUp(mau.div(2), 0), mau, mau.times(2)].map(plain) : ["500", "1000", "2000"];
  return new ProblemError([
    {
      code: "missing-key",
      place: { file: scenario.file },
      message: "nothing is uncertain here, so all draws would be the same",
      expected: `\`uncertainty: { drivers: { mau: { triangular: [${low}, ${mode}, ${high}] } } }\` or other values that are not known`,
      hint: "or assume that everything may be so much less or more: --spread 0.2",
    },
  ]);
}
