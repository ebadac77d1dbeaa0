import { type Advice, advising } from "../../analysis/advice.js";
import { adviceDoc, adviceJson } from "../../report/advice-report.js";
import { flipRows, steadyTable } from "../../report/flip-tables.js";
import { flipLines, flipNames } from "../../report/flip-words.js";
import { stagedSentences } from "../../report/horizon-words.js";
import { csvText } from "../../report/line-items-csv.js";
import { textTable } from "../../report/render/text-table.js";
import { formatNumber } from "../../units/format.js";
import { bold, emit, type Format, progress } from "../emit.js";
import { inFormat } from "../in-format.js";
import { inSteps } from "../in-steps.js";
import { loadCatalogue } from "../load-catalogue.js";
import { readScenario, type ScenarioFlags } from "../read-scenario.js";
import { bullet, opening, paragraph, WIDTH } from "../paragraphs.js";
import { verdictSentence } from "../../report/verdict-words.js";

type Flags = ScenarioFlags & { readonly format: Format; readonly output?: string | undefined };

/** The choice and everything that would flip it. */
export async function runRecommend(flags: Flags): Promise<void> {
  await emit(flags.output, async () => {
    const scenario = readScenario(flags);
    const advice = await inSteps(advising(scenario, await loadCatalogue()), (share) =>
      progress(`trying every variable… ${Math.round(share * 100)} %`),
    );
    progress("");
    return inFormat(flags.format, {
      table: () => adviceText(advice),
      json: () => adviceJson(advice),
      csv: () => csvText(flipRows(advice)),
      doc: () => adviceDoc(advice),
    });
  });
}

function adviceText(advice: Advice): string {
  const { recommendation, study } = advice;
  const flips = flipLines(advice);
  const steady = steadyTable(advice);
  const lines = [
    ...opening(study, `${formatNumber(recommendation.mau)} users active in a month (MAU)`),
    "",
    ...paragraph(recommendation.sentence).map(bold),
    ...paragraph(verdictSentence(recommendation)),
    ...recommendation.reasons.flatMap(bullet),
    "",
    flips.length > 0 ? "What would flip the choice:" : "Nothing that was tried flips the choice.",
    ...flips.flatMap(bullet),
    ...paragraph(flipNames(advice) ?? "").filter((line) => line !== ""),
    ...(steady === undefined ? [] : ["", ...paragraph(`${steady.caption}:`), "", textTable(steady, WIDTH)]),
    ...(advice.ahead ? ["", ...stagedSentences(advice.ahead()).flatMap((text) => paragraph(text))] : []),
  ];
  return `${lines.join("\n")}\n`;
}
