import type { CheckedClaim } from "../analysis/claims/check-claims.js";
import { readable, type Solved, shortest } from "../analysis/claims/solved.js";
import { DRIVERS } from "../scenario/drivers.js";
import type { DriverName } from "../scenario/driver-spec.js";
import type { Decimal } from "../units/decimal.js";
import { formatNumber } from "../units/format.js";
import type { Table } from "./report-doc.js";

/** What would have to be true for a claim to hold; undefined when no claim asks. */
export function solvedTable(checked: readonly CheckedClaim[]): Table | undefined {
  const rows = checked.flatMap((one) =>
    one.solved.map((solved) => ({
      cells: [
        { text: one.claim.id },
        { text: one.claim.claimed },
        { text: solvedName(solved) },
        { text: solved.now === undefined ? "" : numberText(solved.now) },
        { text: neededText(solved) },
        { text: solved.unit },
      ],
    })),
  );
  if (rows.length === 0) return undefined;
  return {
    id: "solved",
    caption: "What would have to be true",
    rows,
    columns: [
      { title: "Claim", align: "left" },
      { title: "Claimed", align: "right" },
      { title: "Of", align: "left" },
      { title: "Now", align: "right" },
      { title: "Needed", align: "right" },
      { title: "Unit", align: "left" },
    ],
  };
}

const numberText = (value: Decimal): string => formatNumber(value, 12);

/** @param unit written after each figure, where no column says it */
export function neededText(solved: Solved, unit = ""): string {
  if (solved.holds.length === 0) return `no value from ${numberText(solved.from)} to ${numberText(solved.to)}`;
  return solved.holds
    .map((stretch) => {
      if (stretch.from.eq(stretch.to)) return `${numberText(stretch.at)}${unit}`;
      const { from, to } = readable(stretch);
      if (stretch.to.eq(solved.to))
        return `${numberText(stretch.from)}${unit} or more${stretch.from.eq(solved.from) ? " (all that was tried)" : ""}`;
      if (stretch.from.eq(solved.from)) return `${numberText(stretch.to)}${unit} or less`;
      return `${numberText(shortest(stretch))} (${numberText(from)} to ${numberText(to)})${unit}`;
    })
    .join("; ");
}

/** What would have to be true, as a sentence. */
export function solvedText(solved: Solved): string {
  if (solved.holds.length === 0) return `would hold with ${solvedName(solved)} at ${neededText(solved)}`;
  const unit = solved.of === "driver" ? "" : ` ${solved.unit}`;
  return `would hold with ${solvedName(solved)} at ${neededText(solved, unit)}${solved.now === undefined ? "" : `; it is ${numberText(solved.now)}`}`;
}

/** A driver by its readable name; rates and costs have names that people gave them. */
const solvedName = (solved: Solved): string => (solved.of === "driver" ? DRIVERS[solved.name as DriverName].title : solved.name);
