import type { Comparison } from "../../analysis/compare.js";
import { type Study, study } from "../../analysis/study.js";
import { ProblemError } from "../../problems/problem.js";
import { driverValue } from "../../scenario/driver-value.js";
import { DRIVERS } from "../../scenario/drivers.js";
import type { DriverName } from "../../scenario/driver-spec.js";
import { plain } from "../../units/decimal.js";
import { allInputs } from "../live/all-inputs.js";
import { fromFragment, toFragment } from "../live/fragment.js";
import type { Input } from "../live/input.js";
import { type LiveData, revived } from "../live/live-data.js";
import { NOTHING_CHANGED, type WhatIf, whatIf, withChange } from "../live/what-if.js";
import { PAGE_DATA_ID, type DrawnLines, type PageData } from "../render/html/page-data.js";
import { capitalized } from "../../units/format.js";
import type { ChartBoard } from "./chart-board.js";
import { addressState, keepAddress, writeAddress } from "./live-address.js";
import { exportsOf, LINK } from "./live-exports.js";
import { lateSections } from "./live-late.js";
import { livePanel } from "./live-panel.js";
import { rehearse } from "./live-rehearsal.js";
import { liveReport } from "./live-report.js";
import { showAll, showAtOnce } from "./live-run.js";

/** How long an input rests before what takes longer than a frame begins. */
const REST = 120;

/** Makes a report's inputs work: the engine is in the page, and every figure follows. */
export function startLive(board: ChartBoard, data: LiveData): void {
  const root = document.documentElement;
  const main = document.getElementById("report");
  const first = (JSON.parse(document.getElementById(PAGE_DATA_ID)?.textContent ?? "") as PageData).charts[0];
  if (!main || first?.kind !== "lines") return;
  const { scenario, catalogue, prices } = revived(data);
  const own = study(scenario, catalogue);
  const inputs = allInputs(own, prices);
  const report = liveReport(main, board, first as DrawnLines);
  const late = lateSections();
  let state: WhatIf = NOTHING_CHANGED;
  let ignored: readonly string[] = [];
  let shown: Study | undefined;
  let turn = 0;
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const stateScenario = () => ({
    ...whatIf(scenario, inputs, state),
    hash: state.size === 0 ? scenario.hash : `${scenario.hash}#${toFragment(inputs, state)}`,
  });
  const panel = livePanel(inputs, new Map(own.models.map(({ id, title }) => [id, title])), {
    onChange: (input, text) => change(withChange(state, input, text)),
    onReset: () => change(NOTHING_CHANGED),
    link: LINK,
    exports: exportsOf(
      () => ({ scenario: stateScenario(), catalogue, fragment: toFragment(inputs, state) }),
      (texts) => panel.notice(texts),
    ),
  });
  main.querySelector(".masthead")?.after(panel.bar);
  main.querySelector(".first > .turns")?.after(panel.sheet);

  const current = (input: Input): string => state.get(input.key) ?? currentOwn(input, shown);
  const change = (next: WhatIf, leftOut: readonly string[] = []): void => {
    state = next;
    ignored =
      leftOut.length === 0
        ? []
        : ["The link says something that this report does not understand; it was left out.", ...leftOut.slice(0, 4)];
    delete root.dataset.settled;
    root.dataset.working = "";
    turn++;
    late.clear();
    clearTimeout(rest);
    if (frame === 0) frame = requestAnimationFrame(atOnce);
  };
  const atOnce = (): void => {
    frame = 0;
    const mine = turn;
    if (
      attempt(() => {
        shown = showAtOnce(stateScenario(), catalogue, report);
      })
    ) {
      panel.notice(ignored);
      sketchAfterPaint();
      rest = setTimeout(() => void settle(mine), REST);
    } else rest = setTimeout(() => writeAddress(toFragment(inputs, state)), REST);
    panel.show(state, current);
  };
  /** The lines follow behind the figures: they are drawn once these have been painted. */
  const sketchAfterPaint = (): void => {
    const drawn = shown;
    if (drawn)
      afterPaint(() => {
        if (shown === drawn) report.sketch(drawn);
      });
  };
  const settle = async (mine: number): Promise<void> => {
    writeAddress(toFragment(inputs, state));
    if (!shown) return;
    const pause = async (): Promise<boolean> => {
      await new Promise((resolve) => setTimeout(resolve));
      return mine === turn;
    };
    let done: Comparison | undefined;
    try {
      done = await showAll(shown.scenario, catalogue, report, late, pause);
    } catch (error) {
      attempt(() => {
        throw error;
      });
    }
    if (!done || mine !== turn) return;
    delete root.dataset.working;
    panel.announce(done.recommendation.sentence);
    root.dataset.settled = toFragment(inputs, state);
  };
  /** Words near the inputs in place of what cannot be computed; the last good figures stay, greyed. */
  const attempt = (act: () => void): boolean => {
    try {
      act();
      delete main.dataset.stale;
      return true;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      main.dataset.stale = "";
      panel.notice(["This cannot be computed; the figures shown are the last that could.", ...error.problems.slice(0, 4).map(words)]);
      root.dataset.settled = toFragment(inputs, state);
      return false;
    }
  };
  const follow = (): void => {
    const fragment = addressState();
    if (fragment === toFragment(inputs, state)) return;
    const read = fromFragment(fragment, inputs);
    change(read.state, read.ignored);
  };
  addEventListener("hashchange", follow);
  addEventListener("popstate", follow);
  keepAddress(main, () => state.size > 0);
  panel.show(state, (input) => input.own);
  follow();
  if (state.size > 0) return;
  root.dataset.settled = "";
  rehearse({ scenario, catalogue, report, first: first as DrawnLines, isOver: () => turn > 0 });
}

function words(problem: ProblemError["problems"][number]): string {
  const details = [
    problem.found === undefined ? "" : `found ${problem.found}`,
    problem.expected === undefined ? "" : `expected ${problem.expected}`,
    problem.hint ?? "",
  ].filter((text) => text !== "");
  const sentence = `${problem.message}${details.length > 0 ? ` (${details.join("; ")})` : ""}.`;
  return capitalized(sentence);
}

/** What an input that nobody changed stands at: a default may follow another input. */
function currentOwn(input: Input, shown: Study | undefined): string {
  if (!shown) return input.own;
  const { group } = input;
  if (group.kind === "alternative") {
    const model = shown.models.find(({ id }) => id === group.id);
    return String(model?.settings[input.key.slice(group.id.length + 1)] ?? input.own);
  }
  return input.key in DRIVERS ? plain(driverValue(input.key as DriverName, shown.scenario.workload)) : input.own;
}

/** Asked for in a frame, this comes after the frame has been painted, and before a timer. */
function afterPaint(act: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    act();
  };
  port2.postMessage(undefined);
}
