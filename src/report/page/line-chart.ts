import type { ChartConfiguration, ChartDataset, Plugin } from "chart.js";
import { dashOf } from "../render/html/dashes.js";
import { footText } from "../render/html/foot-text.js";
import type { DrawnLines, PageData } from "../render/html/page-data.js";
import { axisTitles, FOOTROOM, HEADROOM } from "./axis-titles.js";
import { axisText, dollars, wholeNumber } from "../render/html/axis-text.js";
import { type Band, bands } from "./bands.js";
import { mix } from "./colour.js";
import { crossingMarks } from "./crossing-marks.js";
import { endLabels, endLabelsWidth } from "./end-labels.js";
import { cutToWidth } from "../render/html/fit-text.js";
import { type LinePoint, placedPoints, pointsWithin } from "./line-points.js";
import { decades, type LogRange, logRange } from "../render/html/log-axis.js";
import { scenarioMarker } from "./scenario-marker.js";
import type { Theme } from "./theme.js";
import { tooltipLook } from "./tooltip-look.js";

const FAINT = 1.75;
const STRONG = 3;

/** Cost over users: every alternative faint in its whole length and strong where it is the cheapest. Without figures on hover while it is provisional. */
export function lineChart(
  chart: DrawnLines,
  alternatives: PageData["alternatives"],
  theme: Theme,
  provisional = false,
): ChartConfiguration<"line", LinePoint[]> {
  const range =
    chart.y.scale === "log"
      ? logRange(
          chart.series.flatMap(({ points, band = [] }) => [
            ...points.flatMap(({ y }) => (y === null ? [] : [y])),
            ...band.flatMap(({ low, high }) => [low, high]),
          ]),
        )
      : undefined;
  const lines = chart.series.map(({ alternative, points }) => {
    const place = Math.max(
      0,
      alternatives.findIndex(({ id }) => id === alternative),
    );
    return {
      place,
      alternative,
      title: alternatives[place]?.title ?? alternative,
      colour: theme.alternative(place),
      points: placedPoints(points, range),
    };
  });
  const around = chart.series.flatMap(({ band }, index): Band[] =>
    band ? [{ colour: lines[index]?.colour ?? theme.ink, edges: band }] : [],
  );
  const plugins: Plugin<"line">[] = [
    bands(around, theme),
    axisTitles({ x: chart.x.title, y: chart.y.title }, theme),
    scenarioMarker(chart, theme),
    crossingMarks(chart, lines, theme),
    endLabels(lines, theme),
  ];
  // Chart.js draws a lower order later: a dashed line lies on a solid one, so that both show where they coincide.
  const faint = lines.map(
    (line, index): ChartDataset<"line", LinePoint[]> => ({
      label: line.title,
      data: line.points,
      borderColor: mix(line.colour, theme.page, 0.7),
      borderWidth: FAINT,
      borderDash: dashOf(line.place, FAINT),
      order: 2 + lines.length - index,
    }),
  );
  const strong = chart.cheapest.flatMap((stretch): ChartDataset<"line", LinePoint[]>[] => {
    const line = lines.find(({ alternative }) => alternative === stretch.alternative);
    return line
      ? [
          {
            label: line.title,
            data: pointsWithin(line.points, stretch.from, stretch.to),
            borderColor: line.colour,
            borderWidth: STRONG,
            borderDash: dashOf(line.place, STRONG * 0.75),
            order: 1,
          },
        ]
      : [];
  });
  return {
    type: "line",
    data: { datasets: [...faint, ...strong] },
    plugins,
    options: {
      animation: false,
      maintainAspectRatio: false,
      normalized: true,
      parsing: false,
      interaction: { mode: "nearest", axis: "x", intersect: false },
      elements: { point: { radius: 0, hoverRadius: 0 }, line: { borderJoinStyle: "round" } },
      layout: { padding: (context) => ({ top: HEADROOM, right: endLabelsWidth(lines, context.chart, theme), left: 2, bottom: FOOTROOM }) },
      scales: { x: axis(chart.x, "x", theme, undefined, extent(chart)), y: axis(chart.y, "y", theme, range, undefined) },
      plugins: {
        tooltip: {
          ...tooltipLook(theme),
          enabled: !provisional,
          filter: (item) => item.datasetIndex < lines.length,
          itemSort: (a, b) => costOf(b.raw) - costOf(a.raw),
          callbacks: {
            title: (items) => (items[0] ? placeText(items[0].parsed.x ?? 0, chart.x.unit) : ""),
            label: (item) => ` ${dollars(costOf(item.raw))}  ${cutToWidth(item.dataset.label ?? "", 30, (text) => text.length)}`,
            labelColor: (item) => ({
              borderColor: lines[item.datasetIndex]?.colour ?? theme.ink,
              backgroundColor: lines[item.datasetIndex]?.colour ?? theme.ink,
              borderWidth: 0,
            }),
          },
        },
      },
    },
  };
}

type AxisOptions = NonNullable<NonNullable<ChartConfiguration<"line">["options"]>["scales"]>[string];

function axis(
  one: DrawnLines["x"],
  side: "x" | "y",
  theme: Theme,
  range: LogRange | undefined,
  across: { readonly min: number; readonly max: number } | undefined,
): AxisOptions {
  const level = side === "x";
  const limits = range ?? across;
  const ticks = range?.ticks ?? (one.scale === "log" && across ? decades(across.min, across.max) : undefined);
  return {
    type: one.scale === "log" ? "logarithmic" : "linear",
    ...(limits ? { min: limits.min, max: limits.max } : {}),
    ...(ticks
      ? {
          afterBuildTicks: (scale) => {
            scale.ticks = ticks.map((value) => ({ value }));
          },
        }
      : {}),
    border: { color: theme.lineStrong, display: level },
    grid: { color: theme.line, drawOnChartArea: !level, tickColor: theme.lineStrong, drawTicks: level, tickLength: level ? 5 : 0 },
    ticks: {
      color: theme.quiet,
      maxRotation: 0,
      autoSkipPadding: 10,
      padding: level ? 4 : 5,
      callback: (value) => footText(Number(value), range) ?? axisText(Number(value), one.unit),
    },
  };
}

function placeText(value: number, unit: DrawnLines["x"]["unit"]): string {
  return unit === "users" ? `${wholeNumber(value)} users` : axisText(value, unit);
}

/** From the fewest to the most users of any line; the scenario's own size is always in sight. */
function extent(chart: DrawnLines): { readonly min: number; readonly max: number } | undefined {
  const xs = [...chart.series.flatMap(({ points }) => points.map(({ x }) => x)), chart.marker.x].filter(
    (x) => x > 0 || chart.x.scale === "linear",
  );
  return xs.length < 2 ? undefined : { min: xs.reduce((a, b) => Math.min(a, b)), max: xs.reduce((a, b) => Math.max(a, b)) };
}

function costOf(raw: unknown): number {
  return typeof raw === "object" && raw !== null && "cost" in raw && typeof raw.cost === "number" ? raw.cost : Number.NaN;
}
