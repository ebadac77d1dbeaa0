import { config } from "zod";
import { override, type Overrides } from "../scenario/override.js";
import { parseScenario } from "../scenario/parse-scenario.js";
import type { Scenario } from "../scenario/scenario.js";
import { readText } from "./files.js";
import { contentHash } from "./load-catalogue.js";

// One file is checked once: compiling a checker for it would take longer than checking.
config({ jitless: true });

export type ScenarioFlags = { readonly scenario: string; readonly asOf?: string | undefined; readonly region?: string | undefined; readonly book?: string | undefined; readonly freeTier?: boolean | undefined; readonly set?: readonly string[] | undefined; readonly mau?: string | undefined };

/** Reads the scenario file and applies the flags. @throws ProblemError */
export function readScenario(flags: ScenarioFlags): Scenario {
  const text = readText(flags.scenario);
  const scenario = parseScenario(text, { file: flags.scenario, hash: contentHash(text) });
  const overrides: Overrides = { asOf: flags.asOf, region: flags.region, book: flags.book, freeTier: flags.freeTier, set: flags.set, mau: flags.mau?.split(",").map((one) => one.trim()) };
  return override(scenario, overrides);
}
