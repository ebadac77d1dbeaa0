import { describe, expect, it } from "vitest";
import { explainText } from "../../src/cli/explain-text.js";
import { compare } from "../../src/analysis/compare.js";
import { diffResults, parseResult } from "../../src/report/diff-results.js";
import { resultDiffDoc } from "../../src/report/result-diff-report.js";
import { explainCsv, explainDoc, explainJson } from "../../src/report/explain-document.js";
import { lineItemRows } from "../../src/report/line-item-rows.js";
import { compareJson, jsonText } from "../../src/report/result-json.js";
import { billSection } from "../../src/report/sections/bills.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { catalogue } from "../support/catalogue.js";

/** B2C Essentials has published prices up to 50,000 users. */
const at = (mau: number) => compare(parseScenario(`{ name: app, prices: { asOf: 2026-10-06 }, workload: { mau: ${mau} }, alternatives: [cognito, auth0-b2c-essentials] }`, { file: "app.yaml", hash: "" }), catalogue);
const beyond = at(50_001);
const auth0 = beyond.points[0]?.alternatives[1];
if (!auth0) throw new Error("there is no second alternative");
const explained = { model: auth0.model, bill: auth0.bill, mau: beyond.recommendation.mau, asOf: "2026-10-06", region: "us-east-1" };
type Result = { readonly points: readonly { readonly alternatives: readonly { readonly monthly: string | null; readonly lines: readonly { readonly charge: string; readonly amount: string | null }[] }[] }[] };

describe("where no price is published, no figure stands", () => {
  it("in a result: neither the line nor the month has one; what has a price keeps it", () => {
    const [cognito, vendor] = (JSON.parse(jsonText(compareJson(beyond))) as Result).points[0]?.alternatives ?? [];
    expect(cognito?.monthly).toMatch(/^\d/);
    expect(vendor?.monthly).toBeNull();
    expect(vendor?.lines.map(({ amount }) => amount)).toContain(null);
  });

  it("in the lines as CSV: the amount is empty", () => {
    const [head = [], ...rows] = lineItemRows(beyond);
    const amounts = rows.filter((row) => row[head.indexOf("rate")] === "" && row[head.indexOf("alternative")] === "auth0-b2c-essentials").map((row) => row[head.indexOf("amount_usd")]);
    expect(amounts).toEqual([""]);
  });

  it("in the report: no bar, and words for the total", () => {
    const section = billSection(beyond);
    const chart = section.blocks.flatMap((block) => (block.kind === "chart" && block.chart.kind === "stacked-bars" ? [block.chart] : []))[0];
    expect(chart?.bars[1]?.total).toBe("no price");
    expect(chart?.parts.map(({ values }) => values[1])).toEqual(chart?.parts.map(() => 0));
    expect(chart?.table.rows.at(-1)?.cells[2]).toEqual({ text: "no price" });
    const table = section.blocks.flatMap((block) => (block.kind === "table" && block.table.id === "bill-auth0-b2c-essentials" ? [block.table] : []))[0];
    expect(table?.rows.find(({ emphasis }) => emphasis === "total")?.cells.at(-1)).toEqual({ text: "no price" });
    expect(JSON.stringify(table?.rows.map(({ detail }) => detail?.lines))).toContain("no price is known at this quantity");
  });

  it("in an explanation: in its title, its lines, its total", () => {
    const text = explainText(explained);
    expect(text).toContain("50,001 users: no price\n");
    expect(text).toMatch(/Total +no price/);
    expect(explainCsv(explained)).toMatch(/,50001,,$/m);
    expect(explainJson(explained)).toMatchObject({ monthly: null });
    expect(JSON.stringify(explainDoc(explained))).toContain("No price is known at this quantity.");
  });

  it("between two results: it is named, and not compared", () => {
    const result = (mau: number): ReturnType<typeof parseResult> => {
      const made = JSON.parse(jsonText(compareJson(at(mau)))) as { points: { mau: string }[] };
      return parseResult(JSON.stringify({ ...made, points: made.points.map((point) => ({ ...point, mau: "1" })) }), "result.json");
    };
    const diff = diffResults(result(40_000), result(50_001));
    expect(diff.unpriced).toEqual(["Auth0 B2C Essentials"]);
    expect(diff.points[0]?.alternatives.map(({ id }) => id)).toEqual(["cognito"]);
    expect(diff.choiceAfter).toBe("cognito");
    expect(resultDiffDoc(diff).lead.at(-1)).toBe("Not compared where one of the results has no price: Auth0 B2C Essentials.");
  });
});
