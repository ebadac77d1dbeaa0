import type { DateComparison } from "../analysis/compare-dates.js";
import { plain } from "../units/decimal.js";
import { formatNumber, formatUsd } from "../units/format.js";
import type { SectionsDoc } from "./render/html/sections-page.js";
import type { Table } from "./report-doc.js";
import type { Json } from "./result-json.js";

export function dateComparisonTable(one: DateComparison): Table {
  return {
    id: "dates",
    caption: "Dollars a month on each day",
    columns: [
      { title: "Alternative", align: "left" },
      { title: one.before.card.asOf, align: "right" },
      { title: one.after.card.asOf, align: "right" },
      { title: "Difference", align: "right" },
    ],
    rows: one.alternatives.map(({ model, before, after, difference, rates }) => ({
      cells: [
        { text: model.title, alternative: model.id },
        { text: formatUsd(before), exact: plain(before) },
        { text: formatUsd(after), exact: plain(after) },
        { text: formatUsd(difference), exact: plain(difference) },
      ],
      detail: { lines: rates.map((rate) => `${rate.rate}: ${formatUsd(rate.before)} → ${formatUsd(rate.after)}`) },
    })),
  };
}

/** Each change of a rate in words, by alternative. */
export function dateComparisonLines(one: DateComparison): readonly string[] {
  return one.alternatives.flatMap(({ model, difference, rates }) => [
    `${model.title}: ${difference.isZero() ? "no change" : `${formatUsd(difference)} a month`}`,
    ...rates.map((rate) => `  ${rate.rate}: ${formatUsd(rate.before)} → ${formatUsd(rate.after)}, ${formatUsd(rate.difference)}`),
  ]);
}

export function dateComparisonJson(one: DateComparison): Json {
  return {
    schemaVersion: 1,
    scenario: { name: one.after.scenario.name, mau: plain(one.mau) },
    before: one.before.card.asOf,
    after: one.after.card.asOf,
    choiceBefore: one.choiceBefore ?? null,
    choiceAfter: one.choiceAfter ?? null,
    alternatives: one.alternatives.map(({ model, before, after, difference, rates }) => ({
      id: model.id,
      before: plain(before),
      after: plain(after),
      difference: plain(difference),
      rates: rates.map((rate) => ({
        rate: rate.rate,
        before: plain(rate.before),
        after: plain(rate.after),
        difference: plain(rate.difference),
      })),
    })),
  };
}

/** "The choice stays cognito-lite." */
export function choiceLine(one: DateComparison): string {
  const { choiceBefore, choiceAfter } = one;
  return choiceBefore === choiceAfter
    ? `The choice stays ${choiceAfter ?? "open"}.`
    : `The choice changes from ${choiceBefore ?? "none"} to ${choiceAfter ?? "none"}.`;
}

/** The two days as a page: the alternatives, and what each changed rate does to them. */
export function dateComparisonDoc(one: DateComparison): SectionsDoc {
  const { scenario } = one.after;
  return {
    title: scenario.title,
    lead: [
      `${formatNumber(one.mau)} users active in a month, at the list prices of ${one.before.card.asOf} and of ${one.after.card.asOf}. ${choiceLine(one)}`,
    ],
    alternatives: one.after.models,
    sections: [
      {
        id: "dates-section",
        title: "The same scenario on two days",
        lead: "Open a line for the rates behind its difference.",
        blocks: [{ kind: "table", table: dateComparisonTable(one) }],
      },
      { id: "rates-section", title: "What each changed rate does", blocks: [{ kind: "table", table: changedRatesTable(one) }] },
    ],
  };
}

function changedRatesTable(one: DateComparison): Table {
  return {
    id: "changed-rates",
    caption: "Dollars a month, rate by rate",
    columns: [
      { title: "Alternative", align: "left" },
      { title: "Rate", align: "left" },
      { title: one.before.card.asOf, align: "right" },
      { title: one.after.card.asOf, align: "right" },
      { title: "Difference", align: "right" },
    ],
    rows: one.alternatives.flatMap(({ model, rates }) =>
      rates.map((rate) => ({
        cells: [
          { text: model.title, alternative: model.id },
          { text: rate.rate },
          ...[rate.before, rate.after, rate.difference].map((amount) => ({ text: formatUsd(amount), exact: `${plain(amount)} USD` })),
        ],
      })),
    ),
    note: one.alternatives.every(({ rates }) => rates.length === 0)
      ? "No rate that these alternatives use has changed."
      : "Rates that did not change are left out.",
  };
}
