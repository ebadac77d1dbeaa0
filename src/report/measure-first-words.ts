import type { Simulation } from "../analysis/simulate.js";
import { dollars, EQUAL, percentText, plusMinus, spanText, titleAt } from "./draw-words.js";
import { variableSubject } from "./variable-words.js";

/** What knowing everything would be worth, and each variable by itself. */
export function measureSentences(one: Simulation): readonly string[] {
  const found = one.measureFirst;
  if (!found) return [];
  const { perfect } = found;
  const title = titleAt(one, found.choice);
  if (one.outcomes.length === 1) return ["With one alternative there is nothing to choose, and no measurement changes that."];
  if (perfect.value < EQUAL)
    return [
      `Nothing is cheaper than ${title} in any draw${found.skipped > 0 ? " in which it is possible" : ""}: no measurement would change the choice.`,
    ];
  const label = (name: string): string =>
    one.variables
      .filter((variable) => variable.name === name)
      .map(variableSubject)
      .join();
  const worth = found.variables.filter((variable) => variable.distinguishable);
  const idle = new Set(one.variables.filter((variable) => !variable.reaches).map((variable) => variable.name));
  const rest = found.variables.filter((variable) => !variable.distinguishable && !idle.has(variable.name));
  return [
    `Knowing everything before the choice would save ${dollars(perfect.value)} ${spanText(one)} on average (${plusMinus(perfect.standardError)}), against always taking ${title}.`,
    ...worth.map(
      (variable) =>
        `Measuring ${label(variable.name)} is worth at most ${dollars(variable.value)} ${spanText(one)} (${plusMinus(variable.standardError)}).`,
    ),
    ...(rest.length > 0 ? [`Not distinguishable from nothing: ${rest.map((variable) => label(variable.name)).join(", ")}.`] : []),
    ...(one.study.scenario.uncertainty.correlations.length > 0 ? ["What is correlated with others tells of those as well."] : []),
    ...(found.skipped > 0
      ? [`${percentText(found.skipped / one.draws)} of the draws are not counted here: ${title} is not possible in them.`]
      : []),
  ];
}
