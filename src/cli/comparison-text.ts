import type { Comparison } from "../analysis/compare.js";
import { verdictSentence } from "../report/verdict-words.js";
import { standInSentences } from "../report/price-basis.js";
import { textTable } from "../report/render/text-table.js";
import { comparisonTable, planSayings } from "../report/sections/comparison.js";
import { formatNumber } from "../units/format.js";
import { bold } from "./emit.js";
import { bullet, opening, paragraph, WIDTH } from "./paragraphs.js";

/** The comparison for a terminal: table, answer, reasons, what would change it. */
export function comparisonText(comparison: Comparison): string {
  const { study, recommendation } = comparison;
  const defaults = comparison.assumptions.filter((one) => one.kind === "driver").length;
  const lines = [
    ...opening(study, `${formatNumber(recommendation.mau)} users active in a month (MAU)`),
    "",
    textTable(comparisonTable(comparison), WIDTH),
    `Dollars a month; * the cheapest${comparison.points.some((point) => point.alternatives.some((one) => !one.feasible)) ? "; – not possible at this size" : ""}.`,
    "",
    ...paragraph(recommendation.sentence).map(bold),
    ...paragraph(verdictSentence(recommendation)),
    ...recommendation.reasons.flatMap((reason) => bullet(reason)),
    ...(recommendation.flipTexts.length > 0
      ? ["", "What would change the answer:", ...recommendation.flipTexts.flatMap((flip) => bullet(flip))]
      : []),
    ...[...standInSentences(comparison), ...planSayings(comparison)].flatMap((text) => ["", ...paragraph(text)]),
    ...(defaults > 0
      ? ["", ...paragraph(`${defaults} drivers stand at their defaults; \`--format json\` and the report list them with reasons.`)]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}
