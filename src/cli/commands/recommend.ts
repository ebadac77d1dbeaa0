import { type Advice, advising } from "../../analysis/advice.js";
import { adviceJson, adviceDoc, flipLines, flipNames, flipRows, steadyLine } from "../../report/advice-report.js";
import { stagedSentences } from "../../report/horizon-words.js";
import { csvText } from "../../report/line-items-csv.js";
import { wrap } from "../../report/render/plain-text.js";
import { formatNumber } from "../../units/format.js";
import { bold, emit, type Format, progress } from "../emit.js";
import { inFormat } from "../in-format.js";
import { inSteps } from "../in-steps.js";
import { loadCatalogue } from "../load-catalogue.js";
import { readScenario, type ScenarioFlags } from "../read-scenario.js";

type Flags = ScenarioFlags & { readonly format: Format; readonly output?: string | undefined };

/** The choice and everything that would flip it. */
export async function runRecommend(flags: Flags): Promise<void> {
  await emit(flags.output, async () => {
    const scenario = readScenario(flags);
    const advice = await inSteps(advising(scenario, await loadCatalogue()), (share) => progress(`trying every variable… ${Math.round(share * 100)} %`));
    progress("");
    return inFormat(flags.format, { table: () => adviceText(advice), json: () => adviceJson(advice), csv: () => csvText(flipRows(advice)), doc: () => adviceDoc(advice) });
  });
}

const WIDTH = 80;
const bullet = (text: string): readonly string[] => wrap(text, WIDTH - 2).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));

function adviceText(advice: Advice): string {
  const { recommendation, study } = advice;
  const flips = flipLines(advice);
  const steady = steadyLine(advice);
  const lines = [
    ...wrap(study.scenario.title.slice(0, 400), WIDTH).map(bold),
    ...wrap(`${formatNumber(recommendation.mau)} users active in a month (MAU); list prices of ${study.card.asOf}, ${study.card.region}`, WIDTH),
    "",
    ...wrap(recommendation.sentence, WIDTH).map(bold),
    ...wrap(`Verdict: ${recommendation.verdict}.`, WIDTH),
    ...recommendation.reasons.flatMap(bullet),
    "", flips.length > 0 ? "What would flip the choice:" : "Nothing that was tried flips the choice.", ...flips.flatMap(bullet), ...wrap(flipNames(advice) ?? "", WIDTH).filter((line) => line !== ""),
    ...(steady === undefined ? [] : ["", ...wrap(steady, WIDTH)]),
    ...(advice.ahead ? ["", ...stagedSentences(advice.ahead()).flatMap((text) => wrap(text, WIDTH))] : []),
  ];
  return `${lines.join("\n")}\n`;
}
