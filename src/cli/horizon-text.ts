import type { LookAhead } from "../analysis/look-ahead.js";
import { horizonTables } from "../report/horizon-tables.js";
import { horizonSentence, moveSentences, NOT_MODELLED, obstacleSentences, paybackSentences, stagedSentences, withoutLabourSentence } from "../report/horizon-words.js";
import { wrap } from "../report/render/plain-text.js";
import { textTable } from "../report/render/text-table.js";
import { unstatedText } from "../report/sections/horizon.js";
import { formatNumber } from "../units/format.js";
import { bold } from "./emit.js";

const WIDTH = 80;

/** The look ahead for a terminal: tables, answer, paybacks, moves, the staged plan, what is assumed. */
export function horizonText(look: LookAhead): string {
  const { study, months } = look.comparison.outlook;
  const { scenario, card } = study;
  const [first, last] = [months[0], months.at(-1)];
  const users = first && last ? `${formatNumber(first.mau)} users active in month 1${last === first ? "" : `, ${formatNumber(last.mau)} in month ${last.month}`}; ` : "";
  const moved = look.comparison.costs.some((cost) => cost.move && cost.move.kind !== "none");
  const stuck = look.comparison.costs.some((cost) => cost.obstacle);
  const without = withoutLabourSentence(look);
  const part = (title: string, items: readonly string[]): readonly string[] => (items.length === 0 ? [] : ["", title, ...items.flatMap(bullet)]);
  const lines = [
    ...wrap(scenario.title.slice(0, 400), WIDTH).map(bold),
    ...wrap(`${users}list prices of ${card.asOf}, ${card.region}, book ${scenario.prices.book}${card.freeTier ? "" : ", without free tiers"}`, WIDTH),
    ...(look.stated ? [] : wrap(unstatedText(look), WIDTH)),
    ...horizonTables(look).flatMap((table) => ["", `${table.caption}:`, textTable(table, WIDTH)]),
    ...wrap(`Once: before month 1${moved ? ", the work of moving users with it" : ""}. * the least in dollars of today${stuck ? "; – not possible" : ""}.`, WIDTH),
    "", ...wrap(horizonSentence(look), WIDTH).map(bold), ...(without === undefined ? [] : wrap(without, WIDTH)),
    ...part("Not possible throughout:", obstacleSentences(look)),
    ...part("Paying back:", paybackSentences(look)),
    ...part("Moving users:", moveSentences(look)),
    ...part("Changing on the way:", stagedSentences(look)),
    ...part("Assumed:", look.assumptions.map((one) => `${one.name} ${one.value}: ${one.because}`)),
    ...part("Not in these figures:", NOT_MODELLED),
  ];
  return `${lines.join("\n")}\n`;
}

function bullet(text: string): readonly string[] {
  return wrap(text, WIDTH - 2).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}
