import { simulation } from "../../analysis/simulate.js";
import { generatedWhereAllowed } from "../../engine/generated-loop.js";
import { type Problem, ProblemError, quoted } from "../../problems/problem.js";
import { type Decimal, decimal, isDecimal } from "../../units/decimal.js";
import { emit, type Format, progress } from "../emit.js";
import { inSteps } from "../in-steps.js";
import { inFormat } from "../in-format.js";
import { loadCatalogue } from "../load-catalogue.js";
import { readScenario, type ScenarioFlags } from "../read-scenario.js";

type Flags = ScenarioFlags & {
  readonly draws?: string | undefined;
  readonly seed?: string | undefined;
  readonly spread?: string | undefined;
  readonly samples?: boolean | undefined;
  readonly format: Format;
  readonly output?: string | undefined;
};

/** What may come out: every alternative priced with the same draws of what is uncertain. */
export async function runSimulate(flags: Flags): Promise<void> {
  await emit(flags.output, async () => {
    const options = { ...optionsOf(flags), loops: generatedWhereAllowed };
    const one = await inSteps(simulation(readScenario(flags), await loadCatalogue(), options), (share) =>
      progress(`drawing and pricing… ${Math.round(share * 100)} %`),
    );
    progress("");
    const report = () => import("../../report/simulation-report.js");
    return inFormat(flags.format, {
      table: async () => (await import("../simulation-text.js")).simulationText(one),
      json: async () => (await report()).simulationJson(one),
      csv: async () =>
        flags.samples === true ? (await import("../../report/samples-csv.js")).samplesCsv(one) : (await report()).simulationCsv(one),
      doc: async () => (await report()).simulationDoc(one),
    });
  });
}

const [FEWEST_DRAWS, MOST_DRAWS, MOST_SEED] = [100, 10_000_000, 4_294_967_295];

type Options = { readonly draws: number | undefined; readonly seed: number | undefined; readonly spread: Decimal | undefined };

/** @throws ProblemError with every flag that does not fit */
function optionsOf(flags: Flags): Options {
  const problems: Problem[] = [];
  const complain = (flag: string, found: string, expected: string): undefined => {
    problems.push({ code: "bad-argument", place: { file: flag }, message: "this value does not fit", found: quoted(found), expected });
  };
  const count = (flag: string, text: string | undefined, least: number, most: number): number | undefined => {
    if (text === undefined) return undefined;
    const value = /^\d{1,10}$/.test(text) ? Number(text) : -1;
    return value >= least && value <= most ? value : complain(flag, text, `a whole number from ${least} to ${most}`);
  };
  const draws = count("--draws", flags.draws, FEWEST_DRAWS, MOST_DRAWS);
  const seed = count("--seed", flags.seed, 0, MOST_SEED);
  const spread =
    flags.spread === undefined
      ? undefined
      : isDecimal(flags.spread) && decimal(flags.spread).gt(0) && decimal(flags.spread).lte(1)
        ? decimal(flags.spread)
        : complain("--spread", flags.spread, "a part above 0, at most 1, such as 0.2 for 20 % less or more");
  if (flags.samples === true && flags.format !== "csv")
    problems.push({ code: "bad-argument", place: { file: "--samples" }, message: "samples are written as CSV", hint: "add --format csv" });
  if (problems.length > 0) throw new ProblemError(problems);
  return { draws, seed, spread };
}
