import type { DateComparison } from "../analysis/compare-dates.js";
import { plain } from "../units/decimal.js";
import { formatUsd } from "../units/format.js";
import type { Table } from "./report-doc.js";
import type { Json } from "./result-json.js";

export function dateComparisonTable(one: DateComparison): Table {
  return {
    id: "dates", caption: "The same scenario on two days",
    columns: [{ title: "Alternative", align: "left" }, { title: one.before.card.asOf, align: "right" }, { title: one.after.card.asOf, align: "right" }, { title: "Difference", align: "right" }],
    rows: one.alternatives.map(({ model, before, after, difference, rates }) => ({
      cells: [{ text: model.title, alternative: model.id }, { text: formatUsd(before), exact: plain(before) }, { text: formatUsd(after), exact: plain(after) }, { text: formatUsd(difference), exact: plain(difference) }],
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
    schemaVersion: 1, scenario: { name: one.after.scenario.name, mau: plain(one.mau) }, before: one.before.card.asOf, after: one.after.card.asOf,
    choiceBefore: one.choiceBefore ?? null, choiceAfter: one.choiceAfter ?? null,
    alternatives: one.alternatives.map(({ model, before, after, difference, rates }) => ({
      id: model.id, before: plain(before), after: plain(after), difference: plain(difference),
      rates: rates.map((rate) => ({ rate: rate.rate, before: plain(rate.before), after: plain(rate.after), difference: plain(rate.difference) })),
    })),
  };
}
