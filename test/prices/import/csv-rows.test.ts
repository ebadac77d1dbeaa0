import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvSyntaxError, csvRows } from "../../../src/prices/import/csv-rows.js";

type Row = { readonly cells: readonly string[]; readonly line: number };

function read(text: string, piece = 7): readonly Row[] {
  const rows: Row[] = [];
  const reader = csvRows((cells, line) => { rows.push({ cells, line }); });
  for (let at = 0; at < text.length; at += piece) reader.write(text.slice(at, at + piece));
  reader.end();
  return rows;
}

function complaint(text: string, piece = 7): string {
  try {
    read(text, piece);
  } catch (error) {
    if (error instanceof CsvSyntaxError) return `${error.line}: ${error.message}`;
    throw error;
  }
  return "";
}

const cell = fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a", "é", "{", " ", "\\"), maxLength: 6 });

describe("reading CSV in pieces", () => {
  it("what csv-stringify writes comes out as it went in, wherever the pieces are cut", () => {
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    fc.assert(fc.property(rows, fc.integer({ min: 1, max: 9 }), fc.boolean(), fc.constantFrom("\n", "\r\n"), (cells, piece, quoted, end) => {
      const text = stringify(cells, { quoted, quoted_match: /[\r\n]/, record_delimiter: end });
      expect(read(text, piece).map((row) => row.cells)).toEqual(cells);
    }), { numRuns: 500 });
  });

  it("a row knows the line it begins on, though cells before it hold line ends", () => {
    expect(read('\uFEFFa,b\r\n"x\ny","z"\n\nlast,"row"')).toEqual([{ cells: ["a", "b"], line: 1 }, { cells: ["x\ny", "z"], line: 2 }, { cells: ["last", "row"], line: 5 }]);
  });

  it.each([
    ['a,"b', "1: the file ends inside a quoted cell"],
    ['a,b\n"c"d,e\n', "2: a quote stands inside a cell that does not begin with one, or text behind a closing quote"],
    ['a,b\nc"d,e\n', "2: a quote stands inside a cell that does not begin with one, or text behind a closing quote"],
  ])("%j is refused", (text, says) => {
    expect(complaint(text)).toBe(says);
  });

  it("a quote that is never closed does not gather the rest of the file in memory", () => {
    expect(complaint(`a,"${"x".repeat(1_200_000)}`, 65_536)).toBe("1: a row is longer than 1000000 characters, or a quoted cell is not closed");
  });
});
