import type { Bill, LineItem } from "../engine/bill.js";
import { obstacleText } from "../engine/obstacle.js";
import type { AlternativeModel } from "../engine/model.js";
import type { Rate } from "../prices/rate-card.js";
import { type Decimal, plain } from "../units/decimal.js";
import type { Step } from "../units/explain.js";
import { formatNumber, formatUsd } from "../units/format.js";
import { csvText } from "./line-items-csv.js";
import { newSteps } from "./line-arithmetic.js";
import type { SectionsDoc } from "./render/html/sections-page.js";
import type { Block, Cell, Row, Section, Table } from "./report-doc.js";
import { type Json, lineJson } from "./result-json.js";
import { slicesTable } from "./slices-table.js";
import { sourceTable } from "./source-table.js";
import { hasPrice, lineText, monthText } from "./unpriced.js";

/** One alternative's bill at one number of users. */
export type Explained = {
  readonly model: AlternativeModel;
  readonly bill: Bill;
  readonly mau: Decimal;
  readonly asOf: string;
  readonly region: string;
};

export function explainJson({ model, bill, mau }: Explained): Json {
  return {
    schemaVersion: 1,
    alternative: model.id,
    mau: plain(mau),
    monthly: hasPrice(bill) ? plain(bill.monthly) : null,
    once: plain(bill.once),
    lines: bill.lines.map((line) => ({ ...lineJson(line), steps: line.steps().map(stepJson) })),
  };
}

/** A value on the way to a quantity, as it is worked out. */
function stepJson({ name, unit, formula, numbers, value, because }: Step): Json {
  return { name, unit, formula, numbers, value: plain(value), because: because ?? null };
}

const COLUMNS = [
  "alternative",
  "mau",
  "component",
  "charge",
  "ledger",
  "rate",
  "unit",
  "kind",
  "from",
  "up_to",
  "quantity",
  "unit_rate_usd",
  "amount_usd",
] as const;

/** Every slice of every line, one a row; a line that nothing is used of has one row without a slice. The amounts add up to the month. */
export function explainCsv({ model, bill, mau }: Explained): string {
  const rows = bill.lines.flatMap((line) => {
    const of = [model.id, plain(mau), line.component, line.charge, line.ledger, line.rate?.id ?? "", line.unit];
    if (line.slices.length === 0) return [[...of, "", "", "", plain(line.quantity), "", line.unpriced ? "" : plain(line.amount)]];
    return line.slices.map((slice) => [
      ...of,
      slice.kind,
      plain(slice.from),
      slice.upTo === null ? "" : plain(slice.upTo),
      plain(slice.quantity),
      plain(slice.rate),
      plain(slice.amount),
    ]);
  });
  return csvText([COLUMNS, ...rows]);
}

/** "Cognito Lite at 100,000 users: $495.50 a month" */
export function explainTitle({ model, bill, mau }: Explained): string {
  return `${model.title} at ${formatNumber(mau)} users: ${monthText(bill)}${hasPrice(bill) ? " a month" : ""}`;
}

/** What a reader of the arithmetic should know beforehand. */
export const READING = "A quantity is worked out where it is first used; later lines use it by its name.";

/** The arithmetic of a bill as a page: its lines, then each line from its drivers to its tiers, then the sources of its prices. */
export function explainDoc(explained: Explained): SectionsDoc {
  const { model, bill, asOf, region } = explained;
  const obstacles = bill.obstacles.map((one) => `Not possible: ${obstacleText(one)}`);
  const rates = new Map(bill.lines.flatMap((line): [string, Rate][] => (line.rate ? [[line.rate.id, line.rate]] : [])));
  const known = new Set<string>();
  const sources: Section = {
    id: "prices",
    title: "Prices and their sources",
    blocks: [{ kind: "table", table: sourceTable([...rates.values()]) }],
  };
  return {
    title: explainTitle(explained),
    lead: [`${model.summary}; list prices of ${asOf} in ${region}.`, ...obstacles, READING],
    alternatives: [model],
    sections: [
      { id: "bill", title: "The bill", blocks: [{ kind: "table", table: linesTable(bill) }] },
      ...bill.lines.map((line, index) => lineSection(line, index, known)),
      ...(rates.size > 0 ? [sources] : []),
    ],
  };
}

const cents = (text: string, amount: Decimal, known: boolean): Cell => (known ? { text, exact: `${plain(amount)} USD` } : { text });

function linesTable(bill: Bill): Table {
  const blank = { text: "" };
  const rows = bill.lines.map(
    (line): Row => ({
      cells: [
        { text: line.component },
        { text: line.charge },
        { text: formatNumber(line.quantity, 2), exact: `${plain(line.quantity)} ${line.unit}` },
        { text: line.unit },
        cents(lineText(line), line.amount, !line.unpriced),
      ],
    }),
  );
  const once: readonly Row[] = bill.once.isZero()
    ? []
    : [{ cells: [{ text: "Once, not part of the month" }, blank, blank, blank, cents(formatUsd(bill.once), bill.once, true)] }];
  return {
    id: "lines",
    caption: "Every line of the month",
    columns: [
      { title: "Component", align: "left" },
      { title: "Charge", align: "left" },
      { title: "Quantity", align: "right" },
      { title: "Unit", align: "left" },
      { title: "Amount", align: "right" },
    ],
    rows: [
      ...rows,
      { emphasis: "total", cells: [{ text: "Total a month" }, blank, blank, blank, cents(monthText(bill), bill.monthly, hasPrice(bill))] },
      ...once,
    ],
  };
}

function lineSection(line: LineItem, index: number, known: Set<string>): Section {
  const { charge, slices, amount, note } = line;
  const arithmetic: Block = { kind: "list", items: newSteps(line, known) };
  const tiers: Block =
    slices.length === 0
      ? { kind: "prose", paragraphs: [line.unpriced ? "No price is known at this quantity." : "Nothing is used."] }
      : { kind: "table", table: slicesTable(line, `line-${index + 1}-slices`, line.rate?.id ?? charge) };
  return {
    id: `line-${index + 1}`,
    title: `${line.component}: ${charge}, ${lineText(line)}`,
    blocks: [arithmetic, tiers, ...(note === undefined || !amount.isZero() ? [] : [{ kind: "prose" as const, paragraphs: [note] }])],
  };
}
