import type { Advice } from "../analysis/advice.js";
import type { FlipCondition } from "../analysis/flip-conditions.js";
import type { FlipVariable } from "../analysis/flip-variables.js";
import { type Decimal, ONE } from "../units/decimal.js";
import { formatNumber, formatUsd } from "../units/format.js";
import { scenarioNames, variableSubject, variableValue } from "./variable-words.js";

export const titlesOf =
  (advice: Advice) =>
  (id: string | undefined): string =>
    id === undefined ? "none of the alternatives" : (advice.study.models.find((model) => model.id === id)?.title ?? id);

/** "$482.33 a month", "4.57 %", "8.7 % above the listed price" */
export function valueText(variable: FlipVariable, value: Decimal): string {
  switch (variable.kind) {
    case "driver":
      return variableValue(variable, value);
    case "rate": {
      const percent = formatNumber(value.minus(ONE).times(100).abs(), 1);
      return value.eq(ONE) ? "the listed price" : `${percent} % ${value.gt(ONE) ? "above" : "below"} the listed price`;
    }
    case "cost":
    case "hourly-rate": {
      const [dollars, rest] = [variable.unit.startsWith("dollars"), variable.unit.replace(/^(?:dollars|hours)/, "").trim()];
      return `${dollars ? formatUsd(value, Math.max(2, value.decimalPlaces())) : `${formatNumber(value)} hours`} ${rest}`.trim();
    }
    default:
      return variable.kind satisfies never;
  }
}

/** "Own DynamoDB, with company sign-in at 4.57 % or more (now 0 %)" */
export function flipText(condition: FlipCondition, titleOf: (id: string | undefined) => string, choice: string): string {
  const { variable, direction, at } = condition;
  const bound =
    variable.kind === "rate" && !at.eq(ONE)
      ? `at ${valueText(variable, at)}, or ${at.gt(ONE) === (direction === "above") ? "more" : "less"}`
      : `at ${valueText(variable, at)} or ${direction === "above" ? "more" : "less"}`;
  const now = variable.kind === "rate" ? "" : ` (now ${valueText(variable, variable.base)})`;
  const why = condition.reason === "limit" ? `, where ${choice} cannot carry the load` : "";
  return `${titleOf(condition.to)}, with ${variableSubject(variable)} ${bound}${now}${why}`;
}

export function flipLines(advice: Advice): readonly string[] {
  const title = titlesOf(advice);
  return [
    ...advice.recommendation.flipTexts,
    ...advice.flips.conditions.map((condition) => flipText(condition, title, title(advice.recommendation.choice))),
  ];
}

/** "In a scenario: token refreshes per user is tokenRefreshesPerMau, …": the drivers that flip the choice. */
export const flipNames = (advice: Advice): string | undefined => scenarioNames(advice.flips.conditions.map((one) => one.variable));
