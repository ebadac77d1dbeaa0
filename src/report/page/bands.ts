import type { Plugin } from "chart.js";
import type { Theme } from "./theme.js";

/** What a value lies between, ascending in x; `colour` is its alternative's. */
export type Band = {
  readonly colour: string;
  readonly edges: readonly { readonly x: number; readonly low: number; readonly high: number }[];
};

const OPACITY = 0.1;

/** Faint bands behind the lines, where inputs are uncertain; each with hairlines at its rims, so that crossing bands stay apart. */
export function bands(all: readonly Band[], theme: Theme): Plugin<"line"> {
  return {
    id: "bands",
    beforeDatasetsDraw({ ctx, chartArea, scales }) {
      const { x, y } = scales;
      if (!x || !y) return;
      ctx.save();
      ctx.beginPath();
      ctx.rect(chartArea.left, chartArea.top, chartArea.right - chartArea.left, chartArea.bottom - chartArea.top);
      ctx.clip();
      for (const { colour, edges } of all) {
        const rim = (side: "low" | "high"): readonly (readonly [number, number])[] =>
          edges.map((edge) => [x.getPixelForValue(edge.x), y.getPixelForValue(Math.max(edge[side], y.min))]);
        const [low, high] = [rim("low"), rim("high")];
        ctx.fillStyle = colour || theme.quiet;
        ctx.strokeStyle = ctx.fillStyle;
        ctx.globalAlpha = OPACITY;
        trace(ctx, [...high, ...[...low].reverse()]);
        ctx.fill();
        ctx.globalAlpha = OPACITY * 2.5;
        ctx.lineWidth = 1;
        for (const side of [low, high]) {
          trace(ctx, side);
          ctx.stroke();
        }
      }
      ctx.restore();
    },
  };
}

function trace(ctx: CanvasRenderingContext2D, places: readonly (readonly [number, number])[]): void {
  ctx.beginPath();
  for (const [left, top] of places) ctx.lineTo(left, top);
}
