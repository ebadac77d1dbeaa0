import type { UnitEconomics } from "../analysis/unit-economics.js";
import { wrap } from "../report/render/plain-text.js";
import { textTable } from "../report/render/text-table.js";
import { nextUsersTable, nextUserTable, perMauTable, STEP_MARK } from "../report/unit-tables.js";
import { stepSentences, unitSentence } from "../report/unit-words.js";
import { bold } from "./emit.js";

const WIDTH = 80;
const bullet = (text: string): readonly string[] => wrap(text, WIDTH - 2).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));

/** Cost per user for a terminal: per active user, the next one, the next ones, and where it steps. */
export function unitText(units: UnitEconomics): string {
  const { scenario, card } = units.study;
  const tables = [perMauTable(units, "few"), nextUserTable(units, "few"), nextUsersTable(units, "few")];
  const marked = units.points.some((point) => point.alternatives.some((unit) => unit.steps.length > 0));
  const steps = stepSentences(units);
  const lines = [
    ...wrap(scenario.title.slice(0, 400), WIDTH).map(bold),
    ...wrap(`list prices of ${card.asOf}, ${card.region}, book ${scenario.prices.book}${card.freeTier ? "" : ", without free tiers"}; one month, without what is paid once`, WIDTH),
    "", ...wrap(unitSentence(units), WIDTH).map(bold),
    ...tables.flatMap((table) => ["", `${table.caption}:`, textTable(table, WIDTH)]),
    ...wrap(`* the cheapest; – not possible at this size${marked ? `; ${STEP_MARK} a step is among these users` : ""}.`, WIDTH),
    ...(steps.length > 0 ? ["", "Where one user more changes the month by 1 % or more:", ...steps.flatMap(bullet)] : []),
  ];
  return `${lines.join("\n")}\n`;
}
