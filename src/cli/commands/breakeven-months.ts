import { lookAhead } from "../../analysis/look-ahead.js";
import { type Problem, ProblemError } from "../../problems/problem.js";
import {
  monthsBreakevenCsv,
  monthsBreakevenDoc,
  monthsBreakevenJson,
  monthsBreakevenLines,
  monthsBreakevenTables,
} from "../../report/breakeven-months-report.js";
import { sectionsMarkdown } from "../../report/render/markdown.js";
import { wrap } from "../../report/render/plain-text.js";
import { textTable } from "../../report/render/text-table.js";
import { jsonText } from "../../report/result-json.js";
import { bold, emit, type Format } from "../emit.js";
import { loadCatalogue } from "../load-catalogue.js";
import { readScenario, type ScenarioFlags } from "../read-scenario.js";
import { monthCount } from "./horizon.js";

type Flags = ScenarioFlags & {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly step?: string | undefined;
  readonly format: Format;
  readonly output?: string | undefined;
};

/** Who has cost least in all after each month of the horizon. */
export async function runBreakevenMonths(flags: Flags): Promise<void> {
  await emit(flags.output, async () => {
    const idle = (["from", "step"] as const).flatMap((flag): Problem[] =>
      flags[flag] === undefined
        ? []
        : [
            {
              code: "bad-argument",
              place: { file: `--${flag}` },
              message: "costs add up from the first month on, every month",
              hint: "`--to 60` sets the last one",
            },
          ],
    );
    if (idle.length > 0) throw new ProblemError(idle);
    const look = lookAhead(readScenario(flags), await loadCatalogue(), flags.to === undefined ? undefined : monthCount(flags.to, "--to"));
    switch (flags.format) {
      case "json":
        return jsonText(monthsBreakevenJson(look));
      case "csv":
        return monthsBreakevenCsv(look);
      case "markdown":
        return sectionsMarkdown(monthsBreakevenDoc(look));
      case "html":
        return (await import("../html-page.js")).sectionsHtml(monthsBreakevenDoc(look));
      case "table":
        return `${[bold("Who has cost least in all, month by month"), ...monthsBreakevenTables(look).flatMap((table) => ["", `${table.caption}:`, textTable(table)]), "", ...monthsBreakevenLines(look).flatMap((line) => wrap(line, 80))].join("\n")}\n`;
      default:
        return flags.format satisfies never;
    }
  });
}
