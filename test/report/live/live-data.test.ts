import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compare } from "../../../src/analysis/compare.js";
import { liveData, revived } from "../../../src/report/live/live-data.js";
import { compareJson, jsonText } from "../../../src/report/result-json.js";
import { override } from "../../../src/scenario/override.js";
import { parseScenario } from "../../../src/scenario/parse-scenario.js";
import { catalogue } from "../../support/catalogue.js";

const folder = fileURLToPath(new URL("../../../scenarios/", import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

describe("a scenario and its prices, embedded and revived, give the same result", () => {
  it.each(names)("%s", (name) => {
    const scenario = parseScenario(readFileSync(`${folder}${name}`, "utf8"), { file: name, hash: "" });
    const before = compare(scenario, catalogue);
    const text = JSON.stringify(liveData(scenario, before.study.models, catalogue));
    const again = revived(JSON.parse(text) as ReturnType<typeof liveData>);
    expect(jsonText(compareJson(compare(again.scenario, again.catalogue)))).toBe(jsonText(compareJson(before)));
    expect(text.length, "a report of at most 800 KB has no room for more").toBeLessThan(160_000);
    for (const asOf of ["2024-12-31", "2025-08-01", "2026-06-30"]) {
      const dated = override(scenario, { asOf });
      const there = override(again.scenario, { asOf });
      const result = (run: () => unknown): string => {
        try {
          return JSON.stringify(run());
        } catch (error) {
          return String(error);
        }
      };
      expect(result(() => compareJson(compare(there, again.catalogue)))).toBe(result(() => compareJson(compare(dated, catalogue))));
    }
  });
});
