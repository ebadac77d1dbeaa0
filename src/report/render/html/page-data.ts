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

export function isScripted(chart: Chart): chart is ScriptedChart {
  return chart.kind === "lines" || chart.kind === "stacked-bars" || chart.kind === "time";
}

/** Every chart of the document in reading order. */
export function chartsOf(doc: ReportDoc): readonly Chart[] {
  return [doc.headline.chart, ...doc.sections.flatMap((section) => section.blocks.flatMap((block) => (block.kind === "chart" ? [block.chart] : [])))];
}

export function pageData(doc: ReportDoc): PageData {
  return {
    alternatives: doc.alternatives.map(({ id, title }) => ({ id, title })),
    charts: chartsOf(doc).filter(isScripted).map(({ table: _, ...drawn }) => drawn),
  };
}

/** Numbers that stand for places on a chart, to the cent or six digits: finer than a pixel, and a third of the bytes. */
export function placeNumbers(_key: string, value: unknown): unknown {
  if (typeof value !== "number" || Number.isInteger(value)) return value;
  return Math.abs(value) >= 100 ? Math.round(value * 100) / 100 : Number(value.toPrecision(6));
}
