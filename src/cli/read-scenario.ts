import { config } from "zod";
import { checkNames } from "../engine/check-names.js";
import { ProblemError } from "../problems/problem.js";
import type { Names } from "../scenario/names-in.js";
import { checkOverrides, override, type Overrides } from "../scenario/override.js";
import { parseScenario } from "../scenario/parse-scenario.js";
import type { Scenario } from "../scenario/scenario.js";
import { shownName } from "./files.js";
import { readInput } from "./inputs.js";
import { contentHash } from "./load-catalogue.js";

// One file is checked once: compiling a checker for it would take longer than checking.
config({ jitless: true });

export type ScenarioFlags = {
  readonly scenario: string;
  readonly asOf?: string | undefined;
  readonly region?: string | undefined;
  readonly standIn?: string | undefined;
  readonly book?: string | undefined;
  readonly freeTier?: boolean | undefined;
  readonly set?: readonly string[] | undefined;
  readonly mau?: string | undefined;
};

/** Reads the scenario file and applies the flags. @throws ProblemError with all that is wrong in the file and in the flags */
export function readScenario(flags: ScenarioFlags): Scenario {
  const overrides: Overrides = {
    asOf: flags.asOf,
    region: flags.region,
    standIn: flags.standIn,
    book: flags.book,
    freeTier: flags.freeTier,
    set: flags.set,
    mau: flags.mau?.split(",").map((one) => one.trim()),
  };
  return override(readFile(flags, overrides), overrides);
}

function readFile({ scenario: file }: ScenarioFlags, overrides: Overrides): Scenario {
  try {
    const text = readInput(file);
    return parseScenario(text, { file: shownName(file), hash: contentHash(text) }, (names) => checkNames(inBook(names, overrides.book)));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new ProblemError([...error.problems, ...checkOverrides(overrides).problems]);
  }
}

/** The names of a scenario whose price book a flag replaces. */
function inBook(names: Names, book: string | undefined): Names {
  if (book === undefined) return names;
  return { ...names, book, place: (path, part) => (path.join(".") === "prices.book" ? { file: "--book" } : names.place(path, part)) };
}
