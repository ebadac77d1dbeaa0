import type { LookAhead } from "../analysis/look-ahead.js";
import { horizonTables } from "../report/horizon-tables.js";
import {
  horizonSentence,
  moveSentences,
  NOT_MODELLED,
  obstacleSentences,
  paybackSentences,
  stagedSentences,
  withoutLabourSentence,
} from "../report/horizon-words.js";
import { textTable } from "../report/render/text-table.js";
import { unstatedText } from "../report/sections/horizon.js";
import { formatNumber } from "../units/format.js";
import { bold } from "./emit.js";
import { listUnder, opening, paragraph, WIDTH } from "./paragraphs.js";

/** The look ahead for a terminal: tables, answer, paybacks, moves, the staged plan, what is assumed. */
export function horizonText(look: LookAhead): string {
  const { study, months } = look.comparison.outlook;
  const [first, last] = [months[0], months.at(-1)];
  const users =
    first && last
      ? `${formatNumber(first.mau)} users active in month 1${last === first ? "" : `, ${formatNumber(last.mau)} in month ${last.month}`}`
      : "";
  const moved = look.comparison.costs.some((cost) => cost.move && cost.move.kind !== "none");
  const stuck = look.comparison.costs.some((cost) => cost.obstacle);
  const without = withoutLabourSentence(look);
  const lines = [
    ...opening(study, users),
    ...(look.stated ? [] : paragraph(unstatedText(look))),
    ...horizonTables(look).flatMap((table) => ["", `${table.caption}:`, textTable(table, WIDTH)]),
    ...paragraph(
      `Once: before month 1${moved ? ", the work of moving users with it" : ""}. * the least in dollars of today${stuck ? "; – not possible" : ""}.`,
    ),
    "",
    ...paragraph(horizonSentence(look)).map(bold),
    ...(without === undefined ? [] : paragraph(without)),
    ...listUnder("Not possible throughout:", obstacleSentences(look)),
    ...listUnder("Paying back:", paybackSentences(look)),
    ...listUnder("Moving users:", moveSentences(look)),
    ...listUnder("Changing on the way:", stagedSentences(look)),
    ...listUnder(
      "Assumed:",
      look.assumptions.map((one) => `${one.name} ${one.value}: ${one.because}`),
    ),
    ...listUnder("Not in these figures:", NOT_MODELLED),
  ];
  return `${lines.join("\n")}\n`;
}
