import { plain } from "../units/decimal.js";
import { formatUsd } from "../units/format.js";
import { changeCell } from "./change-cell.js";
import type { ResultDiff } from "./diff-results.js";
import type { SectionsDoc } from "./render/html/sections-page.js";
import type { Row, Section, Table } from "./report-doc.js";
import type { Json } from "./result-json.js";

/** Two results, line by line: quantity, price for a unit, lines that came or went. */
export function resultDiffTables(diff: ResultDiff): readonly Table[] {
  return diff.points.map(
    (point): Table => ({
      id: `diff-${plain(point.mau)}`,
      caption: `Dollars a month at ${plain(point.mau)} users`,
      columns: [
        { title: "Line", align: "left" },
        { title: "Change", align: "right" },
        { title: "Quantity", align: "right" },
        { title: "Price", align: "right" },
        { title: "Model", align: "right" },
      ],
      rows: point.alternatives.flatMap((one): Row[] => [
        {
          cells: [
            { text: `${one.title}: ${formatUsd(one.before)} → ${formatUsd(one.after)}`, alternative: one.id },
            changeCell(one.difference),
            { text: "" },
            { text: "" },
            { text: "" },
          ],
          emphasis: "group",
        },
        ...one.lines.map(
          (line): Row => ({
            cells: [
              { text: `  ${line.line}` },
              changeCell(line.difference),
              changeCell(line.quantity),
              changeCell(line.price),
              changeCell(line.model),
            ],
          }),
        ),
      ]),
    }),
  );
}

export function resultDiffDoc(diff: ResultDiff): SectionsDoc {
  const lead =
    diff.choiceBefore === diff.choiceAfter
      ? `The choice stays ${diff.choiceAfter ?? "none"}.`
      : `The choice changes from ${diff.choiceBefore ?? "none"} to ${diff.choiceAfter ?? "none"}.`;
  const section: Section = {
    id: "diff-section",
    title: "What changed, line by line",
    lead: "Quantity: other usage. Price: another price for a unit, tiers included. Model: the line came or went.",
    blocks: resultDiffTables(diff).map((table) => ({ kind: "table" as const, table })),
  };
  return {
    title: `${diff.names[0]} → ${diff.names[1]}`,
    lead: [
      lead,
      ...(diff.points.length === 0 ? ["The results share no user count."] : []),
      ...(diff.unpriced.length === 0 ? [] : [`Not compared where one of the results has no price: ${diff.unpriced.join(", ")}.`]),
    ],
    alternatives: [],
    sections: [section],
  };
}

/** A row for each line of each bill; amounts exact. */
export function resultDiffRows(diff: ResultDiff): readonly (readonly string[])[] {
  return [
    ["mau", "alternative", "title", "line", "change_usd", "quantity_usd", "price_usd", "model_usd"],
    ...diff.points.flatMap((point) =>
      point.alternatives.flatMap((one) =>
        one.lines.map((line) => [
          plain(point.mau),
          one.id,
          one.title,
          line.line,
          ...[line.difference, line.quantity, line.price, line.model].map(plain),
        ]),
      ),
    ),
  ];
}

export function resultDiffJson(diff: ResultDiff): Json {
  return {
    schemaVersion: 1,
    kind: "results",
    before: diff.names[0],
    after: diff.names[1],
    choice: { before: diff.choiceBefore, after: diff.choiceAfter },
    unpriced: diff.unpriced,
    points: diff.points.map((point) => ({
      mau: plain(point.mau),
      alternatives: point.alternatives.map((one) => ({
        id: one.id,
        title: one.title,
        before: plain(one.before),
        after: plain(one.after),
        difference: plain(one.difference),
        lines: one.lines.map((line) => ({
          line: line.line,
          difference: plain(line.difference),
          quantity: plain(line.quantity),
          price: plain(line.price),
          model: plain(line.model),
        })),
      })),
    })),
  };
}
