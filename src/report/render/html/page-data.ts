import type { Chart, ReportDoc } from "../../report-doc.js";

type WithoutTable<C> = C extends Chart ? Omit<C, "table"> : never;
export type DrawnChart = WithoutTable<Chart>;
export type DrawnLines = Extract<DrawnChart, { kind: "lines" }>;
export type DrawnBars = Extract<DrawnChart, { kind: "stacked-bars" }>;

/** What the page's script draws: the charts in the order of their canvases. Their tables stand in the page already. */
export type PageData = {
  readonly alternatives: readonly { readonly id: string; readonly title: string }[];
  readonly charts: readonly DrawnChart[];
};

/** The element id of the block that carries PageData. */
export const PAGE_DATA_ID = "page-data";

/** Every chart of the document in reading order. */
export function chartsOf(doc: ReportDoc): readonly Chart[] {
  return [doc.headline.chart, ...doc.sections.flatMap((section) => section.blocks.flatMap((block) => (block.kind === "chart" ? [block.chart] : [])))];
}

export function pageData(doc: ReportDoc): PageData {
  return {
    alternatives: doc.alternatives.map(({ id, title }) => ({ id, title })),
    charts: chartsOf(doc).map(({ table: _, ...drawn }) => drawn),
  };
}
