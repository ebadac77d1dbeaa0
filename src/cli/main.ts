#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";

// Most runs end before optimised code would pay for its compilation; this makes V8 wait longer before it optimises.
setFlagsFromString("--interrupt-budget=1000000");
const { run } = await (process.argv[2] === "compare" ? import("./run-compare.js") : import("./run.js"));

// A reader that closes the pipe early (head, less) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = (await run(process.argv.slice(2))) ?? process.exitCode ?? 0;
