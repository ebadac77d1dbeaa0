import { visible } from "../render/plain-text.js";

/** The same text as `csvText` of line-items-csv.ts in a twentieth of the bytes: a page has no room for a package that writes streams. */
export function smallCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\n`).join("");
}

function cell(text: string): string {
  const shown = visible(text);
  const defused = !/^-\d+(?:\.\d+)?$/.test(shown) && /^[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(shown) ? `'${shown}` : shown;
  return /[",]/.test(shown) ? `"${defused.replaceAll('"', '""')}"` : defused;
}
