import type { DrawnChart } from "../render/html/page-data.js";
import { visible } from "../render/plain-text.js";

/** The chart with control and reading-direction characters made visible: no element isolates a text on a canvas. */
export function withVisibleTexts(chart: DrawnChart): DrawnChart {
  switch (chart.kind) {
    case "lines":
      return {
        ...chart,
        x: { ...chart.x, title: visible(chart.x.title) },
        y: { ...chart.y, title: visible(chart.y.title) },
        marker: { ...chart.marker, label: visible(chart.marker.label) },
        crossings: chart.crossings.map((one) => ({ ...one, label: visible(one.label) })),
      };
    case "stacked-bars":
      return {
        ...chart,
        bars: chart.bars.map((bar) => ({ ...bar, total: visible(bar.total) })),
        parts: chart.parts.map((part) => ({ ...part, label: visible(part.label) })),
      };
    case "time":
      return {
        ...chart,
        dollars: visible(chart.dollars),
        marks: chart.marks.map((mark) => ({ ...mark, label: visible(mark.label) })),
        lines: chart.lines.map(({ variant, ...line }) =>
          variant ? { ...line, variant: { ...variant, label: visible(variant.label) } } : line,
        ),
      };
    default:
      return chart satisfies never;
  }
}
