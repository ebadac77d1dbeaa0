import type { DrawnLines } from "../render/html/page-data.js";
import type { LogRange } from "../render/html/log-axis.js";

/** A place on the chart and the amount it stands for; y is not a number where the line has a gap. */
export type LinePoint = { readonly x: number; readonly y: number; readonly cost: number };

/** The points of a series as they are drawn: on a log axis nothing lies below the foot, which stands for zero and less. */
export function placedPoints(points: DrawnLines["series"][number]["points"], range: LogRange | undefined): LinePoint[] {
  return points.map(({ x, y }) => ({ x, y: y === null ? Number.NaN : range ? Math.max(y, range.min) : y, cost: y ?? Number.NaN }));
}

/** The part of a line within a stretch. The points hold both sides of every crossing, so nothing is interpolated. */
export function pointsWithin(points: readonly LinePoint[], from: number, to: number): LinePoint[] {
  return points.filter(({ x }) => x >= from && x <= to);
}

/** The last place where a line is drawn, and whether it stops there although the chart goes on. */
export function endOf(points: readonly LinePoint[]): { readonly point: LinePoint; readonly stops: boolean } | undefined {
  const last = points.reduce((found, { y }, index) => (Number.isNaN(y) ? found : index), -1);
  const point = points[last];
  return point && { point, stops: last < points.length - 1 };
}
