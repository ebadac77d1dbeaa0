import type { Argv } from "yargs";
import { override, type Overrides } from "../scenario/override.js";
import { parseScenario } from "../scenario/parse-scenario.js";
import type { Scenario } from "../scenario/scenario.js";
import { readText } from "./files.js";
import { contentHash } from "./load-catalogue.js";

/** The flags that every command on a scenario understands. */
export function scenarioOptions<T>(yargs: Argv<T>) {
  return yargs
    .positional("scenario", { type: "string", demandOption: true, describe: "scenario file (YAML or JSON)" })
    .option("as-of", { type: "string", describe: "prices of this day (YYYY-MM-DD)", requiresArg: true })
    .option("region", { type: "string", describe: "price region, such as us-east-1", requiresArg: true })
    .option("book", { type: "string", describe: "price book: aws or seed", requiresArg: true })
    .option("free-tier", { type: "boolean", describe: "count always-free units (--no-free-tier leaves them out)" })
    .option("set", { type: "string", array: true, nargs: 1, describe: "change a driver: --set signInsPerMau=12", requiresArg: true });
}

export function mauOption<T>(yargs: Argv<T>) {
  return yargs.option("mau", { type: "string", describe: "user counts to compare at: 50000,100000", requiresArg: true });
}

type Flags = { readonly scenario: string; readonly asOf?: string | undefined; readonly region?: string | undefined; readonly book?: string | undefined; readonly freeTier?: boolean | undefined; readonly set?: readonly string[] | undefined; readonly mau?: string | undefined };

/** Reads the scenario file and applies the flags. @throws ProblemError */
export function readScenario(flags: Flags): Scenario {
  const text = readText(flags.scenario);
  const scenario = parseScenario(text, { file: flags.scenario, hash: contentHash(text) });
  const overrides: Overrides = { asOf: flags.asOf, region: flags.region, book: flags.book, freeTier: flags.freeTier, set: flags.set, mau: flags.mau?.split(",").map((one) => one.trim()) };
  return override(scenario, overrides);
}
