import type { Advice } from "../analysis/advice.js";
import type { FlipCondition } from "../analysis/flip-conditions.js";
import type { FlipVariable } from "../analysis/flip-variables.js";
import { type Decimal, ONE, plain } from "../units/decimal.js";
import { formatNumber, formatUsd } from "../units/format.js";
import { stagedJson } from "./horizon-report.js";
import { stagedSentences } from "./horizon-words.js";
import type { SectionsDoc } from "./render/html/sections-page.js";
import type { Section, Table } from "./report-doc.js";
import { type Json, recommendationJson } from "./result-json.js";
import { scenarioNames, variableCell, variableSubject, variableValue } from "./variable-words.js";

const titlesOf = (advice: Advice) => (id: string | undefined): string => (id === undefined ? "none of the alternatives" : (advice.study.models.find((model) => model.id === id)?.title ?? id));

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
  const bound = variable.kind === "rate" && !at.eq(ONE) ? `at ${valueText(variable, at)}, or ${at.gt(ONE) === (direction === "above") ? "more" : "less"}` : `at ${valueText(variable, at)} or ${direction === "above" ? "more" : "less"}`;
  const now = variable.kind === "rate" ? "" : ` (now ${valueText(variable, variable.base)})`;
  const why = condition.reason === "limit" ? `, where ${choice} cannot carry the load` : "";
  return `${titleOf(condition.to)}, with ${variableSubject(variable)} ${bound}${now}${why}`;
}

export function flipLines(advice: Advice): readonly string[] {
  const title = titlesOf(advice);
  return [...advice.recommendation.flipTexts, ...advice.flips.conditions.map((condition) => flipText(condition, title, title(advice.recommendation.choice)))];
}

/** "Nothing else …": the variables that were searched and change nothing. */
export function steadyLine(advice: Advice): string | undefined {
  const { steady } = advice.flips;
  if (steady.length === 0) return undefined;
  const ranges = steady.map((variable) => `${variableSubject(variable)} (${valueText(variable, variable.from)} to ${valueText(variable, variable.to)})`);
  return `The choice stands over the whole of: ${ranges.join("; ")}.`;
}

export function flipsTable(advice: Advice): Table {
  const title = titlesOf(advice);
  const note = flipNames(advice);
  return {
    id: "flips", caption: "What would flip the choice: each value confirmed by pricing it and its neighbour",
    columns: [{ title: "Variable", align: "left" }, { title: "Now", align: "right" }, { title: "Flips at", align: "right" }, { title: "Side", align: "left" }, { title: "Then", align: "left" }],
    rows: advice.flips.conditions.map((one) => ({ cells: [variableCell(one.variable), { text: valueText(one.variable, one.variable.base), exact: plain(one.variable.base) }, { text: valueText(one.variable, one.at), exact: plain(one.at) }, { text: one.direction === "above" ? "and above" : "and below" }, { text: title(one.to), ...(one.to === undefined ? {} : { alternative: one.to }) }] })),
    ...(note === undefined ? {} : { note }),
  };
}

/** A row for each flip, users and upkeep first; values exact, a rate's as a multiple of its listed price. */
export function flipRows(advice: Advice): readonly (readonly string[])[] {
  const units = { mau: "MAU", upkeep: "dollars a month" };
  return [
    ["variable", "kind", "unit", "now", "direction", "flips_at", "step", "to", "reason"],
    ...advice.recommendation.flips.map((one) => [one.driver, one.driver === "mau" ? "driver" : "cost", units[one.driver], one.driver === "mau" ? plain(advice.recommendation.mau) : "0", one.direction, plain(one.at), one.driver === "mau" ? "1" : "0.01", one.to, one.reason]),
    ...advice.flips.conditions.map(({ variable, direction, at, to, reason }) => [variable.name, variable.kind, variable.unit, plain(variable.base), direction, plain(at), plain(variable.step), to ?? "", reason]),
  ];
}

/** "In a scenario: token refreshes per user is tokenRefreshesPerMau, …": the drivers that flip the choice. */
export const flipNames = (advice: Advice): string | undefined => scenarioNames(advice.flips.conditions.map((one) => one.variable));

export function flipsJson(advice: Advice): { readonly conditions: Json; readonly steady: Json } {
  const title = titlesOf(advice);
  const variable = (one: FlipVariable): { readonly [key: string]: Json } => ({ driver: one.name, kind: one.kind, unit: one.unit, now: plain(one.base) });
  return {
    conditions: advice.flips.conditions.map((one) => ({ ...variable(one.variable), direction: one.direction, at: plain(one.at), step: plain(one.variable.step), to: one.to ?? null, reason: one.reason, text: flipText(one, title, title(advice.recommendation.choice)) })),
    steady: advice.flips.steady.map((one) => ({ ...variable(one), from: plain(one.from), to: plain(one.to) })),
  };
}

export function adviceDoc(advice: Advice): SectionsDoc {
  const { recommendation, study } = advice;
  const why: Section = { id: "recommendation", title: "Why", lead: `Verdict: ${recommendation.verdict}.`, blocks: [{ kind: "list", items: recommendation.reasons }] };
  return { title: study.scenario.title, lead: [recommendation.sentence], alternatives: study.models, sections: [why, flipsSection(advice), ...stagedSections(advice)] };
}

/** Whether it pays to start with one alternative and change to another. */
function stagedSections({ ahead }: Advice): readonly Section[] {
  return ahead ? [{ id: "staged", title: "Start with one, change later?", blocks: [{ kind: "prose", paragraphs: stagedSentences(ahead()) }] }] : [];
}

/** What would flip the choice: users, upkeep, and every variable that was searched. */
export function flipsSection(advice: Advice): Section {
  const steady = steadyLine(advice);
  const { conditions } = advice.flips;
  return {
    id: "flips-section", title: "What would flip it",
    lead: conditions.length + advice.recommendation.flips.length > 0 ? "Each variable was moved on its own, the others as stated. Every value here was priced exactly, and so was its neighbour one step nearer." : "Each variable was moved on its own, the others as stated, and none flips the choice.",
    blocks: [
      ...(advice.recommendation.flipTexts.length > 0 ? [{ kind: "list" as const, items: advice.recommendation.flipTexts }] : []),
      ...(conditions.length > 0 ? [{ kind: "table" as const, table: flipsTable(advice) }] : []),
      ...(steady === undefined ? [] : [{ kind: "prose" as const, paragraphs: [steady] }]),
    ],
  };
}

/** The result of `recommend`. */
export function adviceJson(advice: Advice): Json {
  const { recommendation, study } = advice;
  return {
    schemaVersion: 1, scenario: { name: study.scenario.name, title: study.scenario.title, mau: plain(recommendation.mau) }, asOf: study.card.asOf, region: study.card.region,
    recommendation: recommendationJson(recommendation), ...flipsJson(advice),
    winners: advice.overUsers.winners.map((one) => ({ from: plain(one.from), to: plain(one.to), winner: one.winner ?? null })),
    staged: advice.ahead ? stagedJson(advice.ahead()) : null,
  };
}
