import { describe, expect, it } from "vitest";
import { type CrossoverMap, crossoverMap } from "../../src/analysis/crossover-map.js";
import { type Sensitivity, sensitivity } from "../../src/analysis/sensitivity.js";
import { type UnitEconomics, unitEconomics } from "../../src/analysis/unit-economics.js";
import { mapJson } from "../../src/report/map-report.js";
import type { Chart, Section } from "../../src/report/report-doc.js";
import { drivesSection } from "../../src/report/sections/drives.js";
import { mapSection } from "../../src/report/sections/map.js";
import { unitEconomicsSection } from "../../src/report/sections/unit-economics.js";
import { sensitivityJson } from "../../src/report/sensitivity-report.js";
import { turnSentences } from "../../src/report/sensitivity-words.js";
import { unitEconomicsJson } from "../../src/report/unit-report.js";
import { perUser, stepSentences } from "../../src/report/unit-words.js";
import { decimal } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";
import { scenarioOf } from "../support/models.js";

const FEE = { id: "fee", title: "Flat fee", costs: [{ name: "Fee", monthly: "100" }] };
const SEATS = { id: "seats", title: "By the seat", costs: [{ name: "Seat", perMau: "0.02" }] };
const data = (more: Readonly<Record<string, unknown>> = {}) => scenarioOf({ workload: { mau: "4000" }, alternatives: [FEE, SEATS], ...more });
const chartOf = <K extends Chart["kind"]>(section: Section, kind: K): Extract<Chart, { kind: K }> => {
  const chart = section.blocks.flatMap((block) => (block.kind === "chart" ? [block.chart] : [])).find((one): one is Extract<Chart, { kind: K }> => one.kind === kind);
  if (!chart) throw new Error(`no chart of kind ${kind}`);
  return chart;
};

describe("what drives the difference", () => {
  const one: Sensitivity = sensitivity(data(), catalogue, { draws: 256 });
  const section = drivesSection(one);
  const chart = chartOf(section, "tornado");

  it("says the difference and what moves it most", () => {
    expect(section.lead).toBe("At 4,000 users By the seat costs $20.00 a month less than Flat fee; what moves this difference most: “Fee”.");
  });

  it("has the choice on the right, where the difference is above zero, and the rival on the left", () => {
    expect([chart.left, chart.right.alternative, chart.base]).toEqual([{ alternative: "fee", label: "Flat fee cheaper" }, "seats", { value: 20, text: "$20.00" }]);
    expect(chart.rows.map((row) => [row.label, row.low.text, row.low.value, row.high.text, row.high.result])).toEqual([
      ["“Fee”", "$50.00", -30, "$150.00", "$70.00"], ["active users", "2,000", 60, "6,000", "-$20.00"], ["“Seat”", "$0.01", 60, "$0.03", "-$20.00"],
    ]);
  });

  it("says where it turns, with both sides", () => {
    expect(turnSentences(one)).toEqual([
      "With “Fee” at $80.00 or less, the two cost the same; at $80.0001 By the seat costs $0.00010 less.",
      "With active users at 5,000 or more, the two cost the same; at 4,999 By the seat costs $0.020 less.",
      "With “Seat” at $0.025 or more, the two cost the same; at $0.0249999 By the seat costs $0.00040 less.",
    ]);
  });

  it("as JSON carries dollars as exact text, indices with their intervals, draws and seed", () => {
    const json = sensitivityJson(one) as unknown as { difference: string; spread: string; tornado: { variable: string; turns: { at: string; before: string; differenceBefore: string }[] }[]; sobol: { draws: number; seed: number; indices: { first: Record<string, unknown> }[] } };
    expect([json.difference, json.spread, json.sobol.draws, json.sobol.seed]).toEqual(["20", "0.5", 256, 1]);
    expect(json.tornado[1]?.turns).toEqual([{ side: "above", at: "5000", difference: "0", before: "4999", differenceBefore: "0.02", reason: "cost" }]);
    expect(Object.keys(json.sobol.indices[0]?.first ?? {})).toEqual(["value", "low", "high", "indistinguishable"]);
  });

  it("says what is missing where only one can carry the load", () => {
    expect(drivesSection(sensitivity(data({ alternatives: [FEE] }), catalogue))).toMatchObject({ blocks: [], lead: expect.stringContaining("no difference to explain") as string });
  });
});

describe("where each is cheapest", () => {
  const map: CrossoverMap = crossoverMap(data({ labour: { hourlyRate: "100" }, alternatives: [{ id: "hour", title: "An hour", costs: [{ name: "Upkeep", hoursPerYear: "12" }] }, { id: "cent", title: "A cent", costs: [{ name: "Seat", perMau: "0.01" }] }] }), catalogue, { x: { name: "mau", from: "1000", to: "16000", points: 4 }, y: { name: "hourlyRate", from: "20", to: "80", points: 3 } });
  const chart = chartOf(mapSection(map), "map");

  it("has a cell for each place, and tells by how much the next is dearer than the cheapest", () => {
    expect([chart.xs, chart.ys]).toEqual([[1000, 6000, 11000, 16000], [20, 50, 80]]);
    // At 1,000 users and 20 dollars: 10 against 20, double. At 6,000 and 50: 60 against 50, a fifth dearer.
    expect([chart.cells[0]?.[0], chart.cells[1]?.[1]?.alternative]).toEqual([{ alternative: "cent", margin: 1 }, "hour"]);
    expect(chart.cells[1]?.[1]?.margin).toBeCloseTo(0.2, 9);
    expect(chart.point).toEqual({ x: 4000, y: 100, label: "this scenario" });
  });

  it("as JSON has margins as parts of the dearer, and borders to the user", () => {
    const json = mapJson(map) as unknown as { rows: { y: string; winners: string[]; margins: string[] }[]; boundaries: { from: string; to: string; points: { x: string; y: string }[] }[] };
    expect(json.rows[1]).toEqual({ y: "50", winners: ["cent", "hour", "hour", "hour"], margins: ["0.8", "0.1667", "0.5455", "0.6875"] });
    expect(json.boundaries).toEqual([{ from: "cent", to: "hour", points: [{ x: "2000", y: "20" }, { x: "5000", y: "50" }, { x: "8000", y: "80" }] }]);
  });
});

describe("cost per user", () => {
  const units: UnitEconomics = unitEconomics(data(), catalogue);
  const section = unitEconomicsSection(units);

  it("says what a user costs, and the next one", () => {
    expect(section.lead).toBe("At 4,000 users By the seat costs $0.02 a month for each of them, the least of all; the next user adds $0.02. One month, without what is paid once.");
  });

  it("draws dollars for every 100,000 users: a fee falls, a seat stays", () => {
    const [fee, seats] = chartOf(section, "lines").series.map((one) => one.points.filter((point) => [100, 1000].includes(point.x)).map((point) => point.y));
    expect([fee, seats]).toEqual([[100_000, 10_000], [2000, 2000]]);
  });

  it("as JSON has the exact month beside the quotient", () => {
    const json = unitEconomicsJson(units) as unknown as { points: { mau: string; alternatives: { id: string; monthly: string; perMau: string; next: string; nextAverage: string }[] }[] };
    expect(json.points.find((point) => point.mau === "4000")?.alternatives[0]).toEqual({ id: "fee", feasible: true, monthly: "100", perMau: "0.025", next: "0", nextAverage: "0", steps: [] });
  });

  it("shows three digits that count below a dollar", () => {
    expect(["0.0000111999", "0.0135", "2.5", "-0.00289", "0"].map((text) => perUser(decimal(text)))).toEqual(["$0.0000112", "$0.0135", "$2.50", "-$0.00289", "$0.00"]);
  });

  it("tells the same step at several sizes once", () => {
    const steps = stepSentences(unitEconomics(scenarioOf({ workload: { mau: "1000" }, prices: { book: "seed", asOf: "2024-08-31" }, alternatives: ["postgresql"] }), catalogue));
    expect(steps[0]).toMatch(/from 1,001 users on: \$52\.00 more a month\. RDS for PostgreSQL: db\.t4g\.micro → db\.t3\.medium\.$/);
    expect(steps[1]).toMatch(/from 50,001 users on, and again at 9 more sizes up to 500,001: \$65\.00 more a month/);
  });
});
