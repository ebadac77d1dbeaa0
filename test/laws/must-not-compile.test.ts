import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const FOLDER = fileURLToPath(new URL("../fixtures/must-not-compile/", import.meta.url));
const TSC = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
// The leading dot keeps the misuses out of the project's own type check, which takes in all of test/.
const MISUSES = `${FOLDER}.misuses/`;
const FILES = ["units.ts", "money.ts"] as const;

type Line = { readonly at: string; readonly text: string; readonly marked: boolean };

const lines: readonly Line[] = FILES.flatMap((file) => readFileSync(`${MISUSES}${file}`, "utf8").split("\n")
  .map((text, index): Line => ({ at: `${file}:${index + 1}`, text, marked: text.endsWith("// must not compile") })));

/** The places the compiler complains of, as "units.ts:12"; a complaint anywhere else keeps its whole path. */
function complaints(): readonly string[] {
  const run = spawnSync(process.execPath, [TSC, "-p", FOLDER, "--pretty", "false"], { encoding: "utf8" });
  return [...`${run.stdout}${run.stderr}`.matchAll(/^(\S+)\((\d+),\d+\): error/gm)]
    .map(([, path = "", line = ""]) => `${path.replace(/^.*\.misuses\//, "")}:${line}`);
}

it("the compiler refuses each misuse of units and money, and nothing else", () => {
  const refused = [...new Set(complaints())].sort();
  expect(refused).toEqual(lines.filter((line) => line.marked).map((line) => line.at).sort());
});

it("the fixtures hold both misuses and the right uses beside them", () => {
  expect(lines.filter((line) => line.marked).length).toBeGreaterThanOrEqual(25);
  expect(lines.filter((line) => !line.marked && line.text.startsWith("export const")).length).toBeGreaterThanOrEqual(8);
});
