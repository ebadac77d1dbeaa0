import { compare, type Comparison, type SideBySide, sideBySide } from "../../analysis/compare.js";
import { cheapestOverUsers, searchEnd } from "../../analysis/cheapest-over-users.js";
import { gridOver } from "../../analysis/changes.js";
import { ProblemError } from "../../problems/problem.js";
import type { Catalogue } from "../../prices/price-file.js";
import type { Scenario } from "../../scenario/scenario.js";
import { whole } from "../../units/decimal.js";
import { reportHead, sectionBuilders } from "../document.js";
import { questionsOf } from "../questions.js";
import { ANSWER_PARTS } from "../render/html/first-screen.js";
import { costOverUsers } from "../sections/cost-over-users.js";
import type { LateSections } from "./live-late.js";
import { COMPARISON_PART, type LiveReport } from "./live-report.js";

/** A quarter of the even grid of the main chart's lines at a time. */
const WARMED_AT_ONCE = 12;
/** Sections that take long. */
const SLOW: readonly string[] = ["horizon", "flips-section", "map", "drives", "how-sure", "unit-economics"];

/** Lets the page paint and take input. False when something newer has begun meanwhile. */
export type Pause = () => Promise<boolean>;

export type Shown = { readonly scenario: Scenario; readonly side: SideBySide; readonly comparison: Comparison | undefined };

/** What fits into a frame: bills at every size, and the choice where it is judged by a month. @throws ProblemError */
export function showAtOnce(scenario: Scenario, catalogue: Catalogue, report: LiveReport): Shown {
  const comparison = scenario.horizon ? undefined : compare(scenario, catalogue);
  const side = comparison ?? sideBySide(scenario, catalogue);
  report.wait([COMPARISON_PART, ...(comparison ? ANSWER_PARTS.map(({ name }) => name) : [])]);
  if (comparison) report.showAnswer(comparison);
  report.showComparison(side);
  return { scenario, side, comparison };
}

/**
 * Everything else, piece by piece, but for the sections that take long: those are handed to `late`.
 * Stops where it stands when something newer has begun. @returns the comparison when all is shown
 */
export async function showAll(
  shown: Shown,
  catalogue: Catalogue,
  report: LiveReport,
  late: LateSections,
  pause: Pause,
): Promise<Comparison | undefined> {
  const comparison = shown.comparison ?? compare(shown.scenario, catalogue);
  report.showAnswer(comparison);
  if (!(await pause())) return undefined;
  cheapestOverUsers(comparison.study);
  if (!(await pause())) return undefined;
  if (!(await warmed(comparison, pause))) return undefined;
  const head = reportHead(comparison);
  if (!(await pause())) return undefined;
  report.showHead(head);
  const questions = questionsOf(shown.scenario, catalogue, comparison);
  const builders = sectionBuilders(comparison, questions);
  report.arrange(builders);
  for (const builder of builders.filter(({ id }) => !SLOW.includes(id))) {
    if (!(await pause())) return undefined;
    report.showSection(builder, head);
  }
  if (questions.band) {
    if (!(await pause())) return undefined;
    report.showHead(reportHead(comparison, costOverUsers(comparison, questions.band())));
  }
  if (!(await pause())) return undefined;
  late.set(
    builders.filter(({ id }) => SLOW.includes(id)),
    (builder) => {
      try {
        report.showSection(builder, head);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        report.explain(
          builder,
          error.problems.map(({ message }) => message),
        );
      }
    },
  );
  return comparison;
}

/** Bills of the main chart's grid, which the study remembers, a few at a time. */
async function warmed({ study }: Comparison, pause: Pause): Promise<boolean> {
  const counts = gridOver(100, searchEnd(study), 10);
  for (let from = 0; from < counts.length; from += WARMED_AT_ONCE) {
    for (const count of counts.slice(from, from + WARMED_AT_ONCE)) for (const model of study.models) study.billAt(model, whole(count));
    if (!(await pause())) return false;
  }
  return true;
}
