import type { Chart, Plugin } from "chart.js";
import { readable } from "./colour.js";
import { cutToWidth } from "../render/html/fit-text.js";
import type { Theme } from "./theme.js";

type Bar = { readonly title: string; readonly total: string };

const GAP = 8;
/** "$12,345,678.90, not possible" and a little more. */
const LONGEST_TOTAL = 32;

/** Room for the totals to the right of the longest bar. */
export function totalsWidth(bars: readonly Bar[], chart: Pick<Chart, "ctx">, theme: Theme): number {
  const { ctx } = chart;
  ctx.save();
  ctx.font = `600 13px ${theme.font}`;
  const widest = Math.max(0, ...bars.map(({ total }) => ctx.measureText(total.slice(0, LONGEST_TOTAL)).width));
  ctx.restore();
  return Math.ceil(widest) + GAP;
}

/** Above each bar its alternative, behind it its total, in each part its number and, where there is room, its name. */
export function barLabels(
  bars: readonly Bar[],
  parts: readonly string[],
  tint: (part: number, bar: number) => string,
  theme: Theme,
): Plugin<"bar"> {
  return {
    id: "bar-labels",
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const measure = (text: string): number => ctx.measureText(text).width;
      ctx.save();
      ctx.textBaseline = "middle";
      ctx.textAlign = "left";
      bars.forEach(({ title, total }, bar) => {
        let end = chartArea.left;
        let middle = Number.NaN;
        let height = 0;
        ctx.font = `12px ${theme.font}`;
        parts.forEach((name, part) => {
          const element = chart.getDatasetMeta(part).data[bar];
          if (!element) return;
          const {
            x,
            y,
            base,
            height: thick,
          } = element.getProps(["x", "y", "base", "height"], true) as { x: number; y: number; base: number; height: number };
          end = Math.max(end, x);
          middle = y;
          height = thick;
          const room = x - base - 10;
          const number = String(part + 1);
          if (room < measure(number)) return;
          ctx.fillStyle = readable(tint(part, bar), theme.ink, theme.page);
          const named = `${number}  ${name}`;
          ctx.fillText(measure(named) <= room ? named : number, base + 5, y + 0.5);
        });
        if (Number.isNaN(middle)) return;
        ctx.fillStyle = theme.ink;
        ctx.font = `600 13px ${theme.font}`;
        ctx.fillText(total.slice(0, LONGEST_TOTAL), end + GAP, middle + 0.5);
        ctx.fillText(cutToWidth(title, chart.width - chartArea.left, measure), chartArea.left + 1, middle - height / 2 - 12);
      });
      ctx.restore();
    },
  };
}
