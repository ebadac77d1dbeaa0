import type { CheckedClaim } from "../analysis/claims/check-claims.js";
import { alsoText, causeText, claimsTable, neededText, verdictText } from "./claims-tables.js";
import { wrap } from "./render/plain-text.js";
import { textTable } from "./render/text-table.js";

const WIDTH = 80;

/** The check for a terminal: the table, then each difference with its causes, then what would have to be true. */
export function claimsText(heading: string, checked: readonly CheckedClaim[]): string {
  const notes = checked.flatMap(noteLines);
  return `${[heading, "", textTable(claimsTable(checked)), "", verdictText(checked), ...(notes.length > 0 ? ["", ...notes] : [])].join("\n")}\n`;
}

function noteLines(one: CheckedClaim): readonly string[] {
  if (one.causes.length === 0 && one.solved.length === 0 && one.computed !== undefined) return [];
  const doubt = one.causes.length > 0 && one.verdict === "differs" && !one.certain && !one.causes.some((cause) => cause.kind === "unexplained") ? ", perhaps because" : "";
  return [
    ...wrap(`${one.claim.id}: ${one.verdict}${doubt}`, WIDTH),
    ...(one.computed === undefined ? wrap("there is no such point in the range", WIDTH, "  ") : []),
    ...one.causes.flatMap((cause) => wrap(causeText(one, cause), WIDTH, "  ")),
    ...(one.alsoFits.length > 0 ? wrap(`fits as well: ${alsoText(one)}`, WIDTH, "  ") : []),
    ...one.solved.flatMap((solved) => wrap(`would hold at ${solved.name}: ${neededText(solved)} ${solved.holds.length > 0 ? solved.unit : ""}`.trim(), WIDTH, "  ")),
    ...(one.claim.note === undefined ? [] : wrap(`note: ${one.claim.note}`, WIDTH, "  ")),
  ];
}
