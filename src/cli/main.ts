#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";

// Most runs end before optimised code would pay for its compilation, and before their garbage is worth collecting:
// this makes V8 wait longer before it optimises, and lets the space for new objects grow faster.
setFlagsFromString("--interrupt-budget=1000000 --semi-space-growth-factor=8");
const isShort = isPlainCompare(process.argv.slice(2));
// Threads that look for garbage are not worth waking for a run this short.
if (isShort) setFlagsFromString("--no-parallel-scavenge");
const { run } = await (isShort ? import("./run-compare.js") : import("./run.js"));

// A reader that closes the pipe early (head, less) is no error; a full disk is.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE")
    process.stderr.write(
      `authcost: standard output: cannot be written: ${error.code === "ENOSPC" ? "no space is left" : `the system says ${error.code ?? "no"}`}\n`,
    );
  process.exit(error.code === "EPIPE" ? 0 : 1);
});
// Nobody reads what is said there any more.
process.stderr.on("error", () => {});
// Nothing throws outside of `run`; should it ever, the user is not shown its insides.
process.on("uncaughtException", (error) => {
  process.stderr.write(`authcost: internal error: ${JSON.stringify(error.message)}. Please report it, with the command you ran.\n`);
  process.exit(1);
});

process.exitCode = (await run(process.argv.slice(2))) ?? process.exitCode ?? 0;

/** A comparison as the table that it is by default: all that it needs stands in one file, and nothing else does. */
function isPlainCompare([command, ...words]: readonly string[]): boolean {
  return command === "compare" && !words.some((word) => /^--(format|against)\b/.test(word));
}
