import { isShare } from "../analysis/assumed-variables.js";
import type { Measure } from "../analysis/cost-model.js";
import type { Cell } from "./report-doc.js";
import type { Ranged } from "../analysis/ranged-variables.js";
import { DRIVER_NAMES, DRIVERS } from "../scenario/drivers.js";
import { type Decimal, ONE } from "../units/decimal.js";
import { formatNumber, formatUsd } from "../units/format.js";

export type Told = Pick<Ranged, "name" | "kind" | "label" | "unit">;

/** What the variable is called in tables and charts; a cost keeps the scenario's own words. */
export function variableName({ kind, label }: Pick<Told, "kind" | "label">): string {
  return kind === "cost" ? `“${label}”` : label;
}

/** The same inside a sentence. */
export function variableSubject(variable: Pick<Told, "kind" | "label">): string {
  return variable.kind === "rate" || variable.kind === "growth" ? `the ${variableName(variable)}` : variableName(variable);
}

/** A cell that names a variable; the name that scenario files and scripts use is its exact value. */
export function variableCell(variable: Pick<Told, "name" | "kind" | "label">): Cell {
  return { text: variableName(variable), ...(variable.kind === "driver" ? { exact: variable.name } : {}) };
}

/** "In a scenario: mau is active users, …": the drivers among the variables of a table. */
export function scenarioNames(variables: readonly Pick<Told, "name" | "kind" | "label">[]): string | undefined {
  const drivers = variables.filter((variable) => variable.kind === "driver");
  return drivers.length === 0 ? undefined : `In a scenario: ${drivers.map((driver) => `${driver.label} is ${driver.name}`).join(", ")}.`;
}

/** What a driver means, for those who meet its name for the first time. */
export function variableMeaning(variable: Told): string | undefined {
  const driver = DRIVER_NAMES.find((name) => variable.kind === "driver" && name === variable.name);
  return driver && `${driver}: ${DRIVERS[driver].meaning}`;
}

/** Values have six significant digits at most: none is lost. */
const PLACES = 12;

/** "100,000", "10 %", "$525.00", "200 hours", "× 0.9", "2 % a month" */
export function variableValue(variable: Told, value: Decimal): string {
  const percent = `${formatNumber(value.times(100), PLACES)} %`;
  switch (variable.kind) {
    case "driver":
      return DRIVER_NAMES.some((name) => name === variable.name && isShare(name)) ? percent : formatNumber(value, PLACES);
    case "growth":
      return `${percent} a month`;
    case "rate":
      return value.eq(ONE) ? "as listed" : `× ${formatNumber(value, PLACES)}`;
    case "cost":
    case "hourly-rate":
      return variable.unit.startsWith("hours")
        ? `${formatNumber(value, PLACES)} hours`
        : formatUsd(value, Math.max(2, Math.min(PLACES, value.decimalPlaces())));
    default:
      return variable.kind satisfies never;
  }
}

/** "dollars a month", "dollars of today over 36 months" */
export function measureDollars(measure: Measure, months: number): string {
  return measure === "month" ? "dollars a month" : `dollars of today over ${months} ${months === 1 ? "month" : "months"}`;
}

/** After an amount: "a month", "over 36 months, in dollars of today" */
export function measureSpan(measure: Measure, months: number): string {
  return measure === "month" ? "a month" : `over ${months} ${months === 1 ? "month" : "months"}, in dollars of today`;
}
