import type { Chart, LineChart, ReportDoc, StackedBars, TimeChart } from "../../report-doc.js";

/** Charts on a canvas; the others stand in the page as drawings that need no script. */
export type ScriptedChart = LineChart | StackedBars | TimeChart;

export type DrawnLines = Omit<LineChart, "table">;
export type DrawnBars = Omit<StackedBars, "table">;
export type DrawnTime = Omit<TimeChart, "table">;
export type DrawnChart = DrawnLines | DrawnBars | DrawnTime;

/** What the page's script draws: the charts in the order of their canvases. Their tables stand in the page already. */
export type PageData = {
  readonly alternatives: readonly { readonly id: string; readonly title: string }[];
  readonly charts: readonly DrawnChart[];
};

/** The element id of the block that carries PageData. */
export const PAGE_DATA_ID = "page-data";
/** The element id of the block that carries LiveData. */
export const LIVE_DATA_ID = "live-data";
/** The element id of the block that carries the packed program of a live report. */
export const PROGRAM_ID = "program";

/** The element id of the block that carries the arithmetic of lines, where it was put aside: a JSON list of markup. */
export const ARITHMETIC_ID = "arithmetic-data";

export function isScripted(chart: Chart): chart is ScriptedChart {
  return chart.kind === "lines" || chart.kind === "stacked-bars" || chart.kind === "time";
}

/** Every chart of the document in reading order. */
export function chartsOf(doc: ReportDoc): readonly Chart[] {
  return [
    doc.headline.chart,
    ...doc.sections.flatMap((section) => section.blocks.flatMap((block) => (block.kind === "chart" ? [block.chart] : []))),
  ];
}

export function pageData(doc: ReportDoc): PageData {
  return {
    alternatives: doc.alternatives.map(({ id, title }) => ({ id, title })),
    charts: chartsOf(doc)
      .filter(isScripted)
      .map(({ table: _, ...drawn }) => placed(drawn)),
  };
}

/** A chart whose numbers, which are places to draw at, have cents or six digits: finer than a pixel, and a third of the bytes. */
function placed<T>(value: T): T {
  if (typeof value === "number")
    return (Number.isInteger(value) ? value : Math.abs(value) >= 100 ? Math.round(value * 100) / 100 : Number(value.toPrecision(6))) as T;
  if (Array.isArray(value)) return value.map(placed) as T;
  return typeof value === "object" && value !== null
    ? (Object.fromEntries(Object.entries(value).map(([key, one]) => [key, placed(one)])) as T)
    : value;
}
