import { gridOver } from "../../analysis/changes.js";
import { searchEnd } from "../../analysis/cheapest-over-users.js";
import { type Study, searchCosts } from "../../analysis/study.js";
import { formatCount } from "../../units/format.js";
import { ZERO } from "../../units/decimal.js";
import type { DrawnLines } from "../render/html/page-data.js";

const FIRST_USERS = 100;
const POINTS_A_DECADE = 9;

/**
 * Where the lines of the main chart run, by the fast plans: positions to look at while an input moves. It names no figure;
 * the exact chart takes its place when the input rests.
 */
export function quickLines(study: Study, before: Pick<DrawnLines, "id" | "title" | "description" | "x" | "y">): DrawnLines {
  const mau = study.scenario.workload.get("mau") ?? ZERO;
  const counts = [FIRST_USERS, ...gridOver(FIRST_USERS, searchEnd(study), POINTS_A_DECADE)];
  const costs = counts.map((count) => searchCosts(study, count));
  const leaders = costs.map((row) => row.reduce((best, cost, index) => (cost < (row[best] ?? Number.POSITIVE_INFINITY) ? index : best), 0));
  const starts = counts.map((_, index) => index).filter((index) => index === 0 || leaders[index] !== leaders[index - 1]);
  return {
    kind: "lines",
    id: before.id,
    title: before.title,
    description: before.description,
    x: before.x,
    y: before.y,
    crossings: [],
    series: study.models.map((model, index) => ({
      alternative: model.id,
      points: counts.map((x, place) => {
        const y = costs[place]?.[index] ?? Number.POSITIVE_INFINITY;
        return { x, y: Number.isFinite(y) ? y : null };
      }),
    })),
    marker: { x: Math.max(1, mau.toNumber()), label: `${formatCount(mau)} users` },
    cheapest: starts.flatMap((from, index) => {
      const alternative = study.models[leaders[from] ?? -1]?.id;
      const [start, end] = [counts[from], counts[starts[index + 1] ?? counts.length - 1]];
      const carried = (costs[from]?.[leaders[from] ?? -1] ?? Number.POSITIVE_INFINITY) !== Number.POSITIVE_INFINITY;
      return alternative === undefined || start === undefined || end === undefined || !carried
        ? []
        : [{ from: start, to: end, alternative }];
    }),
  };
}
