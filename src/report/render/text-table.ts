import type { Table } from "../report-doc.js";
import { cut } from "./plain-text.js";

const GAP = "  ";
const LEAST_TEXT_COLUMN = 12;

/** A table for the terminal: figures right-aligned, the cheapest marked with a star, text columns cut to fit the width. */
export function textTable(table: Table, width = 80): string {
  const cells = table.rows.map((row) => row.cells.map((cell) => cell.text + (cell.mark === "cheapest" ? " *" : "")));
  const starred = table.columns.map((_, column) => cells.some((row) => row[column]?.endsWith(" *")));
  const padded = cells.map((row) => row.map((text, column) => (starred[column] && !text.endsWith(" *") && table.columns[column]?.align === "right" ? `${text}  ` : text)));
  const natural = table.columns.map((column, index) => Math.max([...column.title].length, ...padded.map((row) => [...(row[index] ?? "")].length)));
  const widths = shrunk(natural, table.columns.map((column) => column.align === "left"), width);
  const line = (texts: readonly string[]): string => texts.map((text, column) => {
    const room = widths[column] ?? 0;
    const shown = cut(text, room);
    const space = " ".repeat(Math.max(0, room - [...shown].length));
    return table.columns[column]?.align === "right" ? space + shown : shown + space;
  }).join(GAP).trimEnd();
  const rule = widths.map((room) => "─".repeat(room)).join(GAP);
  const body = padded.flatMap((row, index) => (table.rows[index]?.emphasis === "total" ? [rule, line(row)] : [line(row)]));
  return [line(table.columns.map((column) => column.title)), rule, ...body].join("\n");
}

/** Takes room from the widest text columns until the table fits. */
function shrunk(natural: readonly number[], shrinkable: readonly boolean[], width: number): readonly number[] {
  const widths = [...natural];
  const total = (): number => widths.reduce((sum, room) => sum + room, 0) + GAP.length * (widths.length - 1);
  while (total() > width) {
    let widest = -1;
    widths.forEach((room, column) => {
      if (shrinkable[column] && room > LEAST_TEXT_COLUMN && room > (widths[widest] ?? 0)) widest = column;
    });
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}
