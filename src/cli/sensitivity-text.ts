import type { Sensitivity } from "../analysis/sensitivity.js";
import { textTable } from "../report/render/text-table.js";
import { smallIndices, sobolTable, tornadoTable } from "../report/sensitivity-tables.js";
import {
  flipSentences,
  methodSentences,
  sensitivitySentence,
  sobolSentences,
  stillSentences,
  turnSentences,
} from "../report/sensitivity-words.js";
import { scenarioNames } from "../report/variable-words.js";
import { formatNumber } from "../units/format.js";
import { bold } from "./emit.js";
import { listUnder, opening, paragraph, WIDTH } from "./paragraphs.js";

/** What drives the difference, for a terminal: the tornado, where it turns, the indices, what they rest on. */
export function sensitivityText(one: Sensitivity): string {
  const [tornado, sobol, small] = [tornadoTable(one), sobolTable(one), smallIndices(one)];
  const names = scenarioNames((one.compared?.tornado.bars ?? []).map((bar) => bar.variable));
  const lines = [
    ...opening(one.model.study, `${formatNumber(one.mau)} users active in a month (MAU)`),
    "",
    ...paragraph(sensitivitySentence(one)).map(bold),
    ...(tornado.rows.length > 0 ? ["", ...paragraph(`${tornado.caption}:`), textTable(tornado, WIDTH)] : []),
    ...listUnder("Where it turns:", turnSentences(one)),
    ...listUnder("Where another is chosen:", flipSentences(one)),
    ...(sobol.rows.length > 0
      ? ["", ...paragraph(`${sobol.caption}:`), textTable(sobol, WIDTH), ...(small === undefined ? [] : paragraph(small))]
      : []),
    ...listUnder("How this was worked out:", [
      ...methodSentences(one),
      ...stillSentences(one),
      ...(sobol.rows.length > 0 ? sobolSentences(one) : []),
      ...(names === undefined ? [] : [names]),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}
