import { join } from "node:path";
import { type Comparison, compare } from "../../analysis/compare.js";
import { collect } from "../../problems/collect.js";
import { type Problem, ProblemError, quoted } from "../../problems/problem.js";
import { csvText } from "../../report/line-items-csv.js";
import { lineItemRows } from "../../report/line-item-rows.js";
import { textTable } from "../../report/render/text-table.js";
import { wrap } from "../../report/render/plain-text.js";
import { jsonText } from "../../report/result-json.js";
import { alternativesTable, scenariosTable, sideBySideDoc, sideBySideJson } from "../../report/side-by-side.js";
import type { Scenario } from "../../scenario/scenario.js";
import { note, progress } from "../emit.js";
import { slug } from "../files.js";
import { sectionsHtml } from "../html-page.js";
import { loadCatalogue } from "../load-catalogue.js";
import { readScenario, type ScenarioFlags } from "../read-scenario.js";
import { writeTogether } from "../write-files.js";

const FILES = ["report.html", "result.json", "line-items.csv"] as const;
const MOST = 12;

/** Writes one report of several scenarios. @returns the path of the page */
export async function writeSeveral(files: readonly string[], flags: ScenarioFlags, output: string | undefined): Promise<string> {
  if (files.length > MOST)
    throw new ProblemError([
      { code: "bad-argument", message: "too many scenarios for one page", found: String(files.length), expected: `at most ${MOST}` },
    ]);
  const scenarios = collect(files, (scenario) => readScenario({ ...flags, scenario }));
  const twice = repeated(scenarios);
  if (twice.length > 0) throw new ProblemError(twice);
  const folder = output ?? join("reports", slug(scenarios.map((one) => one.name).join("+")));
  let comparisons: readonly Comparison[] = [];
  const written = await writeTogether(folder, FILES, async () => {
    progress("comparing…");
    const catalogue = await loadCatalogue();
    comparisons = collect(scenarios, (scenario) => compare(scenario, catalogue));
    progress("");
    const rows = comparisons.flatMap((one, index) => lineItemRows(one).slice(index === 0 ? 0 : 1));
    return new Map([
      ["report.html", sectionsHtml(sideBySideDoc(comparisons))],
      ["result.json", jsonText(sideBySideJson(comparisons))],
      ["line-items.csv", csvText(rows)],
    ]);
  });
  const lines = [
    textTable(scenariosTable(comparisons), 80),
    "",
    textTable(alternativesTable(comparisons), 80),
    "",
    ...comparisons.flatMap((one) => wrap(one.recommendation.sentence, 80)),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  note("");
  note(`wrote ${written.join(", ")}`);
  return join(folder, FILES[0]);
}

function repeated(scenarios: readonly Scenario[]): readonly Problem[] {
  return scenarios.flatMap((one, index): Problem[] =>
    scenarios.findIndex((other) => other.name === one.name) === index
      ? []
      : [
          {
            code: "duplicate",
            place: one.place(["name"]),
            message: `two scenarios are called ${quoted(one.name)}`,
            hint: "give one of them another name",
          },
        ],
  );
}
