import type { Plugin } from "chart.js";
import type { DrawnLines } from "../render/html/page-data.js";
import { cutToWidth } from "../render/html/fit-text.js";
import type { Theme } from "./theme.js";

/** The scenario's own size as a vertical line with its label on top. */
export function scenarioMarker(chart: DrawnLines, theme: Theme): Plugin<"line"> {
  return {
    id: "scenario-marker",
    beforeDatasetsDraw({ ctx, chartArea, scales }) {
      const at = scales.x?.getPixelForValue(chart.marker.x) ?? Number.NaN;
      if (!(at >= chartArea.left - 1 && at <= chartArea.right + 1)) return;
      ctx.save();
      ctx.strokeStyle = theme.quiet;
      ctx.lineWidth = 1;
      ctx.setLineDash([3, 3]);
      ctx.beginPath();
      ctx.moveTo(Math.round(at) + 0.5, chartArea.top - 8);
      ctx.lineTo(Math.round(at) + 0.5, chartArea.bottom);
      ctx.stroke();
      ctx.font = `600 12px ${theme.font}`;
      ctx.fillStyle = theme.ink;
      ctx.textBaseline = "middle";
      ctx.textAlign = "center";
      const label = cutToWidth(chart.marker.label, chartArea.width, (text) => ctx.measureText(text).width);
      const half = ctx.measureText(label).width / 2;
      ctx.fillText(label, Math.min(Math.max(at, chartArea.left + half), chartArea.right - half), chartArea.top - 16);
      ctx.restore();
    },
  };
}
