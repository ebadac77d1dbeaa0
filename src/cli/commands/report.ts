import { join } from "node:path";
import { compare } from "../../analysis/compare.js";
import { lineItemsCsv } from "../../report/line-items-csv.js";
import { compareJson, jsonText } from "../../report/result-json.js";
import { comparisonText } from "../comparison-text.js";
import { note, progress } from "../emit.js";
import { slug, writeTogether } from "../files.js";
import { htmlPage } from "../html-page.js";
import { loadCatalogue } from "../load-catalogue.js";
import { readScenario, type ScenarioFlags } from "../read-scenario.js";

export const REPORT_FILES = ["report.html", "result.json", "line-items.csv"] as const;

type Flags = ScenarioFlags & { readonly output?: string | undefined };

/** Writes the report of a scenario and prints its comparison. */
export async function runReport(flags: Flags): Promise<void> {
  const scenario = readScenario(flags);
  const folder = flags.output ?? join("reports", slug(scenario.name));
  let text = "";
  const written = await writeTogether(folder, REPORT_FILES, async () => {
    progress("comparing…");
    const comparison = compare(scenario, await loadCatalogue());
    text = comparisonText(comparison);
    progress("drawing the report…");
    const page = htmlPage(comparison);
    progress("");
    return new Map([["report.html", page], ["result.json", jsonText(compareJson(comparison))], ["line-items.csv", lineItemsCsv(comparison)]]);
  });
  process.stdout.write(text);
  note(`\nwrote ${written.join(", ")}`);
}
