import { compare } from "../../analysis/compare.js";
import type { Catalogue } from "../../prices/price-file.js";
import { ProblemError } from "../../problems/problem.js";
import type { Scenario } from "../../scenario/scenario.js";
import { whole } from "../../units/decimal.js";
import { quickLines } from "../live/quick-lines.js";
import type { DrawnLines } from "../render/html/page-data.js";
import type { LiveReport } from "./live-report.js";

/** Sizes to rehearse at: around each of them the page then knows what would flip the choice. */
const SIZES = [100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];
/** Milliseconds between two, in which the page answers. */
const PAUSE = 120;

export type Rehearsal = {
  readonly scenario: Scenario;
  readonly catalogue: Catalogue;
  readonly report: LiveReport;
  /** the main chart as the page came with it */
  readonly first: DrawnLines;
  /** whether the reader has begun */
  readonly isOver: () => boolean;
};

/** The first reckonings take several times as long as the next ones: they are over before an input moves. */
export function rehearse(one: Rehearsal, [size, ...left]: readonly number[] = SIZES): void {
  if (size === undefined) return;
  setTimeout(() => {
    if (one.isOver()) return;
    rehearseAt(one, size);
    rehearse(one, left);
  }, PAUSE);
}

function rehearseAt({ scenario, catalogue, report, first }: Rehearsal, size: number): void {
  try {
    const comparison = compare(
      { ...scenario, horizon: undefined, workload: new Map(scenario.workload).set("mau", whole(size)) },
      catalogue,
    );
    quickLines(comparison.study, first);
    report.rehearse(comparison);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
}
