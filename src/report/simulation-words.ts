import type { DrawnValues, Simulation } from "../analysis/simulate.js";
import { hasPriorities } from "../analysis/decide.js";
import { decimal, fromDouble, whole } from "../units/decimal.js";
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
export const spanText = (one: Simulation): string => (one.measure === "month" ? "a month" : `over ${count(one.months)} ${one.months === 1 ? "month" : "months"}`);

/** "dollars a month"; over a horizon all costs once are in it. */
export function unitText(one: Simulation): string {
  const discounted = one.study.scenario.horizon?.discountRate.isZero() === false;
  return one.measure === "month" ? "dollars a month" : `dollars ${discounted ? "of today " : ""}${spanText(one)}, all one-off costs included`;
}

const titleAt = (one: Simulation, place: number): string => one.outcomes[place]?.model.title ?? "";

/** "20,000 draws (seed 1) of 6 uncertain values, the same for every alternative; dollars a month." */
export function basisSentence(one: Simulation): string {
  const values = one.variables.length;
  return `${count(one.draws)} draws (seed ${one.seed}) of ${count(values)} uncertain ${values === 1 ? "value" : "values"}, the same for every alternative; ${unitText(one)}.`;
}

/** Who is cheapest how often, what that costs, and whether another one costs less on average. */
export function answerSentence(one: Simulation): string {
  const shares = one.choice.alternatives.map((alternative) => alternative.cheapest);
  const best = shares.reduce((found, share, place) => (share > (shares[found] ?? 0) ? place : found), 0);
  const summary = one.outcomes[best]?.summary;
  if (!summary || (shares[best] ?? 0) === 0) return "None of the alternatives can carry the load in any draw.";
  const range = summary.p10 === summary.p90 ? `${dollars(summary.p10)} ${spanText(one)}` : `${dollars(summary.p10)} to ${dollars(summary.p90)} ${spanText(one)} in eight of ten`;
  const average = one.measureFirst === undefined || one.measureFirst.choice === best ? "" : averageText(one, one.measureFirst.choice, summary.mean);
  return `${titleAt(one, best)} is the cheapest in ${percentText(shares[best] ?? 0)} of the draws and costs ${range}.${average}`;
}

function averageText(one: Simulation, place: number, other: number): string {
  const mean = one.outcomes[place]?.summary?.mean;
  return mean === undefined ? "" : ` On average ${titleAt(one, place)} costs least: ${dollars(mean)} against ${dollars(other)}.`;
}

/** Whether the draws suffice: for the shares, and for which of two costs less on average. */
export function convergenceSentences(one: Simulation): readonly string[] {
  const error = Math.max(...one.choice.alternatives.map((alternative) => alternative.cheapestStandardError));
  const shares = error === 0 ? [] : [`The shares are within ±${formatNumber(fromDouble(TWO_SIDED * error * 100), 2)} points (95 % confidence).`];
  const found = one.convergence;
  if (!found) return shares;
  const [first, second] = [titleAt(one, found.first), titleAt(one, found.second)];
  if (found.meanDifference === 0 && found.halfWidth === 0) return [...shares, `${first} and ${second} cost the same in every draw.`];
  const difference = `On average ${second} costs ${dollars(Math.abs(found.meanDifference))} ${found.meanDifference < 0 ? "less" : "more"} than ${first}, ${plusMinus(found.standardError)}`;
  return [...shares, found.settled ? `${difference}: the draws settle which of the two is cheaper on average.` : `${difference}: the draws do not settle which of the two is cheaper on average${moreDraws(one.draws * found.shareOfDifference * found.shareOfDifference)}.`];
}

const MOST_DRAWS = 10_000_000;

function moreDraws(needed: number): string {
  if (!(needed <= MOST_DRAWS)) return "; the difference is too small to matter";
  return `; about ${formatNumber(fromDouble(Math.ceil(needed)).toSignificantDigits(2))} would`;
}

/** That the fast prices are the exact ones. */
export function checkSentence(one: Simulation): string {
  const { repriced, refused } = one;
  const largest = repriced.largest < 1e-9 ? "less than a billionth of a dollar" : `$${formatNumber(fromDouble(repriced.largest), 9)}`;
  const exact = refused === 0 ? "" : ` ${count(refused)} single ${refused === 1 ? "price" : "prices"} too near a step for fast arithmetic ${refused === 1 ? "was" : "were"} exact from the start.`;
  return `${count(repriced.draws)} draws were priced again exactly; the largest difference was ${largest}.${exact}`;
}

/** What a reader of the figures should know about how they came about. */
export function caveats(one: Simulation): readonly string[] {
  const { spread, variables, choice, sharesLowered, study } = one;
  const names = (those: readonly DrawnValues[]): string => those.map(variableSubject).join(", ");
  const [assumed, idle] = [variables.filter((variable) => variable.origin === "assumed"), variables.filter((variable) => !variable.reaches)];
  const once = idle.filter(({ unit }) => one.measure === "month" && unit.endsWith(" once"));
  const beside = variables.filter(({ base, drawn, origin, reaches }) => drawn !== undefined && origin === "stated" && reaches && (base.lt(fromDouble(drawn.p10)) || base.gt(fromDouble(drawn.p90))));
  return [
    ...(assumed.length > 0 ? [`Assumed by the caller, not known: ${names(assumed)} may each be ${formatNumber((spread ?? decimal("0")).times(whole(100)))} % less or more (shares of users: a fifth of that in points), every value between as likely.`] : []),
    ...(beside.length > 0 ? [`The value that the scenario counts with lies outside what eight of ten draws span: ${names(beside)}.`] : []),
    ...(once.length > 0 ? [`Paid once, so no part of a month: ${names(once)}. A horizon counts it.`] : []),
    ...(idle.length > once.length ? [`No alternative's cost depends on: ${names(idle.filter((variable) => !once.includes(variable)))}.`] : []),
    ...variables.filter(({ clamped }) => clamped > 0).map((variable) => `${count(variable.clamped)} draws of ${variableSubject(variable)} lay beyond what it may be and were taken back to that bound.`),
    ...(sharesLowered > 0 ? [`In ${count(sharesLowered)} draws federatedShare and socialShare came to more than all users; both were lowered in proportion.`] : []),
    ...(choice.nonePossible > 0 ? [`In ${percentText(choice.nonePossible / choice.draws)} of the draws none of the alternatives can carry the load.`] : []),
    ...(hasPriorities(study.scenario.decision) ? ["By cost alone: the scenario's priorities are not part of these figures."] : []),
  ];
}

/** What knowing everything would be worth, and each variable by itself. */
export function measureSentences(one: Simulation): readonly string[] {
  const found = one.measureFirst;
  if (!found) return [];
  const { perfect } = found;
  const title = titleAt(one, found.choice);
  if (perfect.value === 0) return [`${title} is the cheapest in every draw${found.skipped > 0 ? " in which it is possible" : ""}: no measurement would change the choice.`];
  const label = (name: string): string => one.variables.filter((variable) => variable.name === name).map(variableSubject).join();
  const worth = found.variables.filter((variable) => variable.distinguishable);
  const idle = new Set(one.variables.filter((variable) => !variable.reaches).map((variable) => variable.name));
  const rest = found.variables.filter((variable) => !variable.distinguishable && !idle.has(variable.name));
  return [
    `Knowing everything before the choice would save ${dollars(perfect.value)} ${spanText(one)} on average (${plusMinus(perfect.standardError)}), against always taking ${title}.`,
    ...worth.map((variable) => `Measuring ${label(variable.name)} is worth at most ${dollars(variable.value)} ${spanText(one)} (${plusMinus(variable.standardError)}).`),
    ...(rest.length > 0 ? [`Not distinguishable from nothing: ${rest.map((variable) => label(variable.name)).join(", ")}.`] : []),
    ...(one.study.scenario.uncertainty.correlations.length > 0 ? ["What is correlated with others tells of those as well."] : []),
    ...(found.skipped > 0 ? [`${percentText(found.skipped / one.draws)} of the draws are not counted here: ${title} is not possible in them.`] : []),
  ];
}
