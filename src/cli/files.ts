import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { nearHint } from "../problems/nearest-name.js";
import { ProblemError } from "../problems/problem.js";
import { readStdin } from "./read-stdin.js";

const LARGEST_FILE = 5_000_000;

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "this is a folder, not a file",
  ENOTDIR: "a part of the path is not a folder",
  EROFS: "the place is read-only",
  ENOSPC: "no space is left",
  EEXIST: "a file stands where a folder is needed",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "the links lead in a circle",
  EBUSY: "the file is in use",
};

/** What the system says of a file that was to be read or written, in words. */
export function reason(error: unknown, done: "read" | "written" = "read"): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EACCES" || code === "EPERM") return `the file may not be ${done}`;
  return WORDS[code] ?? `the system says ${code === "" ? "no" : code}`;
}

/** What a lone "-" on the command line means. */
export const STDIN = "/dev/stdin";

/** How a message names a file. */
export function shownName(path: string): string {
  return path === STDIN ? "standard input" : path;
}

/** The text of a file. @throws ProblemError when it cannot be read or is not UTF-8 text */
export function readText(path: string): string {
  try {
    if (path === STDIN) return decoded(atMost(readStdin(LARGEST_FILE), path));
    const facts = statSync(path);
    if (facts.isDirectory()) throw Object.assign(new Error("folder"), { code: "EISDIR" });
    if (facts.isCharacterDevice()) throw Object.assign(new Error("a device"), { code: "EACCES" });
    if (!facts.isFile() && !facts.isFIFO()) throw Object.assign(new Error("not a file"), { code: "ENOENT" });
    if (facts.size > LARGEST_FILE) throw tooLarge(path, facts.size);
    return decoded(atMost(readFileSync(path), path));
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (error instanceof TypeError)
      throw new ProblemError([
        {
          code: "unreadable",
          place: { file: shownName(path) },
          message: "the file is not UTF-8 text",
          ...(error.message === UTF16 ? { hint: "it looks like UTF-16: save it as UTF-8" } : {}),
        },
      ]);
    throw new ProblemError([{ code: "unreadable", place: { file: shownName(path) }, message: reason(error), ...neighbour(path) }]);
  }
}

function atMost(bytes: Buffer, path: string): Buffer {
  if (bytes.length > LARGEST_FILE) throw tooLarge(path, bytes.length);
  return bytes;
}

function tooLarge(path: string, size: number): ProblemError {
  return new ProblemError([
    {
      code: "too-large",
      place: { file: shownName(path) },
      message: "the file is too large",
      found: path === STDIN ? "more" : `${size} bytes`,
      expected: `at most ${LARGEST_FILE} bytes`,
    },
  ]);
}

const UTF16 = "UTF-16";

/** @throws TypeError when the bytes are not UTF-8 text: in a text there is no character 0 */
function decoded(bytes: Buffer): string {
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isMarked || (bytes.length > 1 && (bytes[0] === 0) !== (bytes[1] === 0))) throw new TypeError(UTF16);
  if (bytes.includes(0)) throw new TypeError("a zero byte");
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

/** The file of the same folder that the reader most likely meant. */
function neighbour(path: string): ReturnType<typeof nearHint> {
  try {
    return existsSync(path)
      ? {}
      : nearHint(
          basename(path),
          readdirSync(dirname(path)).filter((name) => /\.(ya?ml|json)$/.test(name)),
        );
  } catch {
    return {};
  }
}

/** A folder or file name made from a title: letters, digits and dashes. */
export function slug(text: string): string {
  const made = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 64);
  return made === "" ? "scenario" : made;
}
