import type { Cause, CheckedClaim } from "../analysis/claims/check-claims.js";
import { type Solved, shortest } from "../analysis/claims/goal-seek.js";
import { type Decimal, plain } from "../units/decimal.js";
import { formatNumber, formatUsd } from "../units/format.js";
import type { Cell, Table } from "./report-doc.js";

/** So many other explanations are written out; the JSON has all of them. */
const ALSO_SHOWN = 3;

/** A figure in the unit of its claim: dollars, or what a break-even counts. */
export function figureText(one: CheckedClaim, value: Decimal | undefined): string {
  if (value === undefined) return "none";
  return one.claim.subject.kind === "break-even" ? formatNumber(value) : formatUsd(value, value.abs().lt(1) && value.decimalPlaces() > 2 ? 4 : 2);
}

function figureCell(one: CheckedClaim, value: Decimal | undefined): Cell {
  const unit = one.claim.subject.kind === "break-even" ? one.claim.subject.over : "USD";
  return { text: figureText(one, value), ...(value === undefined ? {} : { exact: `${plain(value)} ${unit}` }) };
}

export function claimsTable(checked: readonly CheckedClaim[]): Table {
  return {
    id: "claims", caption: "Claims re-computed",
    columns: [{ title: "Claim", align: "left" }, { title: "Claimed", align: "right" }, { title: "Computed", align: "right" }, { title: "Difference", align: "right" }, { title: "Verdict", align: "left" }],
    rows: checked.map((one) => ({ cells: [{ text: one.claim.id }, { text: one.claim.claimed }, figureCell(one, one.computed), figureCell(one, one.difference), { text: one.verdict }] })),
  };
}

/** Every difference in parts that add up to it; undefined when there is none. */
export function causesTable(checked: readonly CheckedClaim[]): Table | undefined {
  const rows = checked.flatMap((one) => one.causes.map((cause) => ({ cells: [{ text: one.claim.id }, { text: cause.kind }, figureCell(one, cause.amount), { text: cause.explain }, { text: one.certain ? "yes" : "no" }] })));
  if (rows.length === 0) return undefined;
  return {
    id: "causes", caption: "Causes of the differences", rows,
    columns: [{ title: "Claim", align: "left" }, { title: "Cause", align: "left" }, { title: "Amount", align: "right" }, { title: "Explanation", align: "left" }, { title: "Certain", align: "left" }],
    note: "The causes of a claim add up to its difference. A cause is certain when the figure is precise, nothing else fits it and nothing comes close.",
  };
}

/** What would have to be true for a claim to hold; undefined when no claim asks. */
export function solvedTable(checked: readonly CheckedClaim[]): Table | undefined {
  const rows = checked.flatMap((one) => one.solved.map((solved) => ({ cells: [
    { text: one.claim.id }, { text: one.claim.claimed }, { text: solved.name }, { text: solved.now === undefined ? "" : numberText(solved.now) }, { text: neededText(solved) }, { text: solved.unit },
  ] })));
  if (rows.length === 0) return undefined;
  return {
    id: "solved", caption: "What would have to be true", rows,
    columns: [{ title: "Claim", align: "left" }, { title: "Claimed", align: "right" }, { title: "Of", align: "left" }, { title: "Now", align: "right" }, { title: "Needed", align: "right" }, { title: "Unit", align: "left" }],
  };
}

const numberText = (value: Decimal): string => formatNumber(value, 12);

export function neededText(solved: Solved): string {
  if (solved.holds.length === 0) return `no value from ${numberText(solved.from)} to ${numberText(solved.to)}`;
  return solved.holds.map((stretch) => (stretch.from.eq(stretch.to) ? numberText(stretch.at) : `${numberText(shortest(stretch))} (${numberText(stretch.from)} to ${numberText(stretch.to)})`)).join("; ");
}

/** The other explanations in words: causes joined, a few of them. */
export function alsoText(one: CheckedClaim): string {
  const texts = one.alsoFits.slice(0, ALSO_SHOWN).map((causes) => causes.filter((cause) => cause.kind !== "rounding").map((cause) => causeText(one, cause)).join(" and "));
  const more = one.alsoFits.length - texts.length;
  return `${texts.join("; or ")}${more > 0 ? `; or ${more} more` : ""}`;
}

export function causeText(one: CheckedClaim, cause: Cause): string {
  return `${cause.kind}, ${figureText(one, cause.amount)}: ${cause.explain}`;
}

/** The sentence that sums the check up. */
export function verdictText(checked: readonly CheckedClaim[]): string {
  const held = checked.filter((one) => one.verdict === "holds").length;
  return `${held} of ${checked.length} hold.`;
}
