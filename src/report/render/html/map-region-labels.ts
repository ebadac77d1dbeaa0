import type { MapChart } from "../../report-doc.js";
import { wrapToWidth } from "./fit-text.js";
import type { MapGrid } from "./map-grid.js";
import { type LabelPlace, labelPlace, type Size } from "./map-labels.js";
import type { Region } from "./map-shapes.js";
import { textWidth } from "./svg.js";

/** The least plot of a phone and of a desktop, in pixels: labels must fit although the page stretches. */
const PHONE: Size = { width: 255, height: 310 };
const DESKTOP: Size = { width: 620, height: 400 };
const FONT = 13;
const LEADING = 16;
const MOST_LINES = 5;
const RING = 9;
const LONGEST_WORD = 110;

/** Where a region's name stands in it; `wide` where only a wide page has room, and the key names it on a narrow one. */
export type RegionLabel = {
  readonly region: Region;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly wide: boolean;
};

/** Names for the regions that have room for them, written into their largest clear spot. */
export function regionLabels(grid: MapGrid, regions: readonly Region[], point: MapChart["point"]): readonly RegionLabel[] {
  return regions.flatMap((region) => {
    const narrow = placed(grid, region, point, PHONE);
    const found = narrow && narrow.fit >= 1 ? { ...narrow, wide: false } : { ...placed(grid, region, point, DESKTOP), wide: true };
    return found.fit !== undefined && found.fit >= 1
      ? [{ region, lines: found.lines ?? [], x: found.x ?? 0, y: found.y ?? 0, wide: found.wide }]
      : [];
  });
}

type Placed = LabelPlace & { readonly lines: readonly string[] };

/** In one line if there is room, else in as few more as it takes. */
function placed(grid: MapGrid, region: Region, point: MapChart["point"], plot: Size): Placed | undefined {
  const isIn = (row: number, column: number): boolean => grid.cells[row]?.[column]?.alternative === region.alternative;
  const measure = (text: string): number => textWidth(text, FONT);
  const taken = [pointBox(grid, point, plot)];
  let best: Placed | undefined;
  for (let most = 1; most <= MOST_LINES; most += 1) {
    const lines = wrapToWidth(
      region.title,
      Math.max((measure(region.title) / most) * 1.25, longestWord(region.title, measure)),
      most,
      measure,
    );
    const label = { width: Math.max(...lines.map(measure)) + 8, height: lines.length * LEADING + 4 };
    const place = labelPlace(grid, isIn, label, plot, taken);
    if (place && (!best || (best.fit < 1 && place.fit > best.fit))) best = { ...place, lines };
  }
  return best;
}

/** A line is at least as wide as this, lest words be cut; words longer than any region are. */
function longestWord(title: string, measure: (text: string) => number): number {
  return Math.min(LONGEST_WORD, Math.max(...title.split(/\s+/).map(measure)));
}

/** The ring of the scenario's own place with its label, as shares of the plot. */
function pointBox(
  grid: MapGrid,
  point: MapChart["point"],
  plot: Size,
): { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number } {
  const [x, y] = [grid.x.share(point.x), 1 - grid.y.share(point.y)];
  const [text, ring, tall] = [(textWidth(point.label, FONT) + RING + 6) / plot.width, RING / plot.width, (RING + 3) / plot.height];
  return leansLeft(x)
    ? { left: x - text, right: x + ring, top: y - tall, bottom: y + tall }
    : { left: x - ring, right: x + text, top: y - tall, bottom: y + tall };
}

/** The point's label stands on the side with more room. */
export function leansLeft(x: number): boolean {
  return x > 0.5;
}
