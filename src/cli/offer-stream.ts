import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { ProblemError } from "../problems/problem.js";
import type { CollectedOffer, OfferCollector } from "../prices/import/collect-offer.js";
import { csvOffer } from "../prices/import/csv-offer.js";
import { JsonSyntaxError } from "../prices/import/json-blocks.js";
import { jsonOffer } from "../prices/import/json-offer.js";
import { reason, STDIN } from "./files.js";

const PIECE = 65_536;
const LONGEST_ROW = 1_000_000;

/** How far the reading of a file has come. @param total unknown for standard input */
export type OnProgress = (bytes: number, total: number | undefined) => void;

/**
 * Reads one offer file of any size, JSON or CSV by its first character. A file with products behind their terms is read
 * twice, which standard input cannot be.
 * @throws ProblemError when it cannot be read, is neither form, or ends too early
 */
export async function readOffer(
  path: string,
  collectorFor: (form: "json" | "csv") => OfferCollector,
  onProgress: OnProgress,
): Promise<CollectedOffer> {
  const total = path === STDIN ? undefined : await sizeOf(path);
  const pieces = counted(path, total, onProgress)[Symbol.asyncIterator]();
  const first = await pieces.next();
  const form = formOf(first.done ? new Uint8Array() : first.value, path);
  const collector = collectorFor(form);
  const rest = async function* (): AsyncGenerator<Uint8Array> {
    if (!first.done) yield first.value;
    for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) yield piece.value;
  };
  const read = form === "json" ? readJson : readCsv;
  await read(rest(), collector, path);
  if (collector.needsSecondPass()) {
    if (path === STDIN)
      throw new ProblemError([
        {
          code: "unreadable",
          place: { file: path },
          message: "products stand behind their terms, so the list must be read twice",
          hint: "standard input cannot be: save it and give the file",
        },
      ]);
    collector.startSecondPass();
    await read(counted(path, total, onProgress), collector, path);
  }
  return collector.finish();
}

async function sizeOf(path: string): Promise<number> {
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) throw Object.assign(new Error("folder"), { code: "EISDIR" });
    return facts.size;
  } catch (error) {
    throw new ProblemError([{ code: "unreadable", place: { file: path }, message: reason(error) }]);
  }
}

async function* counted(path: string, total: number | undefined, onProgress: OnProgress): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  const stream: AsyncIterable<Uint8Array> = path === STDIN ? process.stdin : createReadStream(path, { highWaterMark: PIECE });
  try {
    for await (const piece of stream) {
      bytes += piece.length;
      onProgress(bytes, total);
      if (piece.length > 0) yield piece;
    }
  } catch (error) {
    throw new ProblemError([{ code: "unreadable", place: { file: path }, message: reason(error) }]);
  }
}

function formOf(head: Uint8Array, file: string): "json" | "csv" {
  if (head[0] === 0x1f && head[1] === 0x8b)
    throw new ProblemError([
      { code: "unreadable", place: { file }, message: "the file is compressed", hint: `gunzip -c ${file} | authcost prices import - …` },
    ]);
  const start = new TextDecoder().decode(head.subarray(0, 64)).trimStart();
  if (start === "") throw new ProblemError([{ code: "unreadable", place: { file }, message: "the file is empty" }]);
  return start.startsWith("{") || start.startsWith("[") ? "json" : "csv";
}

async function readJson(pieces: AsyncIterable<Uint8Array>, collector: OfferCollector, file: string): Promise<void> {
  const offer = jsonOffer(collector);
  try {
    for await (const piece of pieces) offer.write(piece);
    offer.end();
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const place = file === STDIN ? {} : await placeOf(file, error.offset);
    throw new ProblemError([
      {
        code: "syntax",
        place: { file, ...place },
        message: `not a whole JSON file: ${error.message}`,
        ...(file === STDIN ? { found: `byte ${error.offset}` } : {}),
      },
    ]);
  }
}

/** Line and column of a byte, found by reading up to it once more: counting lines on the way would slow every good file. */
async function placeOf(file: string, offset: number): Promise<{ readonly line: number; readonly column: number }> {
  let [line, column, left] = [1, 1, offset];
  for await (const piece of createReadStream(file, { highWaterMark: PIECE }) as AsyncIterable<Uint8Array>) {
    for (const byte of piece.subarray(0, left)) {
      column = byte === 10 ? 1 : column + 1;
      if (byte === 10) line++;
    }
    left -= piece.length;
    if (left <= 0) break;
  }
  return { line, column };
}

async function readCsv(pieces: AsyncIterable<Uint8Array>, collector: OfferCollector, file: string): Promise<void> {
  const offer = csvOffer(collector, file);
  const parser = parse({ bom: true, relax_column_count: true, skip_empty_lines: true, info: true, max_record_size: LONGEST_ROW });
  const feeding = pipeline(textOf(pieces, file), parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }>)
      offer.row(record, info.lines);
    await feeding;
    offer.end();
  } catch (error) {
    feeding.catch(() => undefined);
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines);
    throw new ProblemError([
      { code: "syntax", place: { file, ...(line > 0 ? { line } : {}) }, message: `not a whole CSV file: ${error.message}` },
    ]);
  }
}

/** Decodes as it goes. @throws ProblemError at the first bytes that are not UTF-8 */
async function* textOf(pieces: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError)
      throw new ProblemError([{ code: "unreadable", place: { file }, message: "the file is not UTF-8 text" }]);
    throw error;
  }
}
