import type { Sensitivity } from "../analysis/sensitivity.js";
import { wrap } from "../report/render/plain-text.js";
import { textTable } from "../report/render/text-table.js";
import { smallIndices, sobolTable, tornadoTable } from "../report/sensitivity-tables.js";
import { flipSentences, methodSentences, sensitivitySentence, sobolSentences, stillSentences, turnSentences } from "../report/sensitivity-words.js";
import { scenarioNames } from "../report/variable-words.js";
import { formatNumber } from "../units/format.js";
import { bold } from "./emit.js";

const WIDTH = 80;
const bullet = (text: string): readonly string[] => wrap(text, WIDTH - 2).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
const part = (title: string, items: readonly string[]): readonly string[] => (items.length === 0 ? [] : ["", title, ...items.flatMap(bullet)]);

/** What drives the difference, for a terminal: the tornado, where it turns, the indices, what they rest on. */
export function sensitivityText(one: Sensitivity): string {
  const { scenario, card } = one.model.study;
  const [tornado, sobol, small] = [tornadoTable(one), sobolTable(one), smallIndices(one)];
  const names = scenarioNames((one.compared?.tornado.bars ?? []).map((bar) => bar.variable));
  const lines = [
    ...wrap(scenario.title.slice(0, 400), WIDTH).map(bold),
    ...wrap(`${formatNumber(one.mau)} users active in a month (MAU); list prices of ${card.asOf}, ${card.region}, book ${scenario.prices.book}${card.freeTier ? "" : ", without free tiers"}`, WIDTH),
    "", ...wrap(sensitivitySentence(one), WIDTH).map(bold),
    ...(tornado.rows.length > 0 ? ["", ...wrap(`${tornado.caption}:`, WIDTH), textTable(tornado, WIDTH)] : []),
    ...part("Where it turns:", turnSentences(one)),
    ...part("Where another is chosen:", flipSentences(one)),
    ...(sobol.rows.length > 0 ? ["", ...wrap(`${sobol.caption}:`, WIDTH), textTable(sobol, WIDTH), ...(small === undefined ? [] : wrap(small, WIDTH))] : []),
    ...part("How this was worked out:", [...methodSentences(one), ...stillSentences(one), ...(sobol.rows.length > 0 ? sobolSentences(one) : []), ...(names === undefined ? [] : [names])]),
  ];
  return `${lines.join("\n")}\n`;
}
