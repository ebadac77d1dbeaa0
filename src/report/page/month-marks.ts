import type { Chart, Plugin } from "chart.js";
import type { DrawnTime } from "../render/html/page-data.js";
import { cutToWidth } from "../render/html/fit-text.js";
import type { Theme } from "./theme.js";

/** Height of one row of labels; labels that would touch stand in rows above each other. */
const ROW = 16;
const GAP = 10;
const DOT = 4.5;
/** From the plot to the middle of the lowest label, clear of the dollars at the plot's top. */
const LIFT = 15;
/** About the width of the dollars left of the plot. */
const DOLLARS = 42;

type Placed = DrawnTime["marks"][number] & {
  readonly at: number;
  readonly left: number;
  readonly text: string;
  readonly width: number;
  readonly row: number;
};

/** Labels over their months, left of `right` unless they are too long for it, each in the lowest row where it touches no other. */
function placed(
  marks: DrawnTime["marks"],
  ctx: CanvasRenderingContext2D,
  font: string,
  right: number,
  widest: number,
  atMonth: (month: number) => number,
): readonly Placed[] {
  ctx.font = `600 12px ${font}`;
  const ends: number[] = [];
  return [...marks]
    .sort((a, b) => a.month - b.month)
    .map((mark) => {
      const at = atMonth(mark.month);
      const text = cutToWidth(mark.label, widest, (one) => ctx.measureText(one).width);
      const { width } = ctx.measureText(text);
      const left = Math.max(0, Math.min(at - width / 2, Math.max(right, width) - width));
      const free = ends.findIndex((end) => end + GAP <= left);
      const row = free < 0 ? ends.length : free;
      ends[row] = left + width;
      return { ...mark, at, left, text, width, row };
    });
}

/** Room above the plot for the marks' labels; the plot is taken to begin where dollars of five digits end. */
export function marksRoom(
  { marks, months }: DrawnTime,
  { ctx, width }: Pick<Chart, "ctx" | "width">,
  theme: Theme,
  labels: number,
): number {
  ctx.save();
  const rows = placed(
    marks,
    ctx,
    theme.font,
    width - labels,
    width,
    (month) => DOLLARS + (month / months) * (width - labels - DOLLARS),
  ).map(({ row }) => row + 1);
  ctx.restore();
  return Math.max(0, ...rows) * ROW + LIFT - ROW / 2;
}

type Line = { readonly alternative: string; readonly colour: string; readonly values: readonly (number | null)[] };

/** A vertical line at each mark's month with its label on top, and a dot where it meets the alternative that it names. */
export function monthMarks(marks: DrawnTime["marks"], lines: readonly Line[], theme: Theme): Plugin<"line"> {
  return {
    id: "month-marks",
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const { x, y } = chart.scales;
      if (!x || !y) return;
      ctx.save();
      ctx.textBaseline = "middle";
      ctx.textAlign = "left";
      const shown = placed(marks, ctx, theme.font, chartArea.right, chart.width, (one) => x.getPixelForValue(one)).filter(
        ({ at }) => at >= chartArea.left - 1 && at <= chartArea.right + 1,
      );
      const middle = (row: number): number => chartArea.top - LIFT - row * ROW;
      for (const { at, row } of shown) upright(ctx, Math.round(at) + 0.5, middle(row) + ROW / 2, chartArea.bottom, theme.quiet);
      for (const { month, alternative, at, left, text, width, row } of shown) {
        ctx.fillStyle = theme.page;
        ctx.fillRect(left - 3, middle(row) - ROW / 2, width + 6, ROW);
        ctx.fillStyle = theme.ink;
        ctx.fillText(text, left, middle(row) + 0.5);
        const line = lines.find((one) => one.alternative === alternative);
        const value = line?.values[Math.round(month)];
        if (line && value !== null && value !== undefined) dot(ctx, at, y.getPixelForValue(value), line.colour, theme.page);
      }
      ctx.restore();
    },
  };
}

function upright(ctx: CanvasRenderingContext2D, left: number, top: number, bottom: number, colour: string): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.setLineDash([3, 3]);
  ctx.beginPath();
  ctx.moveTo(left, top);
  ctx.lineTo(left, bottom);
  ctx.stroke();
  ctx.setLineDash([]);
}

function dot(ctx: CanvasRenderingContext2D, left: number, top: number, colour: string, ground: string): void {
  ctx.fillStyle = ground;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.arc(left, top, DOT, 0, 2 * Math.PI);
  ctx.fill();
  ctx.stroke();
}
