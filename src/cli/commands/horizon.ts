import { lookAhead } from "../../analysis/look-ahead.js";
import { ProblemError, quoted } from "../../problems/problem.js";
import { emit, type Format, progress } from "../emit.js";
import { loadCatalogue } from "../load-catalogue.js";
import { readScenario, type ScenarioFlags } from "../read-scenario.js";

type Flags = ScenarioFlags & { readonly months?: string | undefined; readonly format: Format; readonly output?: string | undefined };

/** The alternatives over the months to come. */
export async function runHorizon(flags: Flags): Promise<void> {
  await emit(flags.output, async () => {
    const scenario = readScenario(flags);
    const months = flags.months === undefined ? undefined : monthCount(flags.months, "--months");
    progress("looking ahead…");
    const look = lookAhead(scenario, await loadCatalogue(), months);
    progress("");
    switch (flags.format) {
      case "table":
        return (await import("../horizon-text.js")).horizonText(look);
      case "json": {
        const [{ horizonResultJson }, { jsonText }] = await Promise.all([import("../../report/horizon-report.js"), import("../../report/result-json.js")]);
        return jsonText(horizonResultJson(look));
      }
      case "csv":
        return (await import("../../report/horizon-report.js")).horizonCsv(look);
      case "markdown": {
        const [{ horizonDoc }, { sectionsMarkdown }] = await Promise.all([import("../../report/horizon-report.js"), import("../../report/render/markdown.js")]);
        return sectionsMarkdown(horizonDoc(look));
      }
      case "html": {
        const [{ horizonDoc }, { sectionsHtml }] = await Promise.all([import("../../report/horizon-report.js"), import("../html-page.js")]);
        return sectionsHtml(horizonDoc(look));
      }
      default:
        return flags.format satisfies never;
    }
  });
}

const MOST_MONTHS = 120;

/** @throws ProblemError for anything but a whole number from 1 to 120 */
export function monthCount(text: string, flag: string): number {
  const months = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (months >= 1 && months <= MOST_MONTHS) return months;
  throw new ProblemError([{ code: "bad-argument", place: { file: flag }, message: "not a number of months", found: quoted(text), expected: `a whole number from 1 to ${MOST_MONTHS}` }]);
}
