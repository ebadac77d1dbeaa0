import type { Comparison } from "../../analysis/compare.js";
import { costCurve } from "../../analysis/cost-curve.js";
import { cheapestOverUsers } from "../../analysis/cheapest-over-users.js";
import type { Recommendation } from "../../analysis/recommend.js";
import type { UncertainBand } from "../../analysis/uncertain-band.js";
import { whole } from "../../units/decimal.js";
import { formatCount, formatNumber } from "../../units/format.js";
import { moneyCell } from "../money-cell.js";
import type { Cell, LineChart, Row, Table } from "../report-doc.js";

/** What the chart needs of a comparison: the study, and the scenario's own size. */
export type Sized = Pick<Comparison, "study"> & { readonly recommendation: Pick<Recommendation, "mau"> };

/** The main chart: dollars a month over users, one line for each alternative, crossings of the cheapest marked. */
export function costOverUsers(comparison: Sized, band?: UncertainBand): LineChart {
  const { study, recommendation } = comparison;
  const winners = cheapestOverUsers(study).winners.map((stretch) => ({
    from: stretch.from.toNumber(),
    to: stretch.to.toNumber(),
    value: stretch.winner,
  }));
  const curve = costCurve(
    study,
    winners.slice(1).map((stretch) => stretch.from),
  );
  const costAt = (mau: number): number => {
    const bills = curve.find((point) => point.mau === mau)?.bills ?? [];
    return Math.min(...bills.filter((bill) => bill.obstacles.length === 0).map((bill) => bill.monthly.toNumber()));
  };
  const crossings = winners.slice(1).flatMap((stretch, index) => {
    const before = winners[index]?.value;
    if (stretch.value === undefined || before === undefined) return [];
    return [{ x: stretch.from, y: costAt(stretch.from), label: formatNumber(whole(stretch.from)), from: before, to: stretch.value }];
  });
  const mau = recommendation.mau.toNumber();
  return {
    kind: "lines",
    id: "cost-over-users",
    title: "Cost over users",
    description: `${describe(comparison, winners)}${band ? " Shaded: eight of ten draws of what the scenario holds uncertain, the users aside." : ""}`,
    x: { title: "Users active in a month (MAU)", scale: "log", unit: "users" },
    y: { title: "Dollars a month", scale: "log", unit: "usd" },
    series: study.models.map((model, index) => ({
      alternative: model.id,
      points: curve.map((point) => {
        const bill = point.bills[index];
        return { x: point.mau, y: bill && bill.obstacles.length === 0 ? bill.monthly.toNumber() : null };
      }),
      ...(band ? { band: band.flatMap(({ mau: x, ranges }) => (ranges[index] ? [{ x, ...ranges[index] }] : [])) } : {}),
    })),
    crossings,
    marker: { x: Math.max(1, mau), label: `${formatCount(recommendation.mau)} users` },
    cheapest: winners.flatMap((stretch) =>
      stretch.value === undefined ? [] : [{ from: stretch.from, to: stretch.to, alternative: stretch.value }],
    ),
    table: curveTable(comparison, curve),
  };
}

function describe(
  comparison: Sized,
  winners: readonly { readonly from: number; readonly to: number; readonly value: string | undefined }[],
): string {
  const titles = new Map(comparison.study.models.map((model) => [model.id, model.title]));
  const parts = winners.flatMap((stretch) =>
    stretch.value === undefined
      ? []
      : [
          `${titles.get(stretch.value) ?? stretch.value} from ${formatNumber(whole(stretch.from))} to ${formatNumber(whole(stretch.to))} users`,
        ],
  );
  return `Cheapest: ${parts.join("; ")}.`;
}

function curveTable(comparison: Sized, curve: ReturnType<typeof costCurve>): Table {
  const { models } = comparison.study;
  const rows = curve.map((point): Row => {
    const feasible = point.bills.filter((bill) => bill.obstacles.length === 0);
    const least = feasible.reduce<(typeof feasible)[number] | undefined>(
      (best, bill) => (best === undefined || bill.monthly.lt(best.monthly) ? bill : best),
      undefined,
    );
    const cells = point.bills.map(
      (bill): Cell =>
        bill.obstacles.length > 0
          ? { text: "not possible", mark: "infeasible" }
          : moneyCell(bill.monthly, bill === least ? { mark: "cheapest" } : {}),
    );
    return { cells: [{ text: formatNumber(whole(point.mau)) }, ...cells] };
  });
  return {
    id: "cost-over-users-table",
    caption: "Dollars a month over users",
    columns: [
      { title: "Users", align: "right" },
      ...models.map((model) => ({ title: model.title, align: "right" as const, alternative: model.id })),
    ],
    rows,
  };
}
