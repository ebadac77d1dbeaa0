import { type CurvePoint, costCurve } from "../../analysis/cost-curve.js";
import { cheapestOverUsers } from "../../analysis/cheapest-over-users.js";
import type { UnitEconomics } from "../../analysis/unit-economics.js";
import { ONE, whole } from "../../units/decimal.js";
import { formatCount, formatNumber } from "../../units/format.js";
import type { Block, LineChart, Section } from "../report-doc.js";
import { nextUsersTable, nextUserTable, perMauTable, STEP_MARK, stepsTable } from "../unit-tables.js";
import { unitSentence } from "../unit-words.js";

/** What an active user costs at every size, and what the next one adds. */
export function unitEconomicsSection(units: UnitEconomics): Section {
  const steps = stepsTable(units);
  const marked = units.points.some((point) => point.alternatives.some((unit) => unit.steps.length > 0));
  const blocks: readonly Block[] = [
    { kind: "chart", chart: perUserChart(units) },
    { kind: "table", table: nextUserTable(units, "few") },
    {
      kind: "table",
      table: { ...nextUsersTable(units, "few"), folded: true, ...(marked ? { note: `${STEP_MARK} A step is among these users.` } : {}) },
    },
    ...(steps.rows.length > 0 ? [{ kind: "table" as const, table: { ...steps, folded: true as const } }] : []),
  ];
  return { id: "unit-economics", title: "Cost per user", lead: `${unitSentence(units)} One month, without what is paid once.`, blocks };
}

function perUserChart(units: UnitEconomics): LineChart {
  const { study } = units;
  const start = firstDrawn(units);
  const winners = cheapestOverUsers(study)
    .winners.map((stretch) => ({ from: Math.max(start, stretch.from.toNumber()), to: stretch.to.toNumber(), alternative: stretch.winner }))
    .filter(({ to }) => to >= start);
  const curve = costCurve(
    study,
    winners.slice(1).map((stretch) => stretch.from),
  ).filter((point) => point.mau >= start);
  const mau = study.scenario.workload.get("mau") ?? ONE;
  return {
    kind: "lines",
    id: "cost-per-user",
    title: "Cost of 100,000 users at each size",
    description: unitSentence(units),
    x: { title: "Users active in a month (MAU)", scale: "log", unit: "users" },
    y: { title: "Dollars a month for every 100,000 active users", scale: "log", unit: "usd" },
    series: study.models.map((model, index) => ({
      alternative: model.id,
      points: curve.map((point) => ({ x: point.mau, y: perMany(point, index) })),
    })),
    crossings: winners.slice(1).flatMap(({ from, alternative }, index) => {
      const before = winners[index]?.alternative;
      const point = curve.find((one) => one.mau === from);
      const to = study.models.findIndex((model) => model.id === alternative);
      const y = point && perMany(point, to);
      return alternative === undefined || before === undefined || y === undefined || y === null
        ? []
        : [{ x: from, y, label: formatNumber(whole(from)), from: before, to: alternative }];
    }),
    marker: { x: Math.max(1, mau.toNumber()), label: `${formatCount(mau)} users` },
    cheapest: winners.flatMap(({ from, to, alternative }) => (alternative === undefined ? [] : [{ from, to, alternative }])),
    table: perMauTable(units, "all"),
  };
}

/** A decade below the least size of interest: where fixed costs fall on a handful of users the rest of the chart would lie flat. */
function firstDrawn({ study }: UnitEconomics): number {
  const { scenario } = study;
  const least = [...scenario.points, scenario.workload.get("mau") ?? ONE].reduce((small, count) => (count.lt(small) ? count : small));
  return 10 ** Math.max(LEAST_POWER, least.e - 1);
}

const LEAST_POWER = 2;

const MANY = 100_000;

/** A single user often costs less than an axis of dollars can show. */
function perMany({ bills, mau }: CurvePoint, index: number): number | null {
  const bill = bills[index];
  return bill && bill.obstacles.length === 0 ? bill.monthly.times(MANY).div(mau).toNumber() : null;
}
