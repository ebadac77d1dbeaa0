import type { ChartConfiguration } from "chart.js";
import type { DrawnBars, PageData } from "../render/html/page-data.js";
import { axisText, dollars } from "../render/html/axis-text.js";
import { barLabels, totalsWidth } from "./bar-labels.js";
import { mix } from "./colour.js";
import { cutToWidth } from "../render/html/fit-text.js";
import type { Theme } from "./theme.js";
import { tooltipLook } from "./tooltip-look.js";

/** Height of one alternative: its name and, below it, its bar. */
export const BAR_ROW = 62;
export const BARS_FOOT = 30;
const THICKNESS = 26;
/** How much of the alternative's colour each part keeps, largest part first. */
const TINTS = [1, 0.7, 0.5, 0.36, 0.27, 0.2, 0.15, 0.11] as const;

/** What each bill is made of: bars in the alternatives' colours, parts in falling tints of it, each with its number. */
export function stackedBars(chart: DrawnBars, alternatives: PageData["alternatives"], theme: Theme): ChartConfiguration<"bar", number[]> {
  const bars = chart.bars.map(({ alternative, total }) => {
    const place = Math.max(
      0,
      alternatives.findIndex(({ id }) => id === alternative),
    );
    return { title: alternatives[place]?.title ?? alternative, total, colour: theme.alternative(place) };
  });
  const tint = (part: number, bar: number): string =>
    mix(bars[bar]?.colour ?? theme.ink, theme.page, TINTS[Math.min(part, TINTS.length - 1)] ?? 1);
  return {
    type: "bar",
    data: {
      labels: bars.map(({ title }) => title),
      datasets: chart.parts.map(({ label, values }, part) => ({
        label,
        data: [...values],
        backgroundColor: bars.map((_, bar) => tint(part, bar)),
        hoverBackgroundColor: bars.map((_, bar) => tint(part, bar)),
        barThickness: THICKNESS,
        borderColor: theme.page,
        borderWidth: { left: 0, right: 1.5, top: 0, bottom: 0 },
        borderSkipped: false,
      })),
    },
    plugins: [
      barLabels(
        bars,
        chart.parts.map(({ label }) => label),
        tint,
        theme,
      ),
    ],
    options: {
      indexAxis: "y",
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: "index", axis: "y", intersect: false },
      layout: { padding: (context) => ({ top: 14, right: totalsWidth(bars, context.chart, theme), left: 0, bottom: 0 }) },
      scales: {
        x: {
          stacked: true,
          beginAtZero: true,
          border: { display: false },
          grid: { color: theme.line, drawTicks: false },
          ticks: { color: theme.quiet, maxTicksLimit: 6, maxRotation: 0, padding: 8, callback: (value) => axisText(Number(value), "usd") },
        },
        y: { stacked: true, border: { color: theme.lineStrong }, grid: { display: false }, ticks: { display: false } },
      },
      plugins: {
        tooltip: {
          ...tooltipLook(theme),
          filter: (item) => (item.parsed.x ?? 0) !== 0,
          callbacks: {
            title: (items) => cutToWidth(items[0]?.label ?? "", 40, (text) => text.length),
            label: (item) =>
              ` ${dollars(item.parsed.x ?? 0)}  ${item.datasetIndex + 1} ${cutToWidth(item.dataset.label ?? "", 30, (text) => text.length)}`,
            labelColor: (item) => ({ borderColor: theme.page, backgroundColor: tint(item.datasetIndex, item.dataIndex), borderWidth: 1 }),
          },
        },
      },
    },
  };
}
