import type { ChartConfiguration, ChartDataset } from "chart.js";
import { dollars, shortDollars } from "../render/html/axis-text.js";
import { dashOf } from "../render/html/dashes.js";
import { cutToWidth } from "../render/html/fit-text.js";
import type { DrawnTime, PageData } from "../render/html/page-data.js";
import { axisTitles, FOOTROOM } from "./axis-titles.js";
import { type Band, bands } from "./bands.js";
import { mix } from "./colour.js";
import { endLabels, endLabelsWidth } from "./end-labels.js";
import type { LinePoint } from "./line-points.js";
import { marksRoom, monthMarks } from "./month-marks.js";
import type { Theme } from "./theme.js";
import { tooltipLook } from "./tooltip-look.js";

const STRONG = 2.5;
const THIN = 1.5;
/** Room for the dollars' title; labels of marks stand below it. */
const TITLE = 22;
/** The dash of what is counted otherwise: dots, which no alternative has. */
const DOTS = [1.25, 4];

type Drawn = {
  readonly title: string;
  readonly colour: string;
  readonly points: readonly LinePoint[];
  readonly variant: boolean;
  readonly dash: readonly number[];
};

/** Dollars over the months of a horizon: a line for each alternative, a dotted one for what is counted otherwise, marks where something turns. */
export function timeChart(chart: DrawnTime, alternatives: PageData["alternatives"], theme: Theme): ChartConfiguration<"line", LinePoint[]> {
  const named = chart.lines.map((line) => {
    const place = Math.max(
      0,
      alternatives.findIndex(({ id }) => id === line.alternative),
    );
    return { ...line, place, title: alternatives[place]?.title ?? line.alternative, colour: theme.alternative(place) };
  });
  const lines = [
    ...named.map((one): Drawn => ({ ...one, points: pointsOf(one.values), variant: false, dash: dashOf(one.place, STRONG * 0.8) })),
    ...named.flatMap((one): Drawn[] =>
      one.variant === undefined
        ? []
        : [
            {
              title: `${one.title}, ${one.variant.label}`,
              colour: mix(one.colour, theme.page, 0.8),
              points: pointsOf(one.variant.values),
              variant: true,
              dash: DOTS,
            },
          ],
    ),
  ];
  const around = named.flatMap(({ colour, band }): Band[] =>
    band ? [{ colour, edges: band.flatMap((edge, x) => (edge ? [{ x, ...edge }] : [])) }] : [],
  );
  return {
    type: "line",
    data: {
      datasets: lines.map(
        (line, index): ChartDataset<"line", LinePoint[]> => ({
          label: line.title,
          data: [...line.points],
          borderColor: line.colour,
          borderWidth: line.variant ? THIN : STRONG,
          borderDash: [...line.dash],
          order: lines.length - index,
        }),
      ),
    },
    plugins: [
      bands(around, theme),
      axisTitles({ x: "Months", y: chart.dollars }, theme),
      monthMarks(chart.marks, named, theme),
      endLabels(lines, theme),
    ],
    options: {
      animation: false,
      maintainAspectRatio: false,
      normalized: true,
      parsing: false,
      interaction: { mode: "nearest", axis: "x", intersect: false },
      elements: { point: { radius: 0, hoverRadius: 0 }, line: { borderJoinStyle: "round", borderCapStyle: "butt" } },
      layout: {
        padding: (context) => ({
          top: TITLE + marksRoom(chart, context.chart, theme, endLabelsWidth(lines, context.chart, theme)),
          right: endLabelsWidth(lines, context.chart, theme),
          left: 2,
          bottom: FOOTROOM,
        }),
      },
      scales: {
        x: {
          type: "linear",
          min: 0,
          max: chart.months,
          border: { color: theme.lineStrong },
          grid: { drawOnChartArea: false, tickColor: theme.lineStrong, tickLength: 5 },
          ticks: { color: theme.quiet, maxRotation: 0, autoSkipPadding: 8, padding: 4, stepSize: monthStep(chart.months) },
        },
        y: {
          type: "linear",
          beginAtZero: true,
          suggestedMax: Math.max(0, ...around.flatMap(({ edges }) => edges.map(({ high }) => high))),
          border: { display: false },
          grid: { color: theme.line, drawTicks: false },
          ticks: { color: theme.quiet, padding: 5, maxTicksLimit: 7, callback: (value) => shortDollars(Number(value)) },
        },
      },
      plugins: {
        tooltip: {
          ...tooltipLook(theme),
          itemSort: (a, b) => (b.parsed.y ?? 0) - (a.parsed.y ?? 0),
          callbacks: {
            title: (items) => (items[0] ? `Month ${items[0].parsed.x ?? 0}` : ""),
            label: (item) => ` ${dollars(item.parsed.y ?? 0)}  ${cutToWidth(item.dataset.label ?? "", 40, (text) => text.length)}`,
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

function pointsOf(values: readonly (number | null)[]): readonly LinePoint[] {
  return values.map((value, x) => ({ x, y: value ?? Number.NaN, cost: value ?? Number.NaN }));
}

/** Months between ticks: whole or half years, and quarters or months where the horizon is short. */
export function monthStep(months: number): number {
  return months <= 6 ? 1 : months <= 18 ? 3 : months <= 48 ? 6 : 12 * Math.ceil(months / 120);
}
