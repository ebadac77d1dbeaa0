import type { Plugin } from "chart.js";
import type { DrawnLines } from "../render/html/page-data.js";
import { type Box, freePlace } from "./free-place.js";
import type { Theme } from "./theme.js";

const RADIUS = 4.5;
const HEIGHT = 15;

/** A dot with its user count where the cheapest changes. Labels stand below the dot, where the cheapest line leaves the room empty. */
export function crossingMarks(chart: DrawnLines, theme: Theme): Plugin<"line"> {
  return {
    id: "crossing-marks",
    afterDatasetsDraw({ ctx, chartArea, scales }) {
      const { x, y } = scales;
      if (!x || !y) return;
      const marker = x.getPixelForValue(chart.marker.x);
      const dots = chart.crossings.map((crossing) => ({ left: x.getPixelForValue(crossing.x), top: y.getPixelForValue(Math.max(crossing.y, y.min)), label: crossing.label }))
        .filter(({ left, top }) => Number.isFinite(left) && Number.isFinite(top) && left >= chartArea.left - 1 && left <= chartArea.right + 1);
      const taken: Box[] = [
        { left: marker - 3, right: marker + 3, top: chartArea.top, bottom: chartArea.bottom },
        ...dots.map(({ left, top }) => ({ left: left - RADIUS, right: left + RADIUS, top: top - RADIUS, bottom: top + RADIUS })),
      ];
      ctx.save();
      ctx.font = `600 12px ${theme.font}`;
      ctx.textBaseline = "middle";
      ctx.textAlign = "left";
      for (const dot of dots) {
        const box = freePlace(dot, ctx.measureText(dot.label).width + 6, HEIGHT, chartArea, taken);
        if (!box) continue;
        taken.push(box);
        ctx.fillStyle = theme.page;
        ctx.globalAlpha = 0.85;
        ctx.fillRect(box.left, box.top, box.right - box.left, HEIGHT);
        ctx.globalAlpha = 1;
        ctx.fillStyle = theme.ink;
        ctx.fillText(dot.label, box.left + 3, box.top + HEIGHT / 2 + 0.5);
      }
      ctx.lineWidth = 2;
      ctx.strokeStyle = theme.ink;
      ctx.fillStyle = theme.page;
      for (const { left, top } of dots) {
        ctx.beginPath();
        ctx.arc(left, top, RADIUS, 0, 2 * Math.PI);
        ctx.fill();
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}
