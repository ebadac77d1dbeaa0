import { driverValue } from "../scenario/driver-value.js";
import { DRIVER_NAMES, DRIVERS } from "../scenario/drivers.js";
import type { DriverName } from "../scenario/driver-spec.js";
import { GROWTH_LIMITS, MONEY_LIMITS } from "../scenario/limits.js";
import type { Scenario } from "../scenario/scenario.js";
import { GROWTH } from "../scenario/variable-names.js";
import { type Decimal, decimal, largest, ONE, roundHalfUp, smallest, ZERO } from "../units/decimal.js";
import type { Measure } from "./cost-model.js";
import { costVariables, hourVariable } from "./flip-variables.js";
import type { Ranged } from "./ranged-variables.js";
import { driverVariable, type Variable } from "./variables.js";

/** What is taken for granted where a scenario states nothing uncertain: every driver, cost by hand, hour and growth, so much less and so much more. */
export type Assumed = {
  readonly variables: readonly Ranged[];
  /** at nothing, where so much less and so much more is still nothing */
  readonly idle: readonly string[];
};

/** Sign-ups that a scenario does not state follow from growth and churn over a horizon: no value of a month to move. */
function followsGrowth(name: DriverName, scenario: Scenario, measure: Measure): boolean {
  return measure === "horizon" && name === "signUpsPerMonth" && !scenario.workload.has(name);
}

type Bounds = { readonly low: Decimal; readonly high: Decimal };

/**
 * Each from (1 - spread) to (1 + spread) times its value; a share of the users by a fifth of the spread in points each way;
 * nothing beyond what the driver may be, counts in whole numbers. Every value between is taken to be as likely.
 * @param spread above 0, at most 1
 * @example assumedVariables(scenario, decimal("0.5"), "month") // mau 100,000: from 50,000 to 150,000; federatedShare 0: from 0 to 0.1
 */
export function assumedVariables(scenario: Scenario, spread: Decimal, measure: Measure): Assumed {
  const drivers = DRIVER_NAMES.filter((name) => !followsGrowth(name, scenario, measure)).map((name) =>
    within(driverVariable(name, scenario, { kind: "empirical", values: [] }), driverBounds(name, scenario, spread)),
  );
  const byHand = [...costVariables(scenario, measure), ...hourVariable(scenario, measure)].map((one) =>
    within({ name: one.name, kind: one.kind, label: one.label, unit: one.unit, base: one.base, ...MONEY_LIMITS }, around(one.base, spread)),
  );
  const growth = scenario.horizon?.growth;
  const grown =
    measure === "horizon" && growth?.kind === "compound"
      ? [
          within(
            { name: GROWTH, kind: "growth", label: "growth of users", unit: "part a month", base: growth.monthly, ...GROWTH_LIMITS },
            around(growth.monthly, spread),
          ),
        ]
      : [];
  const all = [...drivers, ...byHand, ...grown];
  return { variables: all.filter((one) => !isIdle(one)), idle: all.filter(isIdle).map((one) => one.name) };
}

function within(variable: Omit<Variable, "distribution" | "origin">, { low, high }: Bounds): Ranged {
  return { ...variable, distribution: { kind: "uniform", low, high }, low, high, origin: "assumed" };
}

const isIdle = ({ low, high }: Ranged): boolean => low.eq(high);

function around(base: Decimal, spread: Decimal): Bounds {
  const ends = [base.times(ONE.minus(spread)), base.times(ONE.plus(spread))] as const;
  return { low: smallest(ends), high: largest(ends) };
}

const POINTS = decimal("0.2");

function driverBounds(name: DriverName, scenario: Scenario, spread: Decimal): Bounds {
  const spec = DRIVERS[name];
  const base = driverValue(name, scenario.workload);
  const most = decimal(spec.most);
  if (isShare(name))
    return {
      low: largest([ZERO, base.minus(spread.times(POINTS))]),
      high: smallest([shareRoom(name, scenario), base.plus(spread.times(POINTS))]),
    };
  const { low, high } = around(base, spread);
  const counted = (value: Decimal): Decimal => (spec.integer ? roundHalfUp(value, 0) : value);
  return { low: counted(low), high: smallest([most, counted(high)]) };
}

/** A part of the users, as opposed to a ratio that happens to be below 1. */
export function isShare(name: DriverName): boolean {
  return DRIVERS[name].most === "1" && DRIVERS[name].per === undefined;
}

/** How far a share may go: federated and social users together are all users. */
export function shareRoom(name: DriverName, scenario: Scenario): Decimal {
  const other = name === "federatedShare" ? "socialShare" : name === "socialShare" ? "federatedShare" : undefined;
  return other === undefined ? ONE : ONE.minus(driverValue(other, scenario.workload));
}
