import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fromJSONSchema } from "zod";
import { compare } from "../../src/analysis/compare.js";
import { compareJson, jsonText } from "../../src/report/result-json.js";
import { resultSchema } from "../../src/report/result-schema.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { catalogue } from "../support/catalogue.js";
import { authcost, ROOT } from "../support/command-line.js";

const read = (...path: readonly string[]): string => readFileSync(join(ROOT, ...path), "utf8");
const reports = readdirSync(join(ROOT, "reports")).sort();
const scenarios = readdirSync(join(ROOT, "scenarios")).filter((name) => name.endsWith(".yaml")).map((name) => `scenarios/${name}`).sort();
const compared = (path: string): unknown => JSON.parse(jsonText(compareJson(compare(parseScenario(read(path), { file: path, hash: "0" }), catalogue))));

describe("the schema of a result", () => {
  it("there are results to check", () => expect(reports.length + scenarios.length).toBeGreaterThanOrEqual(10));

  // Parsing drops keys that the schema does not describe, but at the top, where other analyses may stand.
  it.each(reports)("describes every key of reports/%s/result.json", (name) => {
    const result: unknown = JSON.parse(read("reports", name, "result.json"));
    expect(resultSchema.parse(result)).toEqual(result);
  });

  it.each([...scenarios, "test/fixtures/constrained.yaml"])("describes every key of what compare makes of %s", (path) => {
    const result = compared(path);
    expect(resultSchema.parse(result)).toEqual(result);
  });

  const sound = compared("scenarios/consumer-app.yaml") as Record<string, unknown> & { recommendation: object };
  it.each([
    { title: "an amount as a number", wrong: { ...sound, scenario: { name: "a", title: "a", mau: 100000 } } },
    { title: "an amount with an exponent", wrong: { ...sound, scenario: { name: "a", title: "a", mau: "1e5" } } },
    { title: "an unknown verdict", wrong: { ...sound, recommendation: { ...sound.recommendation, verdict: "perhaps" } } },
    { title: "no recommendation", wrong: { ...sound, recommendation: undefined } },
    { title: "another schema version", wrong: { ...sound, schemaVersion: 2 } },
    { title: "no points", wrong: { ...sound, points: [] } },
  ])("refuses $title", ({ wrong }) => {
    expect(resultSchema.safeParse(wrong).success).toBe(false);
  });

  it("lets pass the keys that later versions add", () => {
    expect(resultSchema.safeParse({ ...sound, simulation: { seed: 1 }, recommendation: { ...sound.recommendation, regret: "5" } }).success).toBe(true);
  });
});

describe("schema result", () => {
  const published = JSON.parse(authcost(["schema", "result"]).out);
  const asPublished = fromJSONSchema(published);
  const result = JSON.parse(authcost(["compare", "scenarios/b2b-saas.yaml", "--format", "json"]).out);

  it("is draft 7, and a reader of it takes what compare writes", () => {
    expect(published).toMatchObject({ $schema: "http://json-schema.org/draft-07/schema#", type: "object" });
    const read = asPublished.safeParse(result);
    expect(read.error?.issues ?? []).toEqual([]);
  });

  it("says that amounts are text, and that keys may be added", () => {
    expect(asPublished.safeParse({ ...result, recommendation: { ...result.recommendation, margin: 5 } }).success).toBe(false);
    expect(asPublished.safeParse({ ...result, horizon: {}, recommendation: { ...result.recommendation, regret: "5" } }).success).toBe(true);
    expect(published.properties.scenario.properties.mau).toMatchObject({ type: "string", description: "users active in a month" });
  });
});
