import type { Architecture } from "../../architectures/architecture.js";
import { architecturesOf, BOOKS } from "../../architectures/registry.js";
import { unknownArchitecture, unknownBook } from "../../architectures/unknown-names.js";
import { ProblemError } from "../../problems/problem.js";
import {
  architectureDoc,
  architectureJson,
  architecturesDoc,
  architecturesTable,
  besidesMoneyTable,
  NAMING,
  plansTable,
  settingsTable,
} from "../../report/architectures-document.js";
import { wrap } from "../../report/render/plain-text.js";
import { textTable } from "../../report/render/text-table.js";
import type { Table } from "../../report/report-doc.js";
import { tableCsv } from "../../report/text-rows.js";
import { capitalized } from "../../units/format.js";
import { bold, emit, type Format } from "../emit.js";
import { inFormat } from "../in-format.js";
import { listUnder, paragraph, titleLines, WIDTH } from "../paragraphs.js";

type Flags = {
  readonly id?: string | undefined;
  readonly book: string;
  readonly format: Format;
  readonly output?: string | undefined;
};

/** What a scenario can name: all architectures of a book, or one with its settings, defaults and reasons. */
export async function runArchitectures({ id, book, format, output }: Flags): Promise<void> {
  await emit(output, async () => {
    if (!BOOKS.includes(book)) throw new ProblemError([unknownBook(book)]);
    const known = architecturesOf(book);
    const all = [...known.values()];
    if (id === undefined)
      return inFormat(format, {
        table: () => listText(all, book),
        json: () => ({ schemaVersion: 1, book, architectures: all.map(architectureJson) }),
        csv: () => tableCsv(architecturesTable(all)),
        doc: () => architecturesDoc(all, book),
      });
    const one = known.get(id);
    if (!one) throw new ProblemError([unknownArchitecture(id, book)]);
    return inFormat(format, {
      table: () => oneText(one),
      json: () => ({ schemaVersion: 1, architecture: architectureJson(one) }),
      csv: () => tableCsv(settingsTable(one)),
      doc: () => architectureDoc(one),
    });
  });
}

function listText(all: readonly Architecture[], book: string): string {
  return `${[
    ...titleLines(`Architectures of book ${book}`),
    "",
    textTable(architecturesTable(all), WIDTH),
    "",
    ...paragraph(NAMING),
    ...paragraph("`authcost architectures ID` shows the settings of one, with their defaults and reasons."),
  ].join("\n")}\n`;
}

function oneText(one: Architecture): string {
  return `${[
    ...titleLines(`${one.title} (${one.id})`),
    ...paragraph(`${capitalized(one.summary)}.`),
    ...records(settingsTable(one), ([name, fallback, values = "", meaning, because]) => [
      `${name}: ${fallback}`,
      values,
      `${meaning}; by default because ${because}`,
    ]),
    ...records(plansTable(one), ([plan = "", features = ""]) => [plan, features]),
    ...records(besidesMoneyTable(one), ([name, here, because = ""]) => [`${name}: ${here}`, because]),
    ...listUnder("Not in its bill:", one.leavesOut),
  ].join("\n")}\n`;
}

/** A table whose cells are sentences: a heading, then for each row its first line and what it says below it. */
function records(table: Table, say: (texts: readonly string[]) => readonly string[]): readonly string[] {
  if (table.rows.length === 0) return [];
  return [
    "",
    bold(table.caption),
    ...table.rows.flatMap(({ cells }) => {
      const [first = "", ...rest] = say(cells.map(({ text }) => text));
      return [...wrap(first, WIDTH), ...rest.flatMap((text) => wrap(text, WIDTH, "    "))];
    }),
  ];
}
