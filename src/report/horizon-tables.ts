import type { HorizonCost } from "../analysis/horizon.js";
import type { LookAhead } from "../analysis/look-ahead.js";
import type { MonthCost } from "../analysis/month-cost.js";
import { type Decimal, plain, sum, ZERO } from "../units/decimal.js";
import { formatNumber, formatUsd } from "../units/format.js";
import { hasLabour } from "./horizon-words.js";
import type { Cell, Row, Table } from "./report-doc.js";
import { moneyCell } from "./money-cell.js";

const NOT_POSSIBLE: Cell = { text: "not possible", mark: "infeasible" };
const withLabour = (month: MonthCost): Decimal => month.other.plus(month.labour);
const withoutLabour = (month: MonthCost): Decimal => month.other;

/** What each alternative costs: once, in the first and the last month, in all, and in dollars of today; with labour, and without it where there is some. */
export function horizonTables(look: LookAhead): readonly Table[] {
  const { comparison } = look;
  const all = summary(
    look,
    "horizon-costs",
    "Dollars over the horizon",
    withLabour,
    (cost) => [cost.total, cost.presentValue],
    comparison.cheapest,
  );
  return hasLabour(look)
    ? [
        all,
        summary(
          look,
          "horizon-costs-without-labour",
          "The same without labour",
          withoutLabour,
          (cost) => [cost.totalWithoutLabour, cost.presentValueWithoutLabour],
          comparison.cheapestWithoutLabour,
        ),
      ]
    : [all];
}

function summary(
  look: LookAhead,
  id: string,
  caption: string,
  of: (month: MonthCost) => Decimal,
  totals: (cost: HorizonCost) => readonly Decimal[],
  cheapest: HorizonCost | undefined,
): Table {
  const { comparison } = look;
  const { months } = comparison.outlook.horizon;
  const rows = comparison.costs.map((cost): Row => {
    const at = (month: number): Cell => {
      const one = cost.months[month];
      return one && !(cost.obstacle && cost.obstacle.month <= month) ? moneyCell(of(one)) : NOT_POSSIBLE;
    };
    const [total, present] = cost.obstacle ? [] : totals(cost);
    const sums = [
      total ? moneyCell(total) : NOT_POSSIBLE,
      present ? moneyCell(present, cost === cheapest ? { mark: "cheapest" } : {}) : NOT_POSSIBLE,
    ];
    return { cells: [{ text: cost.model.title, alternative: cost.model.id }, at(0), ...(months > 1 ? [at(1)] : []), at(months), ...sums] };
  });
  const right = (title: string) => ({ title, align: "right" as const });
  return {
    id,
    caption,
    columns: [
      { title: "Alternative", align: "left" },
      right("Once"),
      ...(months > 1 ? [right("Month 1")] : []),
      right(`Month ${months}`),
      right("Total"),
      right("Today's $"),
    ],
    rows,
  };
}

/** Months of one row of the table of periods. */
function periodLength(months: number): number {
  return months <= 12 ? 1 : months <= 36 ? 3 : 12;
}

/** What is spent in each month, quarter or year, alternatives across, with the sums. */
export function periodsTable(look: LookAhead): Table {
  const { costs, outlook } = look.comparison;
  const { months } = outlook.horizon;
  const length = periodLength(months);
  const spent = (cost: HorizonCost, from: number, to: number): Cell =>
    cost.obstacle && cost.obstacle.month <= to ? NOT_POSSIBLE : moneyCell(sum(cost.months.slice(from, to + 1).map(withLabour)));
  const periods = Array.from({ length: Math.ceil(months / length) }, (_, index) => ({
    from: index * length + 1,
    to: Math.min(months, (index + 1) * length),
  }));
  const sums: readonly (readonly [string, (cost: HorizonCost) => Decimal])[] = [
    ["Total", (cost) => cost.total],
    ...(hasLabour(look) ? [["Total without labour", (cost: HorizonCost) => cost.totalWithoutLabour] as const] : []),
    ["In dollars of today", (cost) => cost.presentValue],
    ...(hasLabour(look) ? [["In dollars of today, without labour", (cost: HorizonCost) => cost.presentValueWithoutLabour] as const] : []),
  ];
  return {
    id: "horizon-periods",
    caption: length === 1 ? "Dollars in each month" : length === 3 ? "Dollars in each quarter" : "Dollars in each year",
    columns: [
      { title: "Months", align: "left" },
      { title: "Users at the end", align: "right" },
      ...costs.map(({ model }) => ({ title: model.title, align: "right" as const, alternative: model.id })),
    ],
    rows: [
      { cells: [{ text: "Before" }, { text: "" }, ...costs.map((cost) => spent(cost, 0, 0))] },
      ...periods.map(
        ({ from, to }): Row => ({
          cells: [
            { text: from === to ? `${from}` : `${from} to ${to}` },
            { text: formatNumber(outlook.months[to - 1]?.mau ?? ZERO) },
            ...costs.map((cost) => spent(cost, from, to)),
          ],
        }),
      ),
      ...sums.map(
        ([title, of]): Row => ({
          emphasis: "total",
          cells: [{ text: title }, { text: "" }, ...costs.map((cost) => (cost.obstacle ? NOT_POSSIBLE : moneyCell(of(cost))))],
        }),
      ),
    ],
  };
}

/** Sums after each month, exact; a row opens to what the month itself costs. */
export function monthsTable(look: LookAhead): Table {
  const { costs, outlook } = look.comparison;
  const rows = [0, ...outlook.months.map(({ month }) => month)].map(
    (month): Row => ({
      cells: [
        { text: `${month}` },
        { text: month === 0 ? "" : formatNumber(outlook.months[month - 1]?.mau ?? ZERO) },
        ...costs.map((cost): Cell => {
          const now = cost.months[month];
          return now && possible(cost, month) ? moneyCell(now.cumulative) : NOT_POSSIBLE;
        }),
      ],
      detail: {
        lines: costs.flatMap((cost) => {
          const now = cost.months[month];
          return now && possible(cost, month) ? [`${cost.model.title}: ${monthText(now)}`] : [];
        }),
      },
    }),
  );
  return {
    id: "cost-over-months-table",
    caption: "Dollars spent so far, after each month; month 0 is what is paid before the first",
    columns: [
      { title: "Month", align: "right" },
      { title: "Users", align: "right" },
      ...costs.map(({ model }) => ({ title: model.title, align: "right" as const, alternative: model.id })),
    ],
    rows,
  };
}

export const possible = (cost: HorizonCost, month: number): boolean => !cost.obstacle || month < cost.obstacle.month;

/** "$2,345.00, of it labour $1,725.00 and moving users $100.00; without labour $9,000.00 so far" */
function monthText(now: MonthCost): string {
  const moving = now.moving.other.plus(now.moving.labour);
  const parts = [
    ...(now.labour.isZero() ? [] : [`labour ${formatUsd(now.labour)}`]),
    ...(moving.isZero() ? [] : [`moving users ${formatUsd(moving)}`]),
  ];
  const without = now.cumulative.eq(now.cumulativeWithoutLabour) ? "" : `; without labour ${formatUsd(now.cumulativeWithoutLabour)} so far`;
  return `${formatUsd(withLabour(now))}${parts.length > 0 ? `, of it ${parts.join(" and ")}` : ""}${without}; exactly ${plain(withLabour(now))} USD`;
}
