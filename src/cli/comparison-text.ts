import type { Comparison } from "../analysis/compare.js";
import { wrap } from "../report/render/plain-text.js";
import { textTable } from "../report/render/text-table.js";
import { comparisonTable, planSayings } from "../report/sections/comparison.js";
import { formatNumber } from "../units/format.js";
import { bold } from "./emit.js";

const WIDTH = 80;

/** The comparison for a terminal: table, answer, reasons, what would change it. */
export function comparisonText(comparison: Comparison): string {
  const { study, recommendation } = comparison;
  const { scenario, card } = study;
  const defaults = comparison.assumptions.filter((one) => one.kind === "driver").length;
  const lines = [
    ...wrap(scenario.title.slice(0, 400), WIDTH).map(bold),
    ...wrap(`${formatNumber(recommendation.mau)} users active in a month (MAU); list prices of ${card.asOf}, ${card.region}, book ${scenario.prices.book}${card.freeTier ? "" : ", without free tiers"}`, WIDTH),
    "",
    textTable(comparisonTable(comparison), WIDTH),
    `Dollars a month; * the cheapest${comparison.points.some((point) => point.alternatives.some((one) => !one.feasible)) ? "; – not possible at this size" : ""}.`,
    "",
    ...wrap(recommendation.sentence, WIDTH).map(bold),
    ...wrap(`Verdict: ${recommendation.verdict}.`, WIDTH),
    ...recommendation.reasons.flatMap((reason) => bullet(reason)),
    ...(recommendation.flipTexts.length > 0 ? ["", "What would change the answer:", ...recommendation.flipTexts.flatMap((flip) => bullet(flip))] : []),
    ...planSayings(comparison).flatMap((text) => ["", ...wrap(text, WIDTH)]),
    ...(defaults > 0 ? ["", ...wrap(`${defaults} drivers stand at their defaults; \`--format json\` and the report list them with reasons.`, WIDTH)] : []),
  ];
  return `${lines.join("\n")}\n`;
}

function bullet(text: string): readonly string[] {
  return wrap(text, WIDTH - 2).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}
