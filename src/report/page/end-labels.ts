import type { Chart, Plugin } from "chart.js";
import { mix } from "./colour.js";
import { wrapToWidth } from "../render/html/fit-text.js";
import { endOf, type LinePoint } from "./line-points.js";
import { spreadApart } from "./spread-apart.js";
import type { Theme } from "./theme.js";

type Line = { readonly title: string; readonly colour: string; readonly points: readonly LinePoint[] };

const LEADER = 16;
const NARROW = 540;

/** Type size and the widest label: less on a phone, where the plot needs the room. */
function sizes(width: number): { readonly font: number; readonly leading: number; readonly widest: number; readonly rows: number } {
  return width < NARROW
    ? { font: 11, leading: 13, widest: Math.min(96, width * 0.28), rows: 3 }
    : { font: 12, leading: 15, widest: 150, rows: 2 };
}

/** The labels' lines of text, in the font that they are drawn with; fewer lines each where all together are too high. */
function wrapped(lines: readonly Line[], chart: Pick<Chart, "ctx" | "width" | "height">, theme: Theme): readonly (readonly string[])[] {
  const { ctx, width, height } = chart;
  const { font, leading, widest, rows } = sizes(width);
  ctx.save();
  ctx.font = `600 ${font}px ${theme.font}`;
  const most = Math.max(1, Math.min(rows, Math.floor((height * 0.75) / (lines.length * leading))));
  const texts = lines.map(({ title }) => wrapToWidth(title, widest, most, (text) => ctx.measureText(text).width));
  ctx.restore();
  return texts;
}

/** Room that the labels need to the right of the plot. */
export function endLabelsWidth(lines: readonly Line[], chart: Pick<Chart, "ctx" | "width" | "height">, theme: Theme): number {
  const { ctx, width } = chart;
  ctx.save();
  ctx.font = `600 ${sizes(width).font}px ${theme.font}`;
  const widest = Math.max(
    0,
    ...wrapped(lines, chart, theme)
      .flat()
      .map((text) => ctx.measureText(text).width),
  );
  ctx.restore();
  return Math.ceil(widest) + LEADER + 4;
}

/** The name of each line at its right end; names keep clear of each other and point to their line. */
export function endLabels(lines: readonly Line[], theme: Theme): Plugin<"line"> {
  return {
    id: "end-labels",
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, scales, width } = chart;
      const { x, y } = scales;
      if (!x || !y) return;
      const { font, leading } = sizes(width);
      const texts = wrapped(lines, chart, theme);
      const labels = lines.flatMap((line, index) => {
        const end = endOf(line.points);
        return end
          ? [
              {
                line,
                texts: texts[index] ?? [],
                left: x.getPixelForValue(end.point.x),
                top: y.getPixelForValue(end.point.y),
                stops: end.stops,
              },
            ]
          : [];
      });
      const centres = spreadApart(
        labels.map(({ top, texts: rows }) => ({ at: top, height: rows.length * leading + 3 })),
        chartArea.top - 12,
        chartArea.bottom + 12,
      );
      ctx.save();
      ctx.font = `600 ${font}px ${theme.font}`;
      ctx.textBaseline = "middle";
      ctx.textAlign = "left";
      labels.forEach((label, index) => {
        const centre = centres[index] ?? label.top;
        drawLeader(ctx, label, chartArea.right, centre);
        ctx.fillStyle = mix(label.line.colour, theme.ink, 0.6);
        for (const [row, text] of label.texts.entries())
          ctx.fillText(text, chartArea.right + LEADER, centre + (row - (label.texts.length - 1) / 2) * leading + 0.5);
      });
      ctx.restore();
    },
  };
}

/** From the line's end to its name; a line that stops early ends in a cross. */
function drawLeader(
  ctx: CanvasRenderingContext2D,
  label: { readonly line: Line; readonly left: number; readonly top: number; readonly stops: boolean },
  right: number,
  centre: number,
): void {
  ctx.strokeStyle = label.line.colour;
  ctx.lineWidth = 1;
  if (label.stops) {
    ctx.setLineDash([1, 4]);
    ctx.beginPath();
    ctx.moveTo(label.left + 5, label.top);
    ctx.lineTo(right, label.top);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.lineWidth = 2;
    ctx.beginPath();
    for (const side of [-1, 1]) {
      ctx.moveTo(label.left - 4, label.top - 4 * side);
      ctx.lineTo(label.left + 4, label.top + 4 * side);
    }
    ctx.stroke();
    ctx.lineWidth = 1;
  }
  ctx.beginPath();
  ctx.moveTo(right + 1, label.top);
  ctx.lineTo(right + LEADER - 4, centre);
  ctx.stroke();
}
