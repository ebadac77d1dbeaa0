import type { Simulation } from "../analysis/simulate.js";
import { priceBasis } from "../report/price-basis.js";
import { textTable } from "../report/render/text-table.js";
import { outcomesTable } from "../report/simulation-tables.js";
import { answerSentence, basisSentence, caveats, checkSentence } from "../report/simulation-words.js";
import { convergenceSentences } from "../report/convergence-words.js";
import { measureSentences } from "../report/measure-first-words.js";
import { capitalized } from "../units/format.js";
import { bold } from "./emit.js";
import { bullet, paragraph, titleLines, WIDTH } from "./paragraphs.js";

/** A simulation for the terminal. */
export function simulationText(one: Simulation): string {
  const table = outcomesTable(one);
  const lines = [
    ...titleLines(one.study.scenario.title),
    ...paragraph(`${basisSentence(one)} ${capitalized(priceBasis(one.study))}.`),
    "",
    textTable(table, WIDTH),
    "",
    ...paragraph(table.note ?? ""),
    "",
    ...paragraph(answerSentence(one)).map(bold),
    ...[...convergenceSentences(one), checkSentence(one), ...caveats(one)].flatMap(bullet),
    ...(measureSentences(one).length > 0 ? ["", "What to measure first:", ...measureSentences(one).flatMap(bullet)] : []),
  ];
  return `${lines.join("\n")}\n`;
}
