import { compare } from "../../analysis/compare.js";
import { ProblemError } from "../../problems/problem.js";
import { type Format, emit, note } from "../emit.js";
import { loadCatalogue } from "../load-catalogue.js";
import { readScenario, type ScenarioFlags } from "../read-scenario.js";
import { comparisonText } from "../comparison-text.js";

type Flags = ScenarioFlags & {
  readonly against?: string | undefined;
  readonly failOn?: readonly string[] | undefined;
  readonly budget?: string | undefined;
  readonly expectChoice?: string | undefined;
  readonly format: Format;
  readonly output?: string | undefined;
};

export async function runCompare(flags: Flags): Promise<void> {
  if (flags.against !== undefined && hasGate(flags))
    throw new ProblemError([
      {
        code: "bad-argument",
        place: { file: "--against" },
        message: "a gate looks at one day",
        expected: "--fail-on, --budget and --expect-choice without --against",
      },
    ]);
  if (flags.against !== undefined) return (await import("./compare-dates.js")).runCompareDates({ ...flags, against: flags.against });
  let complaints: readonly string[] = [];
  await emit(flags.output, async () => {
    const scenario = readScenario(flags);
    const catalogue = await loadCatalogue();
    const comparison = compare(scenario, catalogue);
    if (hasGate(flags)) {
      const { gateComplaints } = await import("../../analysis/gate.js");
      complaints = gateComplaints(comparison, { failOn: flags.failOn ?? [], budget: flags.budget, expectChoice: flags.expectChoice });
    }
    switch (flags.format) {
      case "table":
        return comparisonText(comparison);
      case "json": {
        const { compareJson, jsonText } = await import("../../report/result-json.js");
        return jsonText(compareJson(comparison));
      }
      case "csv":
        return (await import("../../report/line-items-csv.js")).lineItemsCsv(comparison);
      case "markdown":
        return (await import("../../report/render/markdown.js")).renderMarkdown(
          (await import("../../report/document.js")).reportDocument(comparison),
        );
      case "html":
        return (await import("../html-page.js")).htmlPage(comparison, catalogue);
      default:
        return flags.format satisfies never;
    }
  });
  for (const complaint of complaints) note(complaint);
  if (complaints.length > 0) process.exitCode = 2;
}

/** An empty value counts: a variable of a build that is not set must not switch its gate off. */
const hasGate = ({ failOn, budget, expectChoice }: Flags): boolean => [failOn, budget, expectChoice].some((flag) => flag !== undefined);
