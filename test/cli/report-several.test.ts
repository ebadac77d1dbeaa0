import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { authcost, scratch } from "../support/command-line.js";

describe("a report of several scenarios", () => {
  it("is one page, one result and one list of line items", () => {
    const place = scratch();
    const ran = authcost(["report", "scenarios/consumer-app.yaml", "scenarios/b2b-saas.yaml", "-o", place.folder]);
    expect([ran.code, ...[...place.names()].sort()]).toEqual([0, "line-items.csv", "report.html", "result.json"]);
    const result = JSON.parse(readFileSync(join(place.folder, "result.json"), "utf8")) as { scenarios: { scenario: { name: string }; recommendation: { choice: string; sentence: string } }[] };
    expect(result.scenarios.map(({ scenario, recommendation }) => [scenario.name, recommendation.choice])).toEqual([["consumer-app", "cognito-lite"], ["b2b-saas", "cognito"]]);
    const page = readFileSync(join(place.folder, "report.html"), "utf8");
    for (const { recommendation } of result.scenarios) expect(page).toContain(recommendation.sentence);
    const rows = readFileSync(join(place.folder, "line-items.csv"), "utf8").split("\n").filter((line) => line !== "");
    expect(new Set(rows.map((row) => row.split(",")[0]))).toEqual(new Set(["scenario", "consumer-app", "b2b-saas"]));
    expect(ran.out.split("\n").every((line) => line.length <= 80)).toBe(true);
    place.remove();
  });

  it("refuses the same name twice, a file that is not there and a watch, and writes nothing", () => {
    const place = scratch();
    const cases = [
      { args: ["scenarios/consumer-app.yaml", "scenarios/consumer-app.yaml"], says: "two scenarios are called \"consumer-app\"" },
      { args: ["scenarios/consumer-app.yaml", "nothing.yaml"], says: "nothing.yaml: there is no such file" },
      { args: ["scenarios/consumer-app.yaml", "scenarios/b2b-saas.yaml", "--watch"], says: "only one scenario can be watched" },
    ];
    for (const { args, says } of cases) {
      const ran = authcost(["report", ...args, "-o", place.folder]);
      expect([ran.code, place.names().length]).toEqual([1, 0]);
      expect(ran.err).toContain(says);
    }
    place.remove();
  });
});
