import type { Answer, Comparison, SideBySide } from "../../analysis/compare.js";
import type { Study } from "../../analysis/study.js";
import type { SectionBuilder } from "../document.js";
import { reportHead } from "../document.js";
import { quickLines } from "../live/quick-lines.js";
import { alternativesList } from "../render/html/alternatives.js";
import { chartHtml } from "../render/html/chart.js";
import { ANSWER_PARTS, masthead } from "../render/html/first-screen.js";
import { frameOf } from "../render/html/frame.js";
import { type DrawnChart, type DrawnLines, isScripted } from "../render/html/page-data.js";
import { sectionHtml } from "../render/html/section.js";
import { visible } from "../render/plain-text.js";
import type { Chart, ReportDoc, Section } from "../report-doc.js";
import { comparisonSection } from "../sections/comparison.js";
import type { ChartBoard } from "./chart-board.js";
import { element } from "./live-element.js";
import { morphed } from "./live-morph.js";
import { addTableTools } from "./table-tools.js";

type Head = Omit<ReportDoc, "sections">;

/** The report's parts on the page, each replaced when it has been made anew. */
export type LiveReport = {
  /** the answer's words */
  readonly showAnswer: (answer: Answer) => void;
  readonly showComparison: (side: SideBySide) => void;
  /** whether the reader sees the comparison, or nearly: out of sight it need not follow every frame */
  readonly isComparisonNear: () => boolean;
  /** where the main chart's lines run, without figures */
  readonly sketch: (study: Study) => void;
  /** what `showAtOnce` does with a comparison, on copies: the first input finds the program warm */
  readonly rehearse: (comparison: Comparison) => void;
  readonly showHead: (head: Head) => void;
  readonly showSection: (builder: SectionBuilder, head: Head) => void;
  /** words in place of a section that cannot be made */
  readonly explain: (builder: SectionBuilder, texts: readonly string[]) => void;
  /** marks parts as waiting, all but these */
  readonly wait: (fresh: readonly string[]) => void;
  /** sections that the state does not have are hidden; new ones get their place */
  readonly arrange: (builders: readonly SectionBuilder[]) => void;
};

const CHART = "cost-over-users";
const COMPARISON = "comparison-section";

/** @param first the main chart as the page came with it */
export function liveReport(main: HTMLElement, board: ChartBoard, first: DrawnLines): LiveReport {
  // Found once: these stay, and looking for them takes a part of every frame.
  const [top, canvas, list] = [".masthead", ".first canvas", ".compared"].map((selector) => main.querySelector<HTMLElement>(selector));
  const said = ANSWER_PARTS.flatMap(({ name, html }) => [...main.querySelectorAll(`.first > .${name}`)].map((place) => ({ place, html })));
  const firstParts = [...(main.querySelector(".first")?.children ?? [])];
  const isComparisonNear = watched(main.querySelector(`#${COMPARISON}`));
  const done = (one: Element): void => one.removeAttribute("data-waiting");
  const show = (one: Element, html: string, charts: readonly Chart[], alternatives: Head["alternatives"]): void => {
    morphed(one, html);
    done(one);
    const canvases = [...one.querySelectorAll("canvas")];
    charts
      .filter(isScripted)
      .map(({ table: _, ...drawn }) => drawn as DrawnChart)
      .forEach((drawn, index) => {
        const canvas = canvases[index];
        if (canvas) board.show(canvas, drawn, alternatives);
      });
    addTableTools(one);
    board.clear();
  };
  const sections = (): readonly HTMLElement[] =>
    [...main.children].filter((one): one is HTMLElement => one instanceof HTMLElement && one.classList.contains("part-of-report"));
  const place = (id: string): HTMLElement => {
    const found = sections().find((one) => one.id === id);
    if (found) return found;
    const made = element("section", { id, class: "part-of-report" });
    main.append(made);
    return made;
  };
  const put = (section: Section, head: Pick<Head, "alternatives">): void => {
    const frame = frameOf(head);
    show(
      place(section.id),
      sectionHtml(section, frame.id(section.id), frame, counter()),
      section.blocks.flatMap((block) => (block.kind === "chart" ? [block.chart] : [])),
      head.alternatives,
    );
  };
  const alternativesOf = ({ models }: Study): Head["alternatives"] => models.map(({ id, title, summary }) => ({ id, title, summary }));
  const words = (head: Head): void => {
    if (top) morphed(top, masthead(head));
    for (const { place, html } of said) {
      morphed(place, html(head));
      done(place);
    }
  };
  const answerHead = (answer: Answer): Head => reportHead(answer, { ...first, table: { id: "", caption: "", columns: [], rows: [] } });
  return {
    showAnswer: (answer) => words(answerHead(answer)),
    isComparisonNear,
    showComparison: (side) => put(comparisonSection(side), { alternatives: alternativesOf(side.study) }),
    sketch: (study) => {
      if (canvas instanceof HTMLCanvasElement) board.show(canvas, quickLines(study, first), alternativesOf(study), true);
    },
    rehearse: (comparison) => {
      const alternatives = alternativesOf(comparison.study);
      const section = comparisonSection(comparison);
      const head = answerHead(comparison);
      for (const { place, html } of said) morphed(place.cloneNode(true) as Element, html(head));
      morphed(place(section.id).cloneNode(true) as Element, sectionHtml(section, section.id, frameOf({ alternatives }), counter()));
      if (canvas instanceof HTMLCanvasElement) board.show(canvas, first, alternatives);
    },
    showHead: (head) => {
      words(head);
      const frame = frameOf(head);
      const figure = main.querySelector(`.first > #${CHART}`);
      if (figure) show(figure, chartHtml(head.headline.chart, counter(), frame, "h2"), [head.headline.chart], head.alternatives);
      if (list) morphed(list, alternativesList(frame));
    },
    showSection: (builder, head) => put(builder.build(), head),
    explain: ({ id, title }, items) => put({ id, title, blocks: [{ kind: "list", items }] }, { alternatives: [] }),
    wait: (fresh) => {
      for (const one of [...sections(), ...firstParts])
        if (!fresh.includes(one.id) && !fresh.includes(one.className) && !one.hasAttribute("data-waiting"))
          one.setAttribute("data-waiting", "");
    },
    arrange: (builders) => {
      for (const one of sections()) one.hidden = !builders.some(({ id }) => id === one.id);
      builders.forEach(({ id, title }, index) => {
        if (sections().some((one) => one.id === id)) return;
        const made = element("section", { id, class: "part-of-report", "data-waiting": true }, [element("h2", {}, [visible(title)])]);
        const before = builders[index - 1];
        if (before) place(before.id).after(made);
        else main.append(made);
      });
    },
  };
}

export { COMPARISON as COMPARISON_PART };

/** How far outside of the window something is near. */
const NEAR = "200px";

/** Whether an element is in the window or near it, as the browser last said; asking costs no layout. */
function watched(one: Element | null): () => boolean {
  let isNear = true;
  if (one)
    new IntersectionObserver(
      ([entry]) => {
        isNear = entry?.isIntersecting ?? true;
      },
      { rootMargin: NEAR },
    ).observe(one);
  return () => isNear;
}

function counter(): () => number {
  let next = 0;
  return () => next++;
}
