import { sensitivitySteps } from "../../analysis/sensitivity.js";
import { type Problem, ProblemError, quoted } from "../../problems/problem.js";
import { DECIMAL_TEXT, decimal } from "../../units/decimal.js";
import { emit, type Format, progress } from "../emit.js";
import { inFormat } from "../in-format.js";
import { inSteps } from "../in-steps.js";
import { loadCatalogue } from "../load-catalogue.js";
import { readScenario, type ScenarioFlags } from "../read-scenario.js";

type Flags = ScenarioFlags & {
  readonly spread?: string | undefined;
  readonly draws?: string | undefined;
  readonly seed?: string | undefined;
  readonly format: Format;
  readonly output?: string | undefined;
};

/** What drives the difference between the two leaders. */
export async function runSensitivity(flags: Flags): Promise<void> {
  await emit(flags.output, async () => {
    const options = optionsOf(flags);
    const one = await inSteps(sensitivitySteps(readScenario(flags), await loadCatalogue(), options), (share) =>
      progress(`moving every variable… ${Math.round(share * 100)} %`),
    );
    progress("");
    const report = () => import("../../report/sensitivity-report.js");
    return inFormat(flags.format, {
      table: async () => (await import("../sensitivity-text.js")).sensitivityText(one),
      json: async () => (await report()).sensitivityResultJson(one),
      csv: async () => (await report()).sensitivityCsv(one),
      doc: async () => (await report()).sensitivityDoc(one),
    });
  });
}

const LEAST_DRAWS = 100;
const MOST_DRAWS = 1_000_000;
const MOST_SEED = 4_294_967_295;

/** @throws ProblemError with every flag that does not fit */
function optionsOf(flags: Pick<Flags, "spread" | "draws" | "seed">) {
  const problems: Problem[] = [];
  const count = (flag: "draws" | "seed", least: number, most: number): number | undefined => {
    const text = flags[flag];
    if (text === undefined) return undefined;
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    problems.push({
      code: "bad-argument",
      place: { file: `--${flag}` },
      message: "this value does not fit",
      found: quoted(text),
      expected: `a whole number from ${least} to ${most}`,
    });
    return undefined;
  };
  const { spread } = flags;
  if (spread !== undefined && !DECIMAL_TEXT.test(spread))
    problems.push({
      code: "bad-argument",
      place: { file: "--spread" },
      message: "not a part to vary by",
      found: quoted(spread),
      expected: "a number above 0, at most 1: 0.5 is from half to one and a half times",
    });
  const [draws, seed] = [count("draws", LEAST_DRAWS, MOST_DRAWS), count("seed", 0, MOST_SEED)];
  if (problems.length > 0) throw new ProblemError(problems);
  return { spread: spread === undefined ? undefined : decimal(spread), draws, seed };
}
