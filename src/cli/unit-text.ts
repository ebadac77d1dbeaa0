import type { UnitEconomics } from "../analysis/unit-economics.js";
import { textTable } from "../report/render/text-table.js";
import { nextUsersTable, nextUserTable, perMauTable, STEP_MARK } from "../report/unit-tables.js";
import { stepSentences, unitSentence } from "../report/unit-words.js";
import { bold } from "./emit.js";
import { bullet, opening, paragraph, WIDTH } from "./paragraphs.js";

/** Cost per user for a terminal: per active user, the next one, the next ones, and where it steps. */
export function unitText(units: UnitEconomics): string {
  const tables = [perMauTable(units, "few"), nextUserTable(units, "few"), nextUsersTable(units, "few")];
  const marked = units.points.some((point) => point.alternatives.some((unit) => unit.steps.length > 0));
  const steps = stepSentences(units);
  const lines = [
    ...opening(units.study, "One month, without what is paid once"),
    "",
    ...paragraph(unitSentence(units)).map(bold),
    ...tables.flatMap((table) => ["", `${table.caption}:`, textTable(table, WIDTH)]),
    ...paragraph(`* the cheapest; – not possible at this size${marked ? `; ${STEP_MARK} a step is among these users` : ""}.`),
    ...(steps.length > 0 ? ["", "Where one user more changes the month by 1 % or more:", ...steps.flatMap(bullet)] : []),
  ];
  return `${lines.join("\n")}\n`;
}
