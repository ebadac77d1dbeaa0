import type { DrawnValues, Simulation } from "../analysis/simulate.js";
import { hasPriorities } from "../analysis/decide.js";
import { convergence } from "../analysis/statistics/convergence.js";
import { decimal, fromDouble, plain, whole } from "../units/decimal.js";
import { formatNumber, formatUsdShort } from "../units/format.js";
import { variableSubject } from "./variable-words.js";

/** The normal score of 97.5 %. */
const TWO_SIDED = 1.959963984540054;

/** Dollars from draws: estimates, told as the tables tell amounts. */
export const dollars = (value: number): string => formatUsdShort(fromDouble(value));
/** "±$2.10": 95 in 100 such intervals hold the true value */
export function plusMinus(standardError: number): string {
  const width = dollars(TWO_SIDED * standardError);
  return standardError > 0 && width === dollars(0) ? "±<$0.01" : `±${width}`;
}

const count = (value: number): string => formatNumber(whole(value));

/** "62.1 %"; a part that would round to none or all says so. */
export function percentText(share: number): string {
  const percent = formatNumber(fromDouble(share).times(whole(100)), 1);
  if (percent === "0" && share > 0) return "<0.1 %";
  return percent === "100" && share < 1 ? ">99.9 %" : `${percent} %`;
}

/** "a month", "over 36 months" */
export const spanText = (one: Simulation): string =>
  one.measure === "month" ? "a month" : `over ${count(one.months)} ${one.months === 1 ? "month" : "months"}`;

/** "dollars a month"; over a horizon all costs once are in it. */
export function unitText(one: Simulation): string {
  const discounted = one.study.scenario.horizon?.discountRate.isZero() === false;
  return one.measure === "month"
    ? "dollars a month"
    : `dollars ${discounted ? "of today " : ""}${spanText(one)}, all one-off costs included`;
}

const titleAt = (one: Simulation, place: number): string => one.outcomes[place]?.model.title ?? "";

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

/** Whether the draws suffice: for the shares, and for which of two costs less on average. */
export function convergenceSentences(one: Simulation): readonly string[] {
  const shares = shareSentences(one);
  const found = one.convergence;
  if (!found) return shares;
  const [first, second] = [titleAt(one, found.first), titleAt(one, found.second)];
  const both = found.draws < one.draws;
  if (Math.abs(found.meanDifference) + found.halfWidth < EQUAL)
    return [...shares, `${first} and ${second} cost the same in every draw${both ? " in which both are possible" : ""}.`];
  const among = both
    ? `In the ${percentText(found.draws / one.draws)} of the draws in which both are possible, ${second} costs on average`
    : `On average ${second} costs`;
  const difference = `${among} ${dollars(Math.abs(found.meanDifference))} ${found.meanDifference < 0 ? "less" : "more"} than ${first}, ${plusMinus(found.standardError)}`;
  return [
    ...shares,
    found.settled
      ? `${difference}: the draws settle which of the two is cheaper on average.`
      : `${difference}: the draws do not settle which of the two is cheaper on average${moreDraws(one.draws * found.shareOfDifference * found.shareOfDifference)}.`,
  ];
}

/** Dollars that doubles may be apart by. */
const EQUAL = 1e-8;
/** In 95 of 100 cases something that happens in less than this part of draws has been seen after `draws` of them. */
const unseen = (draws: number): number => 3 / draws;

/** How far chance moves the shares; where every draw agrees, how sure that makes it. */
function shareSentences(one: Simulation): readonly string[] {
  const { alternatives, draws, tied } = one.choice;
  const error = Math.max(...alternatives.map((alternative) => alternative.cheapestStandardError));
  if (error > 0) return [`The shares are within ±${formatNumber(fromDouble(TWO_SIDED * error * 100), 2)} points (95 % confidence).`];
  if (alternatives.length < 2 || tied === draws || !alternatives.some(({ cheapest }) => cheapest === 1)) return [];
  return [
    `All ${count(draws)} draws agree: another is cheaper in less than ${plain(fromDouble(100 * unseen(draws)).toSignificantDigits(2))} % of all cases (95 % confidence), if these beliefs are right.`,
  ];
}

const MOST_DRAWS = 10_000_000;

function moreDraws(needed: number): string {
  if (!(needed <= MOST_DRAWS)) return `, nor would ${count(MOST_DRAWS)}: the difference is too small beside the uncertainty`;
  return `; about ${formatNumber(fromDouble(Math.ceil(needed)).toSignificantDigits(2))} would`;
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
