import { lookAhead } from "../../analysis/look-ahead.js";
import { ProblemError, quoted } from "../../problems/problem.js";
import { emit, type Format, progress } from "../emit.js";
import { inFormat } from "../in-format.js";
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
    const report = () => import("../../report/horizon-report.js");
    return inFormat(flags.format, {
      table: async () => (await import("../horizon-text.js")).horizonText(look),
      json: async () => (await report()).horizonResultJson(look),
      csv: async () => (await report()).horizonCsv(look),
      doc: async () => (await report()).horizonDoc(look),
    });
  });
}

const MOST_MONTHS = 120;

/** @throws ProblemError for anything but a whole number from 1 to 120 */
export function monthCount(text: string, flag: string): number {
  const months = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (months >= 1 && months <= MOST_MONTHS) return months;
  throw new ProblemError([
    {
      code: "bad-argument",
      place: { file: flag },
      message: "not a number of months",
      found: quoted(text),
      expected: `a whole number from 1 to ${MOST_MONTHS}`,
    },
  ]);
}
