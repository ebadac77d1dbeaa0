/** The command line for a run of `compare`: the build makes one file of it. */
export { run } from "./run.js";
