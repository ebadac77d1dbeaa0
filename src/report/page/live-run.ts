import { answer, compare, type Comparison, sideBySide } from "../../analysis/compare.js";
import { cheapestOverUsers, searchEnd } from "../../analysis/cheapest-over-users.js";
import { gridOver } from "../../analysis/changes.js";
import { type Study, study } from "../../analysis/study.js";
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

/**
 * What fits into a frame: the choice, where it is judged by a month, and the bills at every size, where the reader sees them.
 * @throws ProblemError before anything is shown
 */
export function showAtOnce(scenario: Scenario, catalogue: Catalogue, report: LiveReport): Study {
  const one = study(scenario, catalogue);
  const bills = report.isComparisonNear() ? sideBySide(one) : undefined;
  const choice = scenario.horizon ? undefined : answer(one, catalogue);
  report.wait([...(bills ? [COMPARISON_PART] : []), ...(choice ? ANSWER_PARTS.map(({ name }) => name) : [])]);
  if (choice) report.showAnswer(choice);
  if (bills) report.showComparison(bills);
  return one;
}

/**
 * Everything else, piece by piece, but for the sections that take long: those are handed to `late`.
 * Stops where it stands when something newer has begun. @returns the comparison when all is shown
 */
export async function showAll(
  scenario: Scenario,
  catalogue: Catalogue,
  report: LiveReport,
  late: LateSections,
  pause: Pause,
): Promise<Comparison | undefined> {
  const comparison = compare(scenario, catalogue);
  report.showAnswer(comparison);
  if (!(await pause())) return undefined;
  cheapestOverUsers(comparison.study);
  if (!(await pause())) return undefined;
  if (!(await warmed(comparison, pause))) return undefined;
  const head = reportHead(comparison);
  if (!(await pause())) return undefined;
  report.showHead(head);
  const questions = questionsOf(scenario, catalogue, comparison);
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
