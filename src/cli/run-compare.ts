/** The command line for a run of `compare` that prints its table: the build makes one file of it, without what other formats need. */
export { run } from "./run.js";
