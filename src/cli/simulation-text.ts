import type { Simulation } from "../analysis/simulate.js";
import { wrap } from "../report/render/plain-text.js";
import { textTable } from "../report/render/text-table.js";
import { outcomesTable } from "../report/simulation-tables.js";
import { answerSentence, basisSentence, caveats, checkSentence, convergenceSentences, measureSentences } from "../report/simulation-words.js";
import { bold } from "./emit.js";

const WIDTH = 80;
const bullet = (text: string): readonly string[] => wrap(text, WIDTH - 2).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));

/** A simulation for the terminal. */
export function simulationText(one: Simulation): string {
  const { scenario, card } = one.study;
  const table = outcomesTable(one);
  const lines = [
    ...wrap(scenario.title.slice(0, 400), WIDTH).map(bold),
    ...wrap(`${basisSentence(one)} List prices of ${card.asOf}, ${card.region}.`, WIDTH),
    "", textTable(table, WIDTH), "", ...wrap(table.note ?? "", WIDTH),
    "", ...wrap(answerSentence(one), WIDTH).map(bold),
    ...[...convergenceSentences(one), checkSentence(one), ...caveats(one)].flatMap(bullet),
    ...(measureSentences(one).length > 0 ? ["", "What to measure first:", ...measureSentences(one).flatMap(bullet)] : []),
  ];
  return `${lines.join("\n")}\n`;
}
