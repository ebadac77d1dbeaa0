import type { LineItem } from "../engine/bill.js";
import { obstacleText } from "../engine/obstacle.js";
import { type Explained, explainTitle, READING } from "../report/explain-document.js";
import { lineArithmetic, sourceText } from "../report/line-arithmetic.js";
import { visible, wrap } from "../report/render/plain-text.js";
import { textTable } from "../report/render/text-table.js";
import type { Table } from "../report/report-doc.js";
import { lineText, monthText } from "../report/unpriced.js";
import { formatUsd } from "../units/format.js";
import { sumUsd } from "../units/usd.js";
import { bold } from "./emit.js";
import { paragraph, WIDTH } from "./paragraphs.js";

/** A bill by its components, then each line's arithmetic, then where the prices come from. */
export function explainText(explained: Explained): string {
  const { bill } = explained;
  const groups = byComponent(bill.lines);
  const urls = [...new Set(bill.lines.flatMap((line) => (line.rate ? [line.rate.source.url] : [])))];
  const known = new Set<string>();
  const told = (line: LineItem): readonly string[] => [
    "",
    ...wrap(`${line.charge}  ${lineText(line)}`, WIDTH, "  ").map(bold),
    ...lineArithmetic(line, known).flatMap(item),
    ...(line.rate ? item(`price: ${sourceText(line.rate)} [${urls.indexOf(line.rate.source.url) + 1}]`) : []),
  ];
  return `${[
    ...paragraph(explainTitle(explained)).map(bold),
    ...bill.obstacles.flatMap((one) => paragraph(`Not possible: ${obstacleText(one)}`)),
    "",
    textTable(componentsTable(explained, groups), WIDTH),
    "",
    ...paragraph(READING),
    ...groups.flatMap(([component, lines]) => ["", ...paragraph(`${component}  ${sumText(lines)}`).map(bold), ...lines.flatMap(told)]),
    ...(urls.length > 0 ? ["", bold("Sources of the prices"), ...urls.map((url, index) => `[${index + 1}] ${visible(url)}`)] : []),
  ].join("\n")}\n`;
}

function byComponent(lines: readonly LineItem[]): readonly (readonly [string, readonly LineItem[]])[] {
  return [...new Set(lines.map((line) => line.component))].map((component) => [
    component,
    lines.filter((line) => line.component === component),
  ]);
}

/** A paragraph whose further lines stand back, so that the eye finds where the next begins. */
function item(text: string): readonly string[] {
  return wrap(text, WIDTH, "      ").map((line, index) => (index === 0 ? line.slice(2) : line));
}

const sumText = (lines: readonly LineItem[]): string => {
  const unpriced = lines.find((line) => line.unpriced);
  return unpriced ? lineText(unpriced) : formatUsd(sumUsd(lines.map((line) => line.amount)));
};

function componentsTable({ bill }: Explained, groups: readonly (readonly [string, readonly LineItem[]])[]): Table {
  return {
    id: "components",
    caption: "The bill by component",
    columns: [
      { title: "Component", align: "left" },
      { title: "A month", align: "right" },
    ],
    rows: [
      ...groups.map(([component, lines]) => ({ cells: [{ text: component }, { text: sumText(lines) }] })),
      { emphasis: "total", cells: [{ text: "Total" }, { text: monthText(bill) }] },
      ...(bill.once.isZero() ? [] : [{ cells: [{ text: "Once, not part of the month" }, { text: formatUsd(bill.once) }] }]),
    ],
  };
}
