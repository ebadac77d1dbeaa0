import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { VERSION } from "../../src/units/version.js";
import { type SourceFile, sourceFiles } from "../support/source.js";

const files = sourceFiles();

/** "src/engine/bill.ts:12" for every place where the code of a file matches. */
function places(pattern: RegExp, among: readonly SourceFile[] = files): readonly string[] {
  return among.flatMap((file) => file.code.split("\n").flatMap((line, index) => (pattern.test(line) ? [`src/${file.path}:${index + 1}`] : [])));
}
const say = (where: readonly string[], sentence: string): readonly string[] => where.map((place) => `${place} ${sentence}`);
const below = files.filter((file) => !file.path.startsWith("cli/"));

it("randomness is an argument", () => {
  expect(say(places(/\bMath\.random\b|\bcrypto\.(?:randomUUID|getRandomValues)\b/, below), "draws by chance: take a seed as an argument")).toEqual([]);
});

it("time is an argument", () => {
  // A text given by the caller may be checked against the calendar; that reads no clock.
  const clock = places(/\bDate\.now\b|\bnew Date\b(?!\(`)|\bperformance\.|(?<!new )\bDate\(/, below);
  expect(say(clock, "reads the clock: take the day as an argument, or read it in src/cli")).toEqual([]);
  const calendar = places(/\bnew Date\(`/, below).filter((place) => !place.startsWith("src/problems/day.ts"));
  expect(say(calendar, "makes a date: check days with isDay from problems/day.ts and keep them as text")).toEqual([]);
});

it("only the command line touches the process and the console", () => {
  expect(say(places(/\bprocess\s*[.[]|\bconsole\s*\.|\bglobalThis\b|\brequire\s*\(/, below), "touches the process or the console: return a value and let src/cli print it")).toEqual([]);
});

it("no type is given up", () => {
  expect(say(places(/\bany\b/), "says `any`: name the type, or take `unknown` and check it")).toEqual([]);
});

it("no value is declared present without a check", () => {
  expect(say(places(/[\w)\]]!(?!=)(?=[.;,)\]}[(:\s]|$)/), "asserts with `!` that a value is there: check it, or make the type say so")).toEqual([]);
});

it("exports have names", () => {
  expect(say(places(/\bexport\s+default\b|\bas\s+default\b/), "exports without a name: use a named export")).toEqual([]);
});

it("no compiler complaint is silenced", () => {
  const silenced = files.filter((file) => /@ts-(?:ignore|expect-error|nocheck)/.test(file.text));
  expect(silenced.map((file) => `src/${file.path} silences the compiler: mend what it complains of`)).toEqual([]);
});

it("no file is longer than 200 lines", () => {
  const long = files.map((file) => ({ path: file.path, lines: file.text.split("\n").length - 1 })).filter(({ lines }) => lines > 200);
  expect(long.map(({ path, lines }) => `src/${path} has ${lines} lines: split it, one concept per file`)).toEqual([]);
});

it("the engine states the version of the package", () => {
  const manifest: unknown = JSON.parse(readFileSync(fileURLToPath(new URL("../../package.json", import.meta.url)), "utf8"));
  expect(manifest).toMatchObject({ version: VERSION });
});
