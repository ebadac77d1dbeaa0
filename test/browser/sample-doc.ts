import type { Block, Cell, LineChart, ReportDoc, Row, StackedBars, Table } from "../../src/report/report-doc.js";
import { distributionSample, mapSample, timeSample, tornadoSample } from "./sample-charts.js";

/** A realistic report made by hand: free users, ladder steps, an alternative that ends, thirty lines with their arithmetic. */
const ALTERNATIVES = [
  { id: "cognito", title: "Cognito Essentials", summary: "A managed user pool; the first 10,000 users active in a month are free." },
  { id: "postgresql", title: "PostgreSQL on RDS", summary: "An own database in two availability zones, a sign-in service on Fargate." },
  { id: "dynamodb", title: "DynamoDB and Lambda", summary: "Own tables paid by request, functions that sign users in." },
  { id: "hybrid", title: "Hybrid: Cognito sign-in, profiles in PostgreSQL", summary: "Cognito keeps the passwords, the own database keeps the profiles." },
] as const;

const LADDER = [[60_000, 214], [250_000, 428], [900_000, 1_190], [2_000_000, 2_380]] as const;
const ladder = (mau: number): number | null => LADDER.find(([upTo]) => mau <= upTo)?.[1] ?? null;
const pool = (mau: number): number => Math.max(0, mau - 10_000) * 0.015;
const tables = (mau: number): number => 61.5 + mau * 0.0061;
const COSTS: readonly ((mau: number) => number | null)[] = [
  pool,
  (mau) => { const step = ladder(mau); return step === null ? null : step + mau * 0.00042; },
  tables,
  (mau) => pool(mau) + 31.2 + mau * 0.0002,
];

const WINNERS = [
  { from: 100, to: 14_100, alternative: "cognito" }, { from: 14_101, to: 60_000, alternative: "dynamodb" },
  { from: 60_001, to: 66_000, alternative: "dynamodb" }, { from: 66_001, to: 250_000, alternative: "postgresql" },
  { from: 250_001, to: 2_000_000, alternative: "postgresql" }, { from: 2_000_001, to: 10_000_000, alternative: "dynamodb" },
] as const;
const CROSSINGS = [{ x: 14_101, from: "cognito", to: "dynamodb" }, { x: 66_001, from: "dynamodb", to: "postgresql" }, { x: 2_000_001, from: "postgresql", to: "dynamodb" }] as const;

const grouped = (value: number, places = 0): string => value.toLocaleString("en-US", { minimumFractionDigits: places, maximumFractionDigits: places });
const usd = (value: number): string => `$${grouped(value, value >= 100 ? 0 : 2)}`;
const money = (value: number): Cell => ({ text: usd(value), exact: `${Number(value.toFixed(6))} USD` });

function costs(mau: number): readonly Cell[] {
  const values = COSTS.map((cost) => cost(mau));
  const least = Math.min(...values.filter((value) => value !== null));
  return values.map((value) => (value === null ? { text: "not possible", mark: "infeasible" } : { ...money(value), ...(value === least ? { mark: "cheapest" as const } : {}) }));
}

const GRID = [...new Set([
  ...Array.from({ length: 51 }, (_, index) => Math.round(100 * 10 ** (index / 10))), 10_000,
  ...[...LADDER.map(([upTo]) => upTo + 1), ...CROSSINGS.map(({ x }) => x)].flatMap((at) => [at - 1, at]),
])].sort((a, b) => a - b);

const columns = ALTERNATIVES.map(({ id, title }) => ({ title, align: "right" as const, alternative: id }));

const lines: LineChart = {
  kind: "lines", id: "cost-over-users", title: "Cost over users",
  description: "Cheapest: Cognito Essentials up to 14,100 users; DynamoDB and Lambda up to 66,000; PostgreSQL on RDS up to 2,000,000; above, DynamoDB and Lambda.",
  x: { title: "Users active in a month (MAU)", scale: "log", unit: "users" },
  y: { title: "Dollars a month", scale: "log", unit: "usd" },
  series: ALTERNATIVES.map(({ id }, index) => ({ alternative: id, points: GRID.map((x) => ({ x, y: COSTS[index]?.(x) ?? null })), ...(id === "dynamodb" ? { band: GRID.map((x) => ({ x, low: tables(x) * 0.6, high: tables(x) * 1.5 })) } : {}) })),
  crossings: CROSSINGS.map((one) => ({ ...one, y: Math.min(...COSTS.map((cost) => cost(one.x) ?? Number.POSITIVE_INFINITY)), label: grouped(one.x) })),
  marker: { x: 100_000, label: "100k users" },
  cheapest: WINNERS,
  table: { id: "cost-over-users-table", caption: "Dollars a month over users", columns: [{ title: "Users", align: "right" }, ...columns], rows: GRID.map((mau): Row => ({ cells: [{ text: grouped(mau) }, ...costs(mau)] })) },
};

const PARTS: readonly (readonly [string, readonly number[]])[] = [
  ["Cognito user pool", [1_350, 0, 0, 1_350]], ["DynamoDB", [0, 0, 402.5, 0]], ["RDS for PostgreSQL", [0, 268.06, 0, 31.2]], ["Lambda", [0, 0, 181.4, 0]],
  ["Auth service (Fargate)", [0, 108.12, 0, 0]], ["Entry (load balancer, addresses)", [0, 64.4, 38.2, 0]], ["Messages", [11.2, 11.2, 11.2, 11.2]], ["Other", [0, 18.22, 38.2, 8.8]],
];
const totals = ALTERNATIVES.map((_, index) => PARTS.reduce((sum, [, values]) => sum + (values[index] ?? 0), 0));

const bars: StackedBars = {
  kind: "stacked-bars", id: "components", title: "Components of each bill",
  description: `Monthly cost by component: ${ALTERNATIVES.map(({ title }, index) => `${title} $${grouped(totals[index] ?? 0, 2)}`).join("; ")}.`,
  bars: ALTERNATIVES.map(({ id }, index) => ({ alternative: id, total: usd(totals[index] ?? 0) })),
  parts: PARTS.map(([label, values]) => ({ label, values })),
  table: {
    id: "components-table", caption: "Dollars a month by component", columns: [{ title: "Component", align: "left" }, ...columns],
    rows: [...PARTS.map(([label, values]): Row => ({ cells: [{ text: label }, ...values.map(money)] })), { emphasis: "total", cells: [{ text: "Total" }, ...totals.map(money)] }],
  },
};

const POINTS = [500, 5_000, 50_000, 100_000, 1_000_000, 10_000_000];
const comparison: Table = {
  id: "comparison", caption: "Dollars a month at each number of users",
  columns: [{ title: "Alternative", align: "left" }, ...["500", "5k", "50k", "100k", "1M", "10M"].map((count) => ({ title: `${count} users`, align: "right" as const }))],
  rows: ALTERNATIVES.map(({ id, title }, index): Row => ({ cells: [{ text: title, alternative: id }, ...POINTS.map((mau) => costs(mau)[index] ?? { text: "" })] })),
};

const CHARGES = ["Database instance, two zones", "Storage", "Backups beyond the free part", "Requests", "Reads", "Writes", "Keys", "Log storage", "Public addresses", "E-mails"];
const lineItem = (index: number): Row => {
  const quantity = (index + 1) * 1_460;
  const amount = index % 7 === 3 ? 0 : (index * index + 1) * 1.37;
  return {
    cells: [
      { text: ["RDS for PostgreSQL", "Auth service (Fargate)", "Encryption (KMS)"][index % 3] ?? "" }, { text: CHARGES[index % CHARGES.length] ?? "" },
      { text: grouped(quantity), exact: `${quantity} hour` }, { text: "hour" }, { ...money(amount), ...(index % 9 === 4 ? { mark: "low-confidence" as const } : {}) },
    ],
    detail: {
      lines: [`hours = ${index + 1} × 2 × 730 = ${grouped(quantity)} hour`, "20 hour free: $0.00", `20 to above: ${grouped(quantity - 20)} hour × $0.0011 = ${usd(amount)}`, `together ${usd(amount)}`],
      source: { text: "aws.rds-postgresql.db.t4g.micro.multi-az, in force from 2026-08-31, read 2026-09-20, high confidence", url: "https://aws.amazon.com/rds/postgresql/pricing/" },
    },
  };
};
const bill: Table = {
  id: "bill-postgresql", caption: "PostgreSQL on RDS: an own database in two availability zones",
  columns: [{ title: "Component", align: "left" }, { title: "Charge", align: "left" }, { title: "Quantity", align: "right" }, { title: "Unit", align: "left" }, { title: "A month", align: "right" }],
  rows: [...Array.from({ length: 30 }, (_, index) => lineItem(index)), { emphasis: "total", cells: [{ text: "Total a month" }, { text: "" }, { text: "" }, { text: "" }, { text: "$470.00", exact: "470 USD" }] }],
  note: "Not in this bill: labour to build, run and secure it; audits and penetration tests.",
};

const drivers: Table = {
  id: "drivers", caption: "Drivers of the workload",
  columns: [{ title: "Driver", align: "left" }, { title: "Value", align: "right" }, { title: "From", align: "left" }, { title: "Meaning", align: "left" }, { title: "Reason for the default", align: "left" }],
  rows: [
    { cells: [{ text: "mau" }, { text: "100,000" }, { text: "stated" }, { text: "users who sign in or refresh at least once in the month" }, { text: "" }] },
    { cells: [{ text: "apiCallsPerMau" }, { text: "300" }, { text: "default" }, { text: "calls to the own API for each active user in a month" }, { text: "about ten calls a day; matters only where each call is authorized at a price" }] },
    { cells: [{ text: "signInsPerMau" }, { text: "8" }, { text: "stated" }, { text: "sign-ins with a password or another first factor" }, { text: "" }] },
  ],
};
const rates: Table = {
  id: "rates", caption: "Rates used; open a line for the note on its source",
  columns: [{ title: "Rate", align: "left" }, { title: "In force from", align: "left" }, { title: "Read", align: "left" }, { title: "Age", align: "right" }, { title: "Confidence", align: "left" }, { title: "Source", align: "left" }],
  rows: ["aws.cognito.essentials.mau", "aws.dynamodb.on-demand.write", "aws.rds-postgresql.db.t4g.micro.multi-az"].map((id, index): Row => ({
    cells: [{ text: id }, { text: "2026-08-31" }, { text: "2026-09-20" }, { text: "16 days" }, index === 1 ? { text: "low", mark: "low-confidence" } : { text: "high" }, { text: "source", url: "https://aws.amazon.com/cognito/pricing/" }],
    detail: { lines: [`Title of ${id}`, "File pricing/aws/cognito/2026-06-22.yaml"], source: { text: "https://aws.amazon.com/cognito/pricing/", url: "https://aws.amazon.com/cognito/pricing/" } },
  })),
};

const table = (one: Table): Block => ({ kind: "table", table: one });

export const sampleDoc: ReportDoc = {
  schemaVersion: 1,
  title: "Consumer app, 100k users, one in ten federated",
  subtitle: "100,000 users active in a month (MAU); list prices of 2026-10-06 in us-east-1.",
  headline: {
    sentence: "At 100,000 users PostgreSQL on RDS costs $470 a month, $202 less than DynamoDB and Lambda; from 2,000,001 users on DynamoDB and Lambda is cheaper.",
    verdict: { key: "conditional", label: "Conditional", meaning: "A change of size within a factor of two would change the answer." },
    reasons: [
      "Cheapest is PostgreSQL on RDS at $470.00 a month, $201.50 (30 %) below DynamoDB and Lambda.",
      "Cost alone decides: the scenario states no priorities.",
      "Not in this bill: labour to build, run and secure it; audits and penetration tests.",
    ],
    flips: ["DynamoDB and Lambda up to 66,000 users", "DynamoDB and Lambda from 2,000,001 users on"],
    chart: lines,
  },
  alternatives: ALTERNATIVES,
  sections: [
    { id: "side-by-side", title: "Side by side", lead: "What each alternative costs in a month at list prices. Hover a figure for its exact value.", blocks: [table(comparison), { kind: "list", items: ["At 10,000,000 users PostgreSQL on RDS is not possible: the largest instance of the ladder carries 2,000,000 users."] }] },
    { id: "bills", title: "What the bill is made of", lead: "Every line at 100,000 users. Open a line for its arithmetic: driver, quantity, free part, tiers, source.", blocks: [{ kind: "chart", chart: bars }, table(bill)] },
    { id: "horizon-section", title: "Over time", lead: "What is spent in 36 months.", blocks: [{ kind: "chart", chart: timeSample }] },
    { id: "decision", title: "How firm the answer is", lead: "What drives it, how sure it is, and where it holds.", blocks: [{ kind: "chart", chart: tornadoSample }, { kind: "chart", chart: distributionSample }, { kind: "chart", chart: mapSample }] },
    { id: "assumptions", title: "Assumptions", lead: "Every figure above follows from these. What the scenario does not state takes a documented default.", blocks: [table(drivers), { kind: "list", items: ["An hour-priced resource runs 730 hours in an estimated month.", "List prices in US dollars, without tax, support plans, credits or negotiated discounts."] }] },
    { id: "sources", title: "Prices and their sources", lead: "3 rates in force on 2026-10-06; 1 of them with low confidence.", blocks: [table(rates), { kind: "prose", paragraphs: ["Engine: authcost 0.1.0. Scenario: consumer-app, content 5f2c…9a1e."] }] },
  ],
};
