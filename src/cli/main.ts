#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";

// Most runs end before optimised code would pay for its compilation, and before their garbage is worth collecting:
// this makes V8 wait longer before it optimises, and lets the space for new objects grow faster.
setFlagsFromString("--interrupt-budget=1000000 --semi-space-growth-factor=8");
const { run } = await (process.argv[2] === "compare" ? import("./run-compare.js") : import("./run.js"));

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
