import type { Argv } from "yargs";
import { FORMATS } from "./emit.js";

/** The flags that every command on a scenario understands. */
export function scenarioOptions<T>(yargs: Argv<T>) {
  return yargs
    .positional("scenario", { type: "string", demandOption: true, describe: "scenario file (YAML or JSON)" })
    .option("as-of", { type: "string", describe: "prices of this day (YYYY-MM-DD)", requiresArg: true })
    .option("region", { type: "string", describe: "price region, such as us-east-1", requiresArg: true })
    .option("stand-in", { type: "string", describe: "a region whose prices stand in, marked, where none is known", requiresArg: true })
    .option("book", { type: "string", describe: "price book: aws or seed", requiresArg: true })
    .option("free-tier", { type: "boolean", describe: "count always-free units (--no-free-tier leaves them out)" })
    .option("set", { type: "string", array: true, nargs: 1, describe: "change a driver: --set signInsPerMau=12", requiresArg: true });
}

export function mauOption<T>(yargs: Argv<T>) {
  return yargs.option("mau", { type: "string", describe: "user counts to compare at: 50000,100000", requiresArg: true });
}

/** The flags of every command that gives a result. */
export function resultOptions<T>(yargs: Argv<T>) {
  return yargs
    .option("format", { choices: FORMATS, default: "table", describe: "how the result is written", requiresArg: true })
    .option("output", { alias: "o", type: "string", describe: "write to this file instead of standard output", requiresArg: true });
}
