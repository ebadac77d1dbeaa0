import type { CheckedClaim } from "../analysis/claims/check-claims.js";
import { alsoTexts, causeText, certaintyOf, claimsTable, figureText, noFigureText, verdictText } from "./claims-tables.js";
import { solvedText } from "./solved-words.js";
import { wrap } from "./render/plain-text.js";
import { textTable } from "./render/text-table.js";

const WIDTH = 80;

/** The check for a terminal: the table, then each difference with its causes, then what would have to be true. */
export function claimsText(heading: string, checked: readonly CheckedClaim[]): string {
  const notes = checked.map(noteLines).filter((lines) => lines.length > 0);
  return `${[heading, "", textTable(claimsTable(checked)), "", ...wrap(verdictText(checked), WIDTH), ...notes.flatMap((lines) => ["", ...lines])].join("\n")}\n`;
}

/** How far off a claim is, and how far the causes below it can be relied on. */
function offText(one: CheckedClaim): string {
  if (one.difference === undefined) return "differs";
  const off = one.difference.isZero()
    ? "does not hold"
    : `is ${figureText(one, one.difference.abs())} too ${one.difference.isNegative() ? "low" : "high"}`;
  return `${off}${{ certain: ", by", perhaps: ", perhaps by", unexplained: ":" }[certaintyOf(one)]}`;
}

/** What there is to say of a claim; nothing of one that holds and is merely rounded. */
function noteLines(one: CheckedClaim): readonly string[] {
  const holds = one.verdict === "holds";
  const isPlain = one.causes.every((cause) => cause.kind === "rounding");
  if (holds && isPlain && one.solved.length === 0) return [];
  const causes = isPlain && holds ? [] : one.causes;
  return [
    ...wrap(`${one.claim.id}: "${one.claim.says}" ${holds ? "holds" : offText(one)}`, WIDTH),
    ...(one.computed === undefined ? wrap(noFigureText(one), WIDTH, "  ") : []),
    ...causes.flatMap((cause) => wrap(causeText(one, cause), WIDTH, "  ")),
    ...alsoTexts(one).flatMap((text) => wrap(`or by ${text}`, WIDTH, "  ")),
    ...one.solved.flatMap((solved) => wrap(solvedText(solved), WIDTH, "  ")),
    ...(one.claim.note === undefined ? [] : wrap(`note: ${one.claim.note}`, WIDTH, "  ")),
  ];
}
