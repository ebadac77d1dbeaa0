import { csvText } from "./line-items-csv.js";
import type { Table } from "./report-doc.js";

/** A table of texts, read from the left; an address is a link. */
export function tableOf(id: string, caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): Table {
  return {
    id,
    caption,
    columns: columns.map((title) => ({ title, align: "left" })),
    rows: rows.map((row) => ({ cells: row.map((text) => ({ text, ...(/^https?:/.test(text) ? { url: text } : {}) })) })),
  };
}

/** A table as CSV: its heading, then its rows. */
export const tableCsv = ({ columns, rows }: Table): string =>
  csvText([columns.map(({ title }) => title), ...rows.map(({ cells }) => cells.map(({ text }) => text))]);
