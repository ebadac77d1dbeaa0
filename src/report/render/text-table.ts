import type { Cell, Table } from "../report-doc.js";
import { cut } from "./plain-text.js";

const GAP = "  ";
const LEAST_TEXT_COLUMN = 12;
const MOST_NAME_COLUMN = 34;

type Column = { readonly title: string; readonly right: boolean; readonly texts: readonly string[]; readonly natural: number };

/**
 * A table for the terminal: figures right-aligned, the cheapest marked with a star, what is not possible with a dash.
 * Text columns are cut to fit; when the figures alone are too wide, the table continues below with its first column again.
 */
export function textTable(table: Table, width = 80): string {
  const columns = table.columns.map((column, index) =>
    columnOf(
      column.title,
      column.align === "right",
      table.rows.map((row) => row.cells[index]),
    ),
  );
  const [first, ...rest] = columns;
  if (first === undefined) return "";
  return blocks(first, rest, width)
    .map((block) => blockText([first, ...block], table, width))
    .join("\n\n");
}

function columnOf(title: string, right: boolean, cells: readonly (Cell | undefined)[]): Column {
  const starred = right && cells.some((cell) => cell?.mark === "cheapest");
  const texts = cells.map((cell) => {
    const text = cell?.mark === "infeasible" ? "–" : (cell?.text ?? "");
    return starred ? `${text}${cell?.mark === "cheapest" ? " *" : "  "}` : text;
  });
  // A column of figures may have the name of an alternative over it, which can be of any length.
  const head = right ? cut(title, MOST_NAME_COLUMN) : title;
  return { title: head, right, texts, natural: Math.max(...[head, ...texts].map((text) => [...text].length)) };
}

/** Columns that fit beside the first one, as many as possible in each block. */
function blocks(first: Column, rest: readonly Column[], width: number): readonly (readonly Column[])[] {
  const room = (column: Column): number => GAP.length + (column.right ? column.natural : Math.min(LEAST_TEXT_COLUMN, column.natural));
  const name = Math.min(first.natural, MOST_NAME_COLUMN);
  const all: Column[][] = [[]];
  let used = name;
  for (const column of rest) {
    if (used + room(column) > width && (all.at(-1)?.length ?? 0) > 0) {
      all.push([]);
      used = name;
    }
    all.at(-1)?.push(column);
    used += room(column);
  }
  return all;
}

function blockText(columns: readonly Column[], table: Table, width: number): string {
  const widths = shrunk(columns, width);
  const line = (texts: readonly string[]): string =>
    columns
      .map((column, index) => {
        const room = widths[index] ?? 0;
        const shown = cut(texts[index] ?? "", room);
        const space = " ".repeat(Math.max(0, room - [...shown].length));
        return column.right ? space + shown : shown + space;
      })
      .join(GAP)
      .trimEnd();
  const rule = widths.map((room) => "─".repeat(room)).join(GAP);
  const body = table.rows.flatMap((row, index) => {
    const text = line(columns.map((column) => column.texts[index] ?? ""));
    return row.emphasis === "total" ? [rule, text] : [text];
  });
  return [line(columns.map((column) => column.title)), rule, ...body].join("\n");
}

/** Takes room from the widest text columns until the block fits. */
function shrunk(columns: readonly Column[], width: number): readonly number[] {
  const widths = columns.map((column) => column.natural);
  const total = (): number => widths.reduce((sum, room) => sum + room, 0) + GAP.length * (widths.length - 1);
  while (total() > width) {
    let widest = -1;
    widths.forEach((room, index) => {
      if (columns[index]?.right === false && room > LEAST_TEXT_COLUMN && room > (widths[widest] ?? 0)) widest = index;
    });
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}
