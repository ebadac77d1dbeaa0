import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { nameHint } from "../problems/nearest-name.js";
import { ProblemError } from "../problems/problem.js";

const LARGEST_FILE = 5_000_000;

const WORDS: Record<string, string> = {
  ENOENT: "there is no such file", EISDIR: "this is a folder, not a file", EACCES: "the file may not be read", EPERM: "the file may not be read",
  ENOTDIR: "a part of the path is not a folder", EROFS: "the place is read-only", ENOSPC: "no space is left", EEXIST: "a file stands where a folder is needed", ENAMETOOLONG: "the name is too long",
};

/** What the system says of a file, in words. */
export function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return WORDS[code] ?? `the system says ${code === "" ? "no" : code}`;
}

/** The text of an input file. @throws ProblemError when it cannot be read or is not UTF-8 text */
export function readText(path: string): string {
  try {
    const facts = statSync(path);
    if (facts.isDirectory()) throw Object.assign(new Error("folder"), { code: "EISDIR" });
    if (!facts.isFile() && !facts.isFIFO() && !facts.isCharacterDevice()) throw Object.assign(new Error("not a file"), { code: "ENOENT" });
    if (facts.isCharacterDevice() && path !== "/dev/stdin") throw Object.assign(new Error("a device"), { code: "EACCES" });
    if (facts.size > LARGEST_FILE) throw new ProblemError([{ code: "too-large", place: { file: path }, message: "the file is too large", found: `${facts.size} bytes`, expected: `at most ${LARGEST_FILE}` }]);
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (error instanceof TypeError) throw new ProblemError([{ code: "unreadable", place: { file: path }, message: "the file is not UTF-8 text" }]);
    throw new ProblemError([{ code: "unreadable", place: { file: path }, message: reason(error), ...neighbour(path) }]);
  }
}

/** The file of the same folder that the reader most likely meant. */
function neighbour(path: string): { hint: string } | Record<never, never> {
  try {
    return existsSync(path) ? {} : nameHint(basename(path), readdirSync(dirname(path)).filter((name) => /\.(ya?ml|json)$/.test(name)));
  } catch {
    return {};
  }
}

/**
 * Files that appear together or not at all: written beside their places first, renamed when all are complete.
 * Opening happens before the work, so that a folder that cannot be written is told at once.
 */
export type Output = { readonly commit: (texts: ReadonlyMap<string, string>) => readonly string[]; readonly discard: () => void };

/** @param folder made when it does not exist; a folder made here is removed again when the work fails */
export function openOutput(folder: string, names: readonly string[]): Output {
  const fail = (error: unknown, path: string): never => {
    throw new ProblemError([{ code: "cannot-write", place: { file: path }, message: `cannot be written: ${reason(error)}` }]);
  };
  let made: string | undefined;
  const temporary = (name: string): string => join(folder, `.${name}.${process.pid}.tmp`);
  const discard = (): void => {
    if (!existsSync(folder)) return;
    for (const name of names) rmSync(temporary(name), { force: true });
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
  };
  try {
    made = mkdirSync(folder, { recursive: true });
    for (const name of names) {
      const target = join(folder, name);
      if (existsSync(target) && statSync(target).isDirectory()) throw Object.assign(new Error("folder"), { code: "EISDIR" });
      writeFileSync(temporary(name), "", { flag: "wx" });
    }
  } catch (error) {
    discard();
    return fail(error, folder);
  }
  const commit = (texts: ReadonlyMap<string, string>): readonly string[] => {
    try {
      for (const name of names) writeFileSync(temporary(name), texts.get(name) ?? "");
      return names.map((name) => {
        renameSync(temporary(name), join(folder, name));
        return join(folder, name);
      });
    } catch (error) {
      discard();
      return fail(error, folder);
    }
  };
  return { commit, discard };
}

/** Runs the work that makes the texts of an output; whatever goes wrong, nothing half-written stays. */
export async function writeTogether(folder: string, names: readonly string[], work: () => Promise<ReadonlyMap<string, string>>): Promise<readonly string[]> {
  const output = openOutput(folder, names);
  let texts: ReadonlyMap<string, string>;
  const interrupted = (): void => {
    output.discard();
    process.exit(130);
  };
  process.once("SIGINT", interrupted);
  process.once("SIGTERM", interrupted);
  try {
    texts = await work();
  } catch (error) {
    output.discard();
    throw error;
  } finally {
    process.off("SIGINT", interrupted);
    process.off("SIGTERM", interrupted);
  }
  return output.commit(texts);
}

/** A folder or file name made from a title: letters, digits and dashes. */
export function slug(text: string): string {
  const made = text.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 64);
  return made === "" ? "scenario" : made;
}
