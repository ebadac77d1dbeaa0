import type { HistoryEntry } from "../../prices/history.js";
import { regionsTogether, type Together } from "../../prices/regions-together.js";
import { isDay } from "../../problems/day.js";
import { ProblemError, quoted } from "../../problems/problem.js";
import { tableCsv } from "../../report/text-rows.js";
import type { SectionsDoc } from "../../report/render/html/sections-page.js";
import { wrap } from "../../report/render/plain-text.js";
import type { Table } from "../../report/report-doc.js";
import type { Json } from "../../report/result-json.js";
import { bold, type Format } from "../emit.js";
import { inFormat } from "../in-format.js";

/** Flags of every command below `prices`. */
export type Common = { readonly format: Format; readonly output?: string | undefined; readonly region?: string | undefined };

/** One table, written in the format asked for; JSON carries the records themselves. */
export function render(format: Format, table: Table, records: Json, title: string, remark?: string): Promise<string> {
  return inFormat(format, {
    table: () =>
      `${[...wrap(remark === undefined ? title : `${title} (${remark})`, 80).map(bold), "", ...table.rows.flatMap(recordLines)].join("\n")}\n`,
    json: () => records,
    csv: () => tableCsv(table),
    doc: () => pageOf(table, title, remark),
  });
}

const SECTIONS: Readonly<Record<string, string>> = {
  rates: "The catalogue",
  history: "Its history",
  changes: "What changed",
  findings: "Findings",
};

function pageOf(table: Table, title: string, remark: string | undefined): SectionsDoc {
  return {
    title,
    lead: remark === undefined ? [] : [remark],
    alternatives: [],
    sections: [{ id: `${table.id}-section`, title: SECTIONS[table.id] ?? table.caption, blocks: [{ kind: "table", table }] }],
  };
}

/** A row too wide for a terminal's columns: its name on one line, the rest below it. */
function recordLines(row: Table["rows"][number]): readonly string[] {
  const [name = "", ...rest] = row.cells.map((cell) => cell.text);
  return [...wrap(name, 80), ...wrap(rest.filter((text) => text !== "").join("  "), 80, "    ")];
}

export function checkedDay(flag: string, text: string): string {
  if (isDay(text)) return text;
  throw new ProblemError([
    { code: "bad-argument", place: { file: flag }, message: "this is not a day", found: quoted(text), expected: "YYYY-MM-DD" },
  ]);
}

/** Regions of one price share a line for readers; a machine gets a row for each. */
export function grouped<T extends { readonly region: string }>(
  format: Format,
  records: readonly T[],
  same: (record: T) => readonly unknown[],
): readonly Together<T>[] {
  return format === "csv" ? records.map((one) => ({ one, regions: [one.region] })) : regionsTogether(records, same);
}

export const regionCell = (regions: readonly string[]): string => regions.join(", ");

export const inRegion =
  (region: string | undefined) =>
  (entry: HistoryEntry): boolean =>
    region === undefined || entry.region === region || entry.region === "global";

/** A price and where it comes from. */
export function entryJson(entry: HistoryEntry): Json {
  const { source } = entry;
  return {
    rate: entry.rate,
    title: entry.title,
    unit: entry.unit,
    region: entry.region,
    from: entry.from,
    until: entry.until,
    basis: entry.basis,
    price: entry.text,
    file: entry.file,
    source: source
      ? {
          url: source.url,
          retrieved: source.retrieved,
          confidence: source.confidence,
          ...(source.note === undefined ? {} : { note: source.note }),
        }
      : null,
  };
}
