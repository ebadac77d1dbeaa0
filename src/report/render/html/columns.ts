import type { Table } from "../../report-doc.js";

const TIGHT = 20;
const WORDY = 44;

/**
 * CSS classes of each column: its side, and whether it holds short figures that never break or sentences that need room.
 * Every cell repeats them, so the commonest are short: "n" is right and tight, and the left side needs no word.
 */
export function columnClasses(table: Table): readonly string[] {
  return table.columns.map(({ align }, column) => {
    const longest = Math.max(0, ...table.rows.map((row) => row.cells[column]?.text.length ?? 0));
    const width = longest <= TIGHT ? "tight" : longest > WORDY ? "wordy" : "";
    if (align === "right") return width === "tight" ? "n" : `right ${width}`.trim();
    return width;
  });
}

/** A word that no column can hold: its cell may break it anywhere. */
export function hasOverlongWord(text: string): boolean {
  return text.split(/\s+/).some((word) => word.length > 44);
}
