import type { AlternativeModel } from "../engine/model.js";
import { DRIVER_NAMES } from "../scenario/drivers.js";
import type { Scenario } from "../scenario/scenario.js";
import { GROWTH, HOURLY_RATE } from "../scenario/variable-names.js";
import { type Decimal, decimal, fromDouble, largest, roundHalfUp, smallest } from "../units/decimal.js";
import { assumedVariables, isShare, shareRoom } from "./assumed-variables.js";
import type { Measure } from "./cost-model.js";
import { paidRates } from "./paid-rates.js";
import { reaching } from "./reach.js";
import { quantileFunction } from "./statistics/quantile-function.js";
import type { Study } from "./study.js";
import { uncertainVariables, type Variable } from "./variables.js";

/** A variable with the two values that it is moved to. */
export type Ranged = Omit<Variable, "origin"> & {
  readonly low: Decimal;
  readonly high: Decimal;
  /** "assumed" where nobody stated a range and the spread stands in for it */
  readonly origin: Variable["origin"] | "assumed";
};

export type RangedVariables = {
  readonly variables: readonly Ranged[];
  /** what the scenario holds uncertain, or could have, and reaches neither bill */
  readonly unreached: readonly string[];
  /** at nothing, so that a spread leaves them there */
  readonly idle: readonly string[];
  /** the spread where it was used */
  readonly spread: Decimal | undefined;
};

/** From half to one and a half times the value. */
export const DEFAULT_SPREAD = decimal("0.5");

/**
 * What may move the difference between some alternatives, and how far. What the scenario holds uncertain goes from its P10 to its P90,
 * and so does a price whose source gives a range. Everything else is moved by a spread: where the scenario states nothing uncertain, or a spread is asked for.
 * @param one a study of the scenario `withEveryDriver`
 * @throws ProblemError for an uncertain rate that no alternative uses
 */
export function rangedVariables(
  scenario: Scenario,
  one: Study,
  among: readonly AlternativeModel[],
  measure: Measure,
  spread: Decimal | undefined,
): RangedVariables {
  const stated = uncertainVariables(scenario, one.models, one.card).map(
    (variable): Ranged => ({ ...variable, ...tenths(variable, scenario) }),
  );
  const used = spread ?? (stated.some((variable) => variable.origin === "stated") ? undefined : DEFAULT_SPREAD);
  const assumed = used ? assumedVariables(scenario, used, measure) : { variables: [], idle: [] };
  const stands = new Set(stated.map((variable) => variable.name));
  const all = [...stated, ...assumed.variables.filter((variable) => !stands.has(variable.name))];
  const paid = paidRates(one, among, new Set(all.map((variable) => variable.name)), measure);
  // A price that its source gives a range for is of no interest where nothing of it is bought.
  const known = all.filter((variable) => variable.origin !== "source" || paid.has(variable.name));
  const reached = new Set(among.flatMap((model) => [...reaching(model, measure)]));
  if (measure === "horizon") for (const name of alwaysOverTime(scenario)) reached.add(name);
  return {
    variables: known.filter((variable) => reached.has(variable.name)),
    spread: used,
    unreached: known.filter((variable) => !reached.has(variable.name)).map((variable) => variable.name),
    idle: assumed.idle.filter((name) => reached.has(name) && !stands.has(name)),
  };
}

/** Growth, users and what a move of users depends on reach every alternative over a horizon. */
function alwaysOverTime(scenario: Scenario): readonly string[] {
  return [GROWTH, "mau", ...(scenario.migration.from === undefined ? [] : ["registeredUsers", "passwordResetsPerMau", HOURLY_RATE])];
}

const TENTH = 0.1;
/** What is shown is what is priced: ends are cut to so many digits. */
const DIGITS = 4;

/** The values that one in ten stays below and one in ten exceeds. */
function tenths(variable: Variable, scenario: Scenario): Pick<Ranged, "low" | "high"> {
  const quantile = quantileFunction(variable.distribution);
  const driver = DRIVER_NAMES.find((name) => name === variable.name);
  const most = driver && isShare(driver) ? shareRoom(driver, scenario) : fromDouble(variable.most);
  const end = (share: number): Decimal => {
    const value = largest([fromDouble(variable.least), smallest([most, fromDouble(quantile(share))])]);
    return variable.integer ? roundHalfUp(value, 0) : value.toSignificantDigits(DIGITS);
  };
  return { low: end(TENTH), high: end(1 - TENTH) };
}
