import { type ComparedAlternative, type Comparison, pointAt } from "../../analysis/compare.js";
import type { LineItem } from "../../engine/bill.js";
import { type Decimal, plain, sum, ZERO } from "../../units/decimal.js";
import { formatNumber } from "../../units/format.js";
import { lineArithmetic, sourceText } from "../line-arithmetic.js";
import type { Block, Cell, Row, Section, StackedBars, Table } from "../report-doc.js";
import { moneyCell } from "../money-cell.js";
import { hasPrice, lineCell, monthCell, monthText } from "../unpriced.js";

const MOST_PARTS = 7;

/** What the bill is made of at the scenario's own size: stacked bars, then every line with its arithmetic. */
export function billSection(comparison: Comparison): Section {
  const { mau } = comparison.recommendation;
  const point = pointAt(comparison.study, mau);
  return {
    id: "bills",
    title: "What the bill is made of",
    lead: `Every line at ${formatNumber(mau)} users. Open a line for its arithmetic: driver, quantity, free part, tiers, source.`,
    blocks: [
      { kind: "chart", chart: stackedBars(point.alternatives) },
      ...point.alternatives.map(
        (one): Block => ({
          kind: "table",
          table: { ...billTable(one), ...(one.model.id === comparison.recommendation.choice ? {} : { folded: true as const }) },
        }),
      ),
    ],
  };
}

type Parts = ReadonlyMap<string, readonly Decimal[]>;

/** Dollars of each component in each alternative, largest component first; the tail becomes "Other". */
function partsOf(alternatives: readonly ComparedAlternative[]): Parts {
  const totals = new Map<string, Decimal[]>();
  alternatives.forEach(({ bill }, index) => {
    for (const line of bill.lines) {
      const row = totals.get(line.component) ?? alternatives.map(() => ZERO);
      row[index] = (row[index] ?? ZERO).plus(line.amount);
      totals.set(line.component, row);
    }
  });
  return new Map([...totals].sort(([, a], [, b]) => sum(b).comparedTo(sum(a))));
}

function stackedBars(alternatives: readonly ComparedAlternative[]): StackedBars {
  // A bar of what is known of a bill would look like a small bill.
  const isPriced = alternatives.map(({ bill }) => hasPrice(bill));
  const priced = (values: readonly Decimal[]): readonly Decimal[] => values.map((value, index) => (isPriced[index] ? value : ZERO));
  const parts = [...partsOf(alternatives)].filter(([, values]) => !sum(values).isZero());
  const shown = parts.length > MOST_PARTS + 1 ? parts.slice(0, MOST_PARTS) : parts;
  const tail = parts.slice(shown.length);
  const other =
    tail.length === 0 ? [] : [["Other", alternatives.map((_, index) => sum(tail.map(([, values]) => values[index] ?? ZERO)))] as const];
  // What an alternative does not have is not the same as what costs it nothing.
  const cellOf = (label: string, value: Decimal, index: number): Cell => {
    const lines = alternatives[index]?.bill.lines.filter(({ component }) => component === label) ?? [];
    const unpriced = lines.find((line) => line.unpriced);
    return lines.length === 0 ? { text: "–" } : unpriced ? lineCell(unpriced) : moneyCell(value);
  };
  const rows = parts.map(
    ([label, values]): Row => ({ cells: [{ text: label }, ...values.map((value, index) => cellOf(label, value, index))] }),
  );
  const total: Row = { emphasis: "total", cells: [{ text: "Total" }, ...alternatives.map(({ bill }) => monthCell(bill))] };
  const totalText = ({ bill, feasible }: ComparedAlternative): string =>
    `${monthText(bill)}${feasible || !hasPrice(bill) ? "" : ", not possible"}`;
  return {
    kind: "stacked-bars",
    id: "components",
    title: "Components of each bill",
    description: `Monthly cost by component: ${alternatives.map((one) => `${one.model.title} ${totalText(one)}`).join("; ")}.`,
    bars: alternatives.map((one) => ({ alternative: one.model.id, total: totalText(one) })),
    parts: [...shown, ...other].map(([label, values]) => ({ label, values: priced(values).map((value) => value.toNumber()) })),
    table: {
      id: "components-table",
      caption: "Dollars a month by component",
      columns: [
        { title: "Component", align: "left" },
        ...alternatives.map(({ model }) => ({ title: model.title, align: "right" as const, alternative: model.id })),
      ],
      rows: [...rows, total],
    },
  };
}

function billTable({ model, bill, feasible }: ComparedAlternative): Table {
  const rows = bill.lines.map(
    (line): Row => ({
      cells: [
        { text: line.component },
        { text: line.charge },
        quantityCell(line),
        { text: line.unit },
        lineCell(line, line.rate?.source.confidence === "low" ? { mark: "low-confidence" } : {}),
      ],
      detail: { lines: lineArithmetic(line), ...(line.rate ? { source: { text: sourceText(line.rate), url: line.rate.source.url } } : {}) },
    }),
  );
  const total: Row = {
    emphasis: "total",
    cells: [
      { text: "Total a month" },
      { text: "" },
      { text: "" },
      { text: "" },
      { text: monthText(bill), ...(hasPrice(bill) ? { exact: `${plain(bill.monthly)} USD` } : {}) },
    ],
  };
  const once: readonly Row[] = bill.once.isZero()
    ? []
    : [{ cells: [{ text: "Once, not part of the month" }, { text: "" }, { text: "" }, { text: "" }, moneyCell(bill.once)] }];
  const notes = [
    ...(feasible ? [] : [`Not possible at this size: ${bill.obstacles.map((one) => one.because || one.name).join("; ")}.`]),
    ...(model.leavesOut.length > 0 ? [`Not in this bill: ${model.leavesOut.join("; ")}.`] : []),
  ];
  return {
    id: `bill-${model.id}`,
    caption: `${model.title}: ${model.summary}`,
    columns: [
      { title: "Component", align: "left" },
      { title: "Charge", align: "left" },
      { title: "Quantity", align: "right" },
      { title: "Unit", align: "left" },
      { title: "A month", align: "right" },
    ],
    rows: [...rows, total, ...once],
    ...(notes.length > 0 ? { note: notes.join(" ") } : {}),
  };
}

function quantityCell(line: LineItem): Cell {
  return { text: formatNumber(line.quantity, 2), exact: `${plain(line.quantity)} ${line.unit}` };
}
