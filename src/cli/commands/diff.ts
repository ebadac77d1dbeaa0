import { config } from "zod";
import { diffScenarios } from "../../analysis/diff-scenarios.js";
import { type Problem, ProblemError } from "../../problems/problem.js";
import { diffDoc, diffJson, diffRows } from "../../report/diff-report.js";
import { resultDiffDoc, resultDiffJson, resultDiffRows } from "../../report/result-diff-report.js";
import { diffResults, parseResult } from "../../report/diff-results.js";
import { csvText } from "../../report/line-items-csv.js";
import type { SectionsDoc } from "../../report/render/html/sections-page.js";
import { wrap } from "../../report/render/plain-text.js";
import { textTable } from "../../report/render/text-table.js";
import type { Json } from "../../report/result-json.js";
import { bold, emit, type Format } from "../emit.js";
import { shownName } from "../files.js";
import { inFormat } from "../in-format.js";
import { readInput } from "../inputs.js";
import { loadCatalogue } from "../load-catalogue.js";
import { readScenario } from "../read-scenario.js";

config({ jitless: true });

type Flags = { readonly before: string; readonly after: string; readonly format: Format; readonly output?: string | undefined };

/** Why two scenarios, or two results, differ. */
export async function runDiff(flags: Flags): Promise<void> {
  await emit(flags.output, async () => {
    const { doc, json, rows } = await difference(flags.before, flags.after);
    return inFormat(flags.format, { table: () => diffText(doc), json: () => json, csv: () => csvText(rows), doc: () => doc });
  });
}

function diffText(doc: SectionsDoc): string {
  const tables = doc.sections.flatMap((section) => section.blocks.flatMap((block) => (block.kind === "table" ? [block.table] : [])));
  return `${[...wrap(doc.title, 80).map(bold), ...doc.lead.flatMap((line) => wrap(line, 80)), ...tables.flatMap((table) => ["", ...wrap(table.caption, 80), textTable(table, 80)])].join("\n")}\n`;
}

async function difference(
  before: string,
  after: string,
): Promise<{ readonly doc: SectionsDoc; readonly json: Json; readonly rows: readonly (readonly string[])[] }> {
  const texts = [readInput(before), readInput(after)] as const;
  const [first, second] = texts.map(isResult);
  if (first !== second)
    throw new ProblemError([
      {
        code: "inconsistent",
        place: { file: shownName(first ? after : before) },
        message: "one file is a result, the other a scenario",
        expected: "two scenarios, or two results of `compare --format json`",
      } satisfies Problem,
    ]);
  if (first) {
    const diff = diffResults(parseResult(texts[0], before), parseResult(texts[1], after));
    return { doc: resultDiffDoc(diff), json: resultDiffJson(diff), rows: resultDiffRows(diff) };
  }
  const diff = diffScenarios(readScenario({ scenario: before }), readScenario({ scenario: after }), await loadCatalogue());
  return { doc: diffDoc(diff), json: diffJson(diff), rows: diffRows(diff) };
}

/** A result says which engine made it; a scenario never does. */
function isResult(text: string): boolean {
  return /^\s*\{/.test(text) && /"provenance"\s*:/.test(text) && /"points"\s*:/.test(text);
}
