import type { DrawnValues, Simulation } from "../analysis/simulate.js";
import { hasPriorities } from "../analysis/decide.js";
import { convergence } from "../analysis/statistics/convergence.js";
import { decimal, fromDouble, whole } from "../units/decimal.js";
import { formatNumber } from "../units/format.js";
import { count, dollars, percentText, spanText, titleAt, unitText } from "./draw-words.js";
import { variableSubject } from "./variable-words.js";

/** "20,000 draws (seed 1) of 6 uncertain values, the same for every alternative; dollars a month." */
export function basisSentence(one: Simulation): string {
  const values = one.variables.length;
  return `${count(one.draws)} draws (seed ${one.seed}) of ${count(values)} uncertain ${values === 1 ? "value" : "values"}, the same for every alternative; ${unitText(one)}.`;
}

/** Who is cheapest how often, what that costs, and whether another one costs less on average. */
export function answerSentence(one: Simulation): string {
  const { alternatives, draws } = one.choice;
  const best = alternatives.reduce((found, { cheapest }, place) => (cheapest > (alternatives[found]?.cheapest ?? 0) ? place : found), 0);
  const { cheapest = 0, infeasible = 0 } = alternatives[best] ?? {};
  const summary = one.outcomes[best]?.summary;
  if (!summary || cheapest === 0) return "None of the alternatives can carry the load in any draw.";
  const range =
    summary.p10 === summary.p90
      ? `${dollars(summary.p10)} ${spanText(one)}`
      : `${dollars(summary.p10)} to ${dollars(summary.p90)} ${spanText(one)} in eight of ten`;
  const where = infeasible > 0 ? ", where it is possible" : "";
  if (alternatives.length === 1)
    return `${titleAt(one, best)}, the only alternative, costs ${range}${summary.p10 === summary.p90 ? "" : " draws"}${infeasible > 0 ? `; it is not possible in ${percentText(infeasible / draws)} of them` : ""}.`;
  const average = one.measureFirst === undefined || one.measureFirst.choice === best ? "" : averageText(one, one.measureFirst.choice, best);
  return `${titleAt(one, best)} is the cheapest in ${percentText(cheapest)} of the draws and costs ${range}${where}.${average}`;
}

/** Means of two compare over the draws in which both are possible; over others they would compare an easier load with a harder one. */
function averageText(one: Simulation, place: number, best: number): string {
  const last = convergence(one.samples.costs, [place, best])?.checkpoints.at(-1);
  if (last === undefined || last.meanDifference <= 0) return "";
  const both = last.draws < one.draws ? ` in the ${percentText(last.draws / one.draws)} of the draws in which both are possible` : "";
  return ` On average ${titleAt(one, place)} costs less${both}: ${dollars(last.first)} against ${dollars(last.second)}.`;
}

/** That the fast prices are the exact ones. */
export function checkSentence(one: Simulation): string {
  const { repriced, refused } = one;
  const largest = repriced.largest < 1e-9 ? "less than a billionth of a dollar" : `$${formatNumber(fromDouble(repriced.largest), 9)}`;
  const exact =
    refused === 0
      ? ""
      : ` ${count(refused)} single ${refused === 1 ? "price" : "prices"} too near a step for fast arithmetic ${refused === 1 ? "was" : "were"} exact from the start.`;
  return `${count(repriced.draws)} draws were priced again exactly; the largest difference was ${largest}.${exact}`;
}

/** What a reader of the figures should know about how they came about. */
export function caveats(one: Simulation): readonly string[] {
  const { spread, variables, choice, sharesLowered, study } = one;
  const names = (those: readonly DrawnValues[]): string => those.map(variableSubject).join(", ");
  const [assumed, idle] = [
    variables.filter((variable) => variable.origin === "assumed"),
    variables.filter((variable) => !variable.reaches),
  ];
  const once = idle.filter(({ unit }) => one.measure === "month" && unit.endsWith(" once"));
  const beside = variables.filter(
    ({ base, drawn, origin, reaches }) =>
      drawn !== undefined && origin === "stated" && reaches && (base.lt(fromDouble(drawn.p10)) || base.gt(fromDouble(drawn.p90))),
  );
  return [
    ...(assumed.length > 0
      ? [
          `Assumed by the caller, not known: ${names(assumed)} may each be ${formatNumber((spread ?? decimal("0")).times(whole(100)))} % less or more (shares of users: a fifth of that in points), every value between as likely.`,
        ]
      : []),
    ...(beside.length > 0 ? [`The value that the scenario counts with lies outside what eight of ten draws span: ${names(beside)}.`] : []),
    ...(once.length > 0 ? [`Paid once, so no part of a month: ${names(once)}. A horizon counts it.`] : []),
    ...(idle.length > once.length
      ? [`No alternative's cost depends on: ${names(idle.filter((variable) => !once.includes(variable)))}.`]
      : []),
    ...variables
      .filter(({ clamped }) => clamped > 0)
      .map(
        (variable) =>
          `${count(variable.clamped)} draws of ${variableSubject(variable)} lay beyond what it may be and were taken back to that bound.`,
      ),
    ...(sharesLowered > 0
      ? [`In ${count(sharesLowered)} draws federatedShare and socialShare came to more than all users; both were lowered in proportion.`]
      : []),
    ...tieSentences(one),
    ...(choice.nonePossible > 0
      ? [`In ${percentText(choice.nonePossible / choice.draws)} of the draws none of the alternatives can carry the load.`]
      : []),
    ...(hasPriorities(study.scenario.decision) ? ["By cost alone: the scenario's priorities are not part of these figures."] : []),
  ];
}

/** Ties, and whom the table would have set behind another that costs the same. */
function tieSentences(one: Simulation): readonly string[] {
  const { tied, draws, alternatives } = one.choice;
  const behind = alternatives.flatMap(({ cheapest, cheapestOrTied }, place) =>
    cheapestOrTied > cheapest ? [`${titleAt(one, place)} ${percentText(cheapestOrTied)}`] : [],
  );
  return tied === 0
    ? []
    : [
        `In ${percentText(tied / draws)} of the draws two or more cost the same and nothing costs less; the one named first counts as the cheapest there. With ties counted for each: ${behind.join(", ")}.`,
      ];
}
