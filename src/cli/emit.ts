import { basename, dirname } from "node:path";
import { visible } from "../report/render/plain-text.js";
import { writeTogether } from "./write-files.js";

export const FORMATS = ["table", "json", "csv", "markdown", "html"] as const;
export type Format = (typeof FORMATS)[number];

/** Results go to standard output, or to a file that appears complete or not at all. */
export async function emit(output: string | undefined, work: () => Promise<string>): Promise<void> {
  if (output === undefined) {
    process.stdout.write(await work());
    return;
  }
  const name = basename(output);
  const [written] = await writeTogether(dirname(output), [name], async () => new Map([[name, await work()]]));
  note(`wrote ${written ?? output}`.replaceAll("\n", visible("\n")));
}

/** Notes and progress go to standard error, control characters of names made visible. */
export function note(text: string): void {
  process.stderr.write(`${visible(text)}\n`);
}

/** Progress of long work: only where a person watches. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

/** A line, control characters of names made visible; bold where a person reads and colours are wanted. */
export function bold(line: string): string {
  const text = visible(line);
  const plain = (process.env.NO_COLOR ?? "") !== "" || !process.stdout.isTTY;
  return plain ? text : `\u001b[1m${text}\u001b[22m`;
}
