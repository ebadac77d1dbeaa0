import { percentile } from "./statistics/percentile.js";

/** How often which cost comes up: counts in equal bins, on a linear or a log scale, named by the middles of the first and the last one. */
export type Density = { readonly from: number; readonly to: number; readonly heights: readonly number[] };

export type Scale = "linear" | "log";

/** The bins are 2 to the power of this: each halving halves all of them. */
const HALVINGS = 5;

/**
 * Counts the middle 96 % of the draws in 32 bins: a chart that showed the last few would show little else.
 * @param scale log only where all draws are above 0
 * @returns undefined where these draws are all alike
 */
export function density(draws: Float64Array, scale: Scale): Density | undefined {
  const sorted = draws.filter(Number.isFinite).sort();
  if (sorted.length === 0) return undefined;
  const [least, most] = [percentile(sorted, 2), percentile(sorted, 98)];
  if (!(most > least)) return undefined;
  const edges = edgesBetween(least, most, scale);
  const bins = edges.length - 1;
  const heights = Array.from({ length: bins }, () => 0);
  let bin = 0;
  for (const draw of sorted) {
    if (draw < least || draw > most) continue;
    while (bin < bins - 1 && draw >= (edges[bin + 1] as number)) bin++;
    heights[bin] = (heights[bin] as number) + 1;
  }
  const middle = (place: number): number => between(edges[place] as number, edges[place + 1] as number, scale);
  return { from: middle(0), to: middle(bins - 1), heights };
}

/** Equal bins by halving again and again. A root is the same double in every browser, a logarithm need not be. */
function edgesBetween(least: number, most: number, scale: Scale): readonly number[] {
  let edges = [least, most];
  for (let round = 0; round < HALVINGS; round++)
    edges = edges.flatMap((edge, place) => (place === 0 ? [edge] : [between(edges[place - 1] as number, edge, scale), edge]));
  return edges;
}

function between(left: number, right: number, scale: Scale): number {
  return scale === "log" ? Math.sqrt(left) * Math.sqrt(right) : (left + right) / 2;
}
