import { join } from "node:path";
import { type Comparison, compare } from "../../analysis/compare.js";
import type { Catalogue } from "../../prices/price-file.js";
import { lineItemsCsv } from "../../report/line-items-csv.js";
import { ProblemError } from "../../problems/problem.js";
import { compareJson, jsonText } from "../../report/result-json.js";
import { comparisonText } from "../comparison-text.js";
import { note, progress } from "../emit.js";
import { slug } from "../files.js";
import { htmlPage } from "../html-page.js";
import { endOfStep } from "../interrupt.js";
import { loadCatalogue } from "../load-catalogue.js";
import { readScenario, type ScenarioFlags } from "../read-scenario.js";
import { writeTogether } from "../write-files.js";

const PAGE = "report.html";
export const REPORT_FILES = [PAGE, "result.json", "line-items.csv"] as const;

type Flags = ScenarioFlags & {
  readonly more?: readonly string[] | undefined;
  readonly output?: string | undefined;
  readonly open?: boolean | undefined;
  readonly watch?: boolean | undefined;
};

/** Writes the report of a scenario and prints its comparison: once, or again whenever an input changes. */
export async function runReport(flags: Flags): Promise<void> {
  const open = async (page: string): Promise<void> => {
    if (flags.open === true) await (await import("../open-file.js")).openFile(page);
  };
  const more = flags.more ?? [];
  if (more.length > 0) {
    if (flags.watch === true)
      throw new ProblemError([
        {
          code: "bad-argument",
          place: { file: "--watch" },
          message: "only one scenario can be watched",
          found: String(more.length + 1),
          expected: "one scenario file",
        },
      ]);
    return open(await (await import("./report-several.js")).writeSeveral([flags.scenario, ...more], flags, flags.output));
  }
  if (flags.watch === true) return (await import("../watch-report.js")).watchReport(flags.scenario, () => writeReport(flags), open);
  await open(await writeReport(flags));
}

/** @returns the path of the page */
async function writeReport(flags: Flags): Promise<string> {
  const scenario = readScenario(flags);
  const folder = flags.output ?? join("reports", slug(scenario.name));
  let text = "";
  const written = await writeTogether(folder, REPORT_FILES, async () => {
    progress("comparing…");
    const catalogue = await loadCatalogue();
    await endOfStep();
    const comparison = compare(scenario, catalogue);
    text = comparisonText(comparison);
    return textsOf(comparison, catalogue);
  });
  process.stdout.write(text);
  note("");
  note(`wrote ${written.join(", ")}`);
  return join(folder, PAGE);
}

async function textsOf(comparison: Comparison, catalogue: Catalogue): Promise<ReadonlyMap<(typeof REPORT_FILES)[number], string>> {
  return new Map([
    [PAGE, await htmlPage(comparison, catalogue)],
    ["result.json", jsonText(compareJson(comparison))],
    ["line-items.csv", lineItemsCsv(comparison)],
  ]);
}
