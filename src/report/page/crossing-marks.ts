import type { Plugin } from "chart.js";
import type { DrawnLines } from "../render/html/page-data.js";
import { cutToWidth } from "../render/html/fit-text.js";
import { type Box, distance, freePlace, type Segment } from "./free-place.js";
import type { LinePoint } from "./line-points.js";
import type { Theme } from "./theme.js";

const RADIUS = 4.5;
const HEIGHT = 15;
const WIDEST = 120;
/** A label further off than this points to its dot. */
const FAR = 16;

/** A dot with its user count where the cheapest changes. Labels stand below the dot if they can: nothing is cheaper than the cheapest. */
export function crossingMarks(
  chart: DrawnLines,
  lines: readonly { readonly points: readonly LinePoint[] }[],
  theme: Theme,
): Plugin<"line"> {
  return {
    id: "crossing-marks",
    afterDatasetsDraw({ ctx, chartArea, scales }) {
      const { x, y } = scales;
      if (!x || !y) return;
      const dots = chart.crossings
        .map((crossing) => ({
          left: x.getPixelForValue(crossing.x),
          top: y.getPixelForValue(Math.max(crossing.y, y.min)),
          label: crossing.label,
        }))
        .filter(
          ({ left, top }) => Number.isFinite(left) && Number.isFinite(top) && left >= chartArea.left - 1 && left <= chartArea.right + 1,
        );
      const marker = x.getPixelForValue(chart.marker.x);
      const upright = { from: { left: marker, top: chartArea.top }, to: { left: marker, top: chartArea.bottom } };
      const segments = [
        upright,
        ...lines.flatMap(({ points }) =>
          segmentsOf(points.map((point) => ({ left: x.getPixelForValue(point.x), top: y.getPixelForValue(point.y) }))),
        ),
      ];
      const taken: Box[] = dots.map(({ left, top }) => ({
        left: left - RADIUS,
        right: left + RADIUS,
        top: top - RADIUS,
        bottom: top + RADIUS,
      }));
      ctx.save();
      ctx.font = `600 12px ${theme.font}`;
      ctx.textBaseline = "middle";
      ctx.textAlign = "left";
      const measure = (text: string): number => ctx.measureText(text).width;
      for (const dot of dots) {
        const label = cutToWidth(dot.label, WIDEST, measure);
        const box = freePlace(dot, measure(label) + 6, HEIGHT, chartArea, taken, segments);
        if (!box) continue;
        taken.push(box);
        if (distance(dot, box) > FAR) {
          ctx.strokeStyle = theme.quiet;
          ctx.beginPath();
          ctx.moveTo(dot.left, dot.top);
          ctx.lineTo(Math.min(Math.max(dot.left, box.left + 3), box.right - 3), box.top > dot.top ? box.top : box.bottom);
          ctx.stroke();
        }
        ctx.fillStyle = theme.page;
        ctx.globalAlpha = 0.85;
        ctx.fillRect(box.left, box.top, box.right - box.left, HEIGHT);
        ctx.globalAlpha = 1;
        ctx.fillStyle = theme.ink;
        ctx.fillText(label, box.left + 3, box.top + HEIGHT / 2 + 0.5);
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

function segmentsOf(points: readonly { readonly left: number; readonly top: number }[]): readonly Segment[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index];
    return from && Number.isFinite(from.top) && Number.isFinite(to.top) ? [{ from, to }] : [];
  });
}
