import type { Cell, DistributionChart, MapCell, MapChart, Row, Table, TimeChart, TornadoChart, TornadoRow } from "../../src/report/report-doc.js";

/** One chart of each kind that the analyses draw, over the alternatives of the sample report. */
const IDS = ["cognito", "postgresql", "dynamodb", "hybrid"] as const;
const TITLES = ["Cognito Essentials", "PostgreSQL on RDS", "DynamoDB and Lambda", "Hybrid: Cognito sign-in, profiles in PostgreSQL"] as const;

const grouped = (value: number): string => Math.round(value).toLocaleString("en-US");
const usd = (value: number): string => `${value < 0 ? "-" : ""}$${grouped(Math.abs(value))}`;
const perAlternative = IDS.map((alternative, index) => ({ title: TITLES[index] ?? "", align: "right" as const, alternative }));
const tableOf = (id: string, caption: string, columns: Table["columns"], rows: readonly (readonly (string | Cell)[])[]): Table =>
  ({ id, caption, columns, rows: rows.map((cells): Row => ({ cells: cells.map((cell) => (typeof cell === "string" ? { text: cell } : cell)) })) });

const MONTHS = 36;
const users = (month: number): number => 45_000 * 1.05 ** month;
const adding = (once: number, monthly: (month: number) => number): readonly number[] => {
  let sum = once;
  return [once, ...Array.from({ length: MONTHS }, (_, index) => { sum += monthly(index + 1); return sum; })];
};
const POOL = adding(0, (month) => Math.max(0, users(month) - 10_000) * 0.015);
const OWN = adding(18_000, (month) => 214 + 525 + users(month) * 0.00042);
const OWN_BARE = adding(0, (month) => 214 + users(month) * 0.00042);
const TABLES = adding(18_000, (month) => 61.5 + users(month) * 0.0061).map((value, month) => (month <= 30 ? value : null));
const PAID_BACK = OWN.findIndex((value, month) => value < (POOL[month] ?? 0));

export const timeSample: TimeChart = {
  kind: "time", id: "horizon", title: "Cost over 36 months",
  description: `Dollars spent so far with 5 % more users a month, from 45,000. Own solutions cost $18,000 first; PostgreSQL on RDS has paid that back after ${PAID_BACK} months.`,
  months: MONTHS, dollars: "Dollars spent so far",
  lines: [
    { alternative: "cognito", values: POOL, band: POOL.map((value, month) => (month < 6 ? null : { low: value * (1 - month * 0.006), high: value * (1 + month * 0.009) })) },
    { alternative: "postgresql", values: OWN, variant: { label: "without labour", values: OWN_BARE } },
    { alternative: "dynamodb", values: TABLES },
  ],
  marks: [{ month: 18, label: "100,000 users" }, { month: PAID_BACK, label: `PostgreSQL pays back in month ${PAID_BACK}`, alternative: "postgresql" }],
  table: tableOf("horizon-table", "Dollars spent so far", [{ title: "Month", align: "right" }, ...perAlternative.slice(0, 3)], Array.from({ length: 7 }, (_, index) => index * 6).map((month) =>
    [String(month), ...[POOL, OWN, TABLES].map((values): Cell => { const value = values[month]; return value === null || value === undefined ? { text: "not possible", mark: "infeasible" } : { text: usd(value), exact: `${value.toFixed(2)} USD` }; })])),
};

const end = (text: string, value: number | null): TornadoRow["low"] => ({ text, value, result: value === null ? "not possible" : `${usd(Math.abs(value))} a month for ${value < 0 ? "DynamoDB and Lambda" : "PostgreSQL on RDS"}` });
const SWINGS: readonly TornadoRow[] = [
  { label: "API calls per active user", low: end("100", -66), high: end("900", 640) },
  { label: "Users active in a month", low: end("60k", -24), high: end("250k", 492) },
  { label: "Price of DynamoDB writes", low: end("× 0.8", 158), high: end("× 1.2", 246) },
  { label: "Users that grow beyond the ladder", low: end("1M", 202), high: end("3M", null) },
  { label: "Sign-ins per active user", low: end("2", 96), high: end("20", 378) },
  { label: "Upkeep of the own database, hours a month", low: end("1", 302), high: end("6", -198) },
  { label: "Share of federated users", low: end("0 %", 202), high: end("40 %", 202) },
];
export const tornadoSample: TornadoChart = {
  kind: "tornado", id: "drivers-of-difference", title: "What drives the difference: DynamoDB and Lambda against PostgreSQL on RDS",
  description: "PostgreSQL on RDS is $202 a month cheaper. API calls per active user matter most; three of seven variables can turn the answer.",
  left: { alternative: "dynamodb", label: "DynamoDB and Lambda cheaper" }, right: { alternative: "postgresql", label: "PostgreSQL on RDS cheaper" },
  dollars: "Dollars a month between the two", base: { value: 202, text: "$202" }, rows: SWINGS,
  table: tableOf("drivers-of-difference-table", "The difference when one variable moves", [{ title: "Variable", align: "left" }, { title: "Low", align: "right" }, { title: "High", align: "right" }, { title: "Difference at low", align: "left" }, { title: "Difference at high", align: "left" }],
    SWINGS.map(({ label, low, high }) => [label, low.text, high.text, low.result, high.result])),
};

const hill = (middle: number, width: number, from: number, to: number): readonly number[] => Array.from({ length: 41 }, (_, index) => {
  const x = from + ((to - from) * index) / 40;
  return Math.exp(-(((x - middle) / width) ** 2)) + 0.15 * Math.exp(-(((x - middle - 1.6 * width) / width) ** 2));
});
const SPREAD = [["cognito", 880, 1_350, 2_140, 0.04], ["postgresql", 430, 520, 890, 0.62], ["dynamodb", 390, 672, 1_480, 0.34]] as const;
export const distributionSample: DistributionChart = {
  kind: "distribution", id: "outcomes", title: "How sure: what each may cost",
  description: "In 10,000 draws PostgreSQL on RDS is the cheapest in 62 %, between $430 and $890 in eight of ten.",
  x: { title: "Dollars a month; the bar holds eight of ten draws, its mark half of them", scale: "linear", unit: "usd" },
  rows: [
    ...SPREAD.map(([alternative, p10, p50, p90, share]) => ({
      alternative, outcome: { p10: { value: p10, text: usd(p10) }, p50: { value: p50, text: usd(p50) }, p90: { value: p90, text: usd(p90) } },
      cheapest: { share, text: `${share * 100} %` }, density: { from: p10 * 0.7, to: p90 * 1.25, heights: hill(p50, (p90 - p10) / 2.4, p10 * 0.7, p90 * 1.25) },
    })),
    { alternative: "hybrid", outcome: null, cheapest: { share: 0, text: "0 %" }, note: "not possible in any draw" },
  ],
  marker: { value: 1_000, label: "budget $1,000" },
  table: tableOf("outcomes-table", "Dollars a month over 10,000 draws", [{ title: "Alternative", align: "left" }, { title: "P10", align: "right" }, { title: "P50", align: "right" }, { title: "P90", align: "right" }, { title: "Cheapest in", align: "right" }],
    SPREAD.map(([alternative, p10, p50, p90, share], index) => [{ text: TITLES[index] ?? "", alternative }, usd(p10), usd(p50), usd(p90), `${share * 100} %`])),
};

const CALLS = Array.from({ length: 31 }, (_, index) => 10 * 10 ** (index / 10));
const SIZES = Array.from({ length: 41 }, (_, index) => 1_000 * 10 ** (index / 10));
const cell = (mau: number, calls: number): MapCell => {
  const costs = ([["cognito", Math.max(0, mau - 10_000) * 0.015 + 1], ["postgresql", mau > 2_000_000 ? Number.POSITIVE_INFINITY : 214 + mau * 0.00042 + mau * calls * 0.0000004],
    ["dynamodb", mau > 8_000_000 ? Number.POSITIVE_INFINITY : 61.5 + mau * 0.0001 + mau * calls * 0.00002], ["hybrid", mau * calls > 3e9 ? Number.POSITIVE_INFINITY : mau * 0.0015 + 150 + mau * calls * 0.0000003]] as const).filter(([, cost]) => Number.isFinite(cost) && cost < 90_000).sort((a, b) => a[1] - b[1]);
  const [first, second] = costs;
  return first ? { alternative: first[0], margin: second ? Math.min(1, second[1] / first[1] - 1) : 1 } : { alternative: null, margin: 0 };
};
const CELLS = CALLS.map((calls) => SIZES.map((mau) => cell(mau, calls)));
export const mapSample: MapChart = {
  kind: "map", id: "map", title: "Where: users and API calls",
  description: "The cheapest over users active in a month and API calls per user. Cognito Essentials for few users, DynamoDB and Lambda for few calls, PostgreSQL on RDS for many.",
  x: { title: "Users active in a month (MAU)", scale: "log", unit: "users" }, y: { title: "API calls per active user in a month", scale: "log", unit: "number" },
  xs: SIZES, ys: CALLS, cells: CELLS, point: { x: 100_000, y: 300, label: "this scenario" }, none: "None can carry it",
  table: tableOf("map-table", "The cheapest at some places of the map", [{ title: "Calls per user", align: "right" }, ...[0, 10, 20, 30, 40].map((column) => ({ title: `${grouped(SIZES[column] ?? 0)} users`, align: "left" as const }))],
    [0, 10, 20, 30].map((row) => [grouped(CALLS[row] ?? 0), ...[0, 10, 20, 30, 40].map((column): Cell => { const winner = CELLS[row]?.[column]?.alternative ?? null; return winner === null ? { text: "none", mark: "infeasible" } : { text: TITLES[IDS.indexOf(winner as (typeof IDS)[number])] ?? "", alternative: winner }; })])),
};
