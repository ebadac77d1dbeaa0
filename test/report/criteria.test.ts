import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compare } from "../../src/analysis/compare.js";
import { criteriaJson } from "../../src/report/criteria-json.js";
import type { Section, Table } from "../../src/report/report-doc.js";
import { comparisonSection } from "../../src/report/sections/comparison.js";
import { criteriaSection } from "../../src/report/sections/criteria.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { catalogue } from "../support/catalogue.js";
import { FIXTURES } from "../support/fixture.js";

const compared = (text: string) => compare(parseScenario(text, { file: "a.yaml", hash: "" }), catalogue);
const constrained = compared(readFileSync(`${FIXTURES}constrained.yaml`, "utf8"));
const weighed = compared(`name: a
prices: { asOf: 2026-10-06 }
workload: { mau: 5000 }
alternatives:
  - { id: plain, costs: [{ name: all, monthly: "100" }], scores: { reporting: { score: 1, because: none } } }
  - { id: rich, costs: [{ name: all, monthly: "125" }], scores: { reporting: { score: 5, because: SQL } } }
decision: { cost: 5, priorities: { reporting: 5 } }
`);

const tableOf = (section: Section, id: string): Table | undefined => section.blocks.flatMap((block) => (block.kind === "table" && block.table.id === id ? [block.table] : []))[0];
const rowsOf = (section: Section, id: string): readonly string[] => (tableOf(section, id)?.rows ?? []).map((row) => row.cells.map((cell) => `${cell.text}${cell.mark ? "!" : ""}`).join(" | "));
const itemsOf = (section: Section): readonly string[] => section.blocks.flatMap((block) => (block.kind === "list" ? block.items : []));

describe("constraints in the report", () => {
  const section = criteriaSection(constrained);
  it("facts stand beside what is required, and what breaks a constraint is marked", () => {
    // columns: fact, required, cognito, postgresql, clerk-pro, propelauth, agency, cellar
    expect(rowsOf(section, "facts")).toEqual([
      "export of password hashes | yes | no! | yes | yes | not known | on request | not known",
      "import of password hashes | – | yes | yes | yes | yes | not known | not known",
      "export of TOTP secrets | – | no | yes | yes | not known | not known | not known",
      "place of user data | eu | any Region | any Region | us! | not known | eu-central-1 | not known",
      "promised uptime | 99.9 % | 99.9 % | 99.95 % | not known | not known | 99.9 % | not known",
    ]);
  });
  it("a line opens to grounds with sources, days and confidence", () => {
    const [line] = tableOf(section, "facts")?.rows[0]?.detail?.lines ?? [];
    expect(line).toBe("Amazon Cognito: no: Cognito hands out no hashes; users reset their passwords or are moved one by one at sign-in (https://workos.com/docs/migrate/aws-cognito, read 2026-11-23; confidence high)");
  });
  it("says who is out, what is open and what is met with a remark", () => {
    const items = itemsOf(section);
    expect(items).toContain("A server in the cellar is out: the scenario excludes it.");
    expect(items).toContain("Open for PropelAuth: export of password hashes; it is not known: no public statement found; ask the vendor.");
    expect(items.filter((item) => item.startsWith("Open for A server")), "what is out has no questions left").toEqual([]);
    expect(items).toContain("Run by an agency, export of password hashes: on request, contract of 2026-03-01.");
  });
  it("is out at every size, said once", () => {
    const said = itemsOf(comparisonSection(constrained)).filter((item) => item.includes("Amazon Cognito"));
    expect(said).toEqual(["Amazon Cognito is out at every size, by a constraint: export of password hashes."]);
  });
  it("a choice with an open constraint is conditional, and the reasons say so", () => {
    const { choice, verdict, reasons } = constrained.recommendation;
    expect({ choice, verdict }).toEqual({ choice: "propelauth", verdict: "conditional" });
    expect(reasons.filter((reason) => reason.startsWith("Open for PropelAuth"))).toHaveLength(3);
  });
});

describe("weights in the report", () => {
  it("each weight has its range and who is first beyond it", () => {
    const rows = rowsOf(criteriaSection(weighed), "weight-stability");
    expect(rows[0], "0.8 c + 5 >= c up to 25").toBe("cost | 5 | 0 | 25 | – | plain at 25.01");
    expect(rows.find((row) => row.startsWith("own queries")), "4 + w >= 5 from 1 on").toBe("own queries, reports and analysis of user data | 5 | 1 | 100 | plain at 0.99 | –");
    expect(tableOf(criteriaSection(weighed), "rank-acceptability")).toBeUndefined();
  });
  it("without priorities the ranks over all weights add up to the whole", () => {
    const comparison = compared("name: a\nprices: { asOf: 2026-10-06 }\nworkload: { mau: 100000 }\nalternatives: [cognito, postgresql, dynamodb]");
    const section = criteriaSection(comparison);
    const shares = (tableOf(section, "rank-acceptability")?.rows ?? []).map((row) => row.cells.slice(1).map((cell) => Number(cell.exact)));
    for (const rank of [0, 1, 2]) expect(shares.reduce((sum, row) => sum + (row[rank] ?? 0), 0)).toBeCloseTo(1, 3);
    expect(shares).toHaveLength(3);
  });
});

describe("the result says the same", () => {
  it("constraints, with status and source", () => {
    const json = JSON.parse(JSON.stringify(criteriaJson(constrained)));
    expect(json.alternatives[0].constraints[0]).toMatchObject({ constraint: "hashExport", status: "broken", source: { confidence: "high" } });
    expect(json.alternatives.map((one: { constraints: readonly { status: string }[] }) => one.constraints.map((check) => check.status).join())).toEqual(["broken,met,met", "met,met,met", "met,broken,unknown", "unknown,unknown,unknown", "met,met,met", "unknown,unknown,unknown,broken"]);
  });
  it("ranges of weights as decimal strings", () => {
    const json = JSON.parse(JSON.stringify(criteriaJson(weighed)));
    expect(json.stability[0]).toEqual({ criterion: "cost", weight: "5", from: null, to: { inside: "25", outside: "25.01", to: "plain" } });
    expect(json.merits.map((one: { id: string; total: number }) => `${one.id} ${one.total}`)).toEqual(["rich 0.9", "plain 0.5"]);
    expect(json.acceptability).toBeNull();
  });
});
