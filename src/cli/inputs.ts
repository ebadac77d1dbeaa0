import { type Stats, statSync } from "node:fs";
import { readText, STDIN } from "./files.js";

const read = new Set<string>();
let standardInput: string | undefined;

const identity = ({ dev, ino }: Stats): string => `${dev} ${ino}`;

/** The text of a file that a result is worked out from: no output may take its place. @throws ProblemError as readText does */
export function readInput(path: string): string {
  // A pipe can be read once only, and diff looks twice.
  if (path === STDIN && standardInput !== undefined) return standardInput;
  const text = readText(path);
  if (path === STDIN) standardInput = text;
  else read.add(identity(statSync(path)));
  return text;
}

/** Whether a file is one that was read as an input, under whatever name. */
export function isInput(facts: Stats): boolean {
  return read.has(identity(facts));
}
