import type { Advice } from "../analysis/advice.js";
import { plain } from "../units/decimal.js";
import { flipNames, titlesOf, valueText } from "./flip-words.js";
import type { Table } from "./report-doc.js";
import { variableCell, variableValue } from "./variable-words.js";

export function flipsTable(advice: Advice): Table {
  const title = titlesOf(advice);
  const note = flipNames(advice);
  return {
    id: "flips",
    caption: "What would flip the choice: each value confirmed by pricing it and its neighbour",
    columns: [
      { title: "Variable", align: "left" },
      { title: "Now", align: "right" },
      { title: "Flips at", align: "right" },
      { title: "Side", align: "left" },
      { title: "Then", align: "left" },
    ],
    rows: advice.flips.conditions.map((one) => ({
      cells: [
        variableCell(one.variable),
        { text: valueText(one.variable, one.variable.base), exact: plain(one.variable.base) },
        { text: valueText(one.variable, one.at), exact: plain(one.at) },
        { text: one.direction === "above" ? "and above" : "and below" },
        { text: title(one.to), ...(one.to === undefined ? {} : { alternative: one.to }) },
      ],
    })),
    ...(note === undefined ? {} : { note }),
  };
}

/** The variables that were searched and change nothing, each over its whole range; undefined where there are none. */
export function steadyTable({ flips: { steady } }: Advice): Table | undefined {
  if (steady.length === 0) return undefined;
  return {
    id: "steady",
    caption: "What does not: the choice is the same from end to end of each of these ranges",
    folded: true,
    columns: [
      { title: "Variable", align: "left" },
      { title: "Now", align: "right" },
      { title: "Tried", align: "left" },
    ],
    rows: steady.map((one) => ({
      cells: [
        variableCell(one),
        { text: variableValue(one, one.base), exact: plain(one.base) },
        { text: `${variableValue(one, one.from)} to ${variableValue(one, one.to)}`, exact: `${plain(one.from)} to ${plain(one.to)}` },
      ],
    })),
  };
}

/** A row for each flip, users and upkeep first; values exact, a rate's as a multiple of its listed price. */
export function flipRows(advice: Advice): readonly (readonly string[])[] {
  const units = { mau: "MAU", upkeep: "dollars a month" };
  return [
    ["variable", "kind", "unit", "now", "direction", "flips_at", "step", "to", "reason"],
    ...advice.recommendation.flips.map((one) => [
      one.driver,
      one.driver === "mau" ? "driver" : "cost",
      units[one.driver],
      one.driver === "mau" ? plain(advice.recommendation.mau) : "0",
      one.direction,
      plain(one.at),
      one.driver === "mau" ? "1" : "0.01",
      one.to,
      one.reason,
    ]),
    ...advice.flips.conditions.map(({ variable, direction, at, to, reason }) => [
      variable.name,
      variable.kind,
      variable.unit,
      plain(variable.base),
      direction,
      plain(at),
      plain(variable.step),
      to ?? "",
      reason,
    ]),
  ];
}
