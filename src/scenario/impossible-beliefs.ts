import { type Problem, quoted } from "../problems/problem.js";
import { type Decimal, plain } from "../units/decimal.js";
import type { Distribution } from "./distribution.js";
import { driverLimits, GROWTH_LIMITS, LEVEL_LIMITS, type Limits, MONEY_LIMITS } from "./limits.js";
import type { Scenario } from "./scenario.js";

/**
 * Stated values of a distribution that its variable can never take, as a workload could not state them either. The tails of a
 * normal or lognormal distribution may reach beyond: a simulation takes such draws back and says how many.
 */
export function impossibleBeliefs({ uncertainty, place }: Scenario): readonly Problem[] {
  const { drivers, costs, rates, hourlyRate, growth } = uncertainty;
  return [
    ...[...drivers].flatMap(([name, one]) => impossible(one, driverLimits(name), name, ["drivers", name], place)),
    ...(hourlyRate ? impossible(hourlyRate, MONEY_LIMITS, "hourlyRate", ["hourlyRate"], place) : []),
    ...[...costs].flatMap(([name, one]) => impossible(one, MONEY_LIMITS, name, ["costs", name], place)),
    ...[...rates].flatMap(([name, one]) => impossible(one, LEVEL_LIMITS, name, ["rates", name], place)),
    ...(growth ? impossible(growth, GROWTH_LIMITS, "growth", ["growth"], place) : []),
  ];
}

function impossible(
  belief: Distribution,
  limits: Limits,
  name: string,
  path: readonly PropertyKey[],
  place: Scenario["place"],
): readonly Problem[] {
  return statedValues(belief).flatMap(({ value, at, counted }): Problem[] => {
    const there = ["uncertainty", ...path, belief.kind, ...at];
    const where = belief.kind === "discrete" ? place(there, "key") : place(there);
    if (value.lt(limits.least) || value.gt(limits.most))
      return [
        {
          code: "out-of-range",
          place: where,
          message: `${quoted(name)} can never be that`,
          found: plain(value),
          expected: `${limits.least} to ${limits.most}`,
        },
      ];
    return counted && limits.integer && !value.isInteger()
      ? [{ code: "out-of-range", place: where, message: `${quoted(name)} is counted in whole numbers`, found: plain(value) }]
      : [];
  });
}

/** A value that must be possible, where it stands, and whether draws are this very value. */
type Stated = { readonly value: Decimal; readonly at: readonly PropertyKey[]; readonly counted: boolean };

function statedValues(belief: Distribution): readonly Stated[] {
  const end = (value: Decimal, ...at: readonly PropertyKey[]): Stated => ({ value, at, counted: false });
  switch (belief.kind) {
    case "triangular":
      return [end(belief.low, 0), end(belief.high, 2)];
    case "uniform":
      return [end(belief.low, 0), end(belief.high, 1)];
    case "normal":
      return [end(belief.mean, "mean")];
    case "lognormal":
      return [end(belief.p10, "p10")];
    case "beta":
      return [end(belief.low, "low"), end(belief.high, "high")];
    case "discrete":
      return belief.outcomes.map(({ value }) => ({ value, at: [plain(value)], counted: true }));
    case "empirical":
      return belief.values.map((value, index) => ({ value, at: [index], counted: true }));
    default:
      return belief satisfies never;
  }
}
