import { compareDates } from "../../analysis/compare-dates.js";
import { isDay } from "../../problems/day.js";
import { ProblemError, quoted } from "../../problems/problem.js";
import { newestDay } from "../../prices/rate-card.js";
import {
  choiceLine,
  dateComparisonDoc,
  dateComparisonJson,
  dateComparisonLines,
  dateComparisonTable,
} from "../../report/date-comparison.js";
import { csvText } from "../../report/line-items-csv.js";
import { wrap } from "../../report/render/plain-text.js";
import { textTable } from "../../report/render/text-table.js";
import { formatNumber } from "../../units/format.js";
import { type Format, emit } from "../emit.js";
import { inFormat } from "../in-format.js";
import { loadCatalogue } from "../load-catalogue.js";
import { titleLines } from "../paragraphs.js";
import { readScenario, type ScenarioFlags } from "../read-scenario.js";

type Flags = ScenarioFlags & { readonly against: string; readonly format: Format; readonly output?: string | undefined };

/** `compare --as-of A --against B`: what changed between two days and what it costs this scenario, rate by rate. */
export async function runCompareDates(flags: Flags): Promise<void> {
  await emit(flags.output, async () => {
    if (!isDay(flags.against))
      throw new ProblemError([
        {
          code: "bad-argument",
          place: { file: "--against" },
          message: "this is not a day",
          found: quoted(flags.against),
          expected: "YYYY-MM-DD",
        },
      ]);
    const scenario = readScenario(flags);
    const catalogue = await loadCatalogue();
    const one = compareDates(scenario, catalogue, { before: scenario.prices.asOf ?? newestDay(catalogue), after: flags.against });
    return inFormat(flags.format, {
      table: () =>
        `${[...titleLines(scenario.title), `${formatNumber(one.mau)} users`, "", textTable(dateComparisonTable(one)), "", ...dateComparisonLines(one).flatMap((line) => wrap(line.trimStart(), 80, line.startsWith("  ") ? "    " : "")), "", choiceLine(one)].join("\n")}\n`,
      json: () => dateComparisonJson(one),
      csv: () =>
        csvText([
          ["alternative", "rate", "before_usd", "after_usd", "difference_usd"],
          ...one.alternatives.flatMap(({ model, rates }) =>
            rates.map((rate) => [model.id, rate.rate, rate.before.toFixed(), rate.after.toFixed(), rate.difference.toFixed()]),
          ),
        ]),
      doc: () => dateComparisonDoc(one),
    });
  });
}
