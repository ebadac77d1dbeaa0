import type { MapChart } from "../../report-doc.js";
import { axisText } from "./axis-text.js";
import { COLOURS } from "./dashes.js";
import { escapeHtml } from "./escape.js";
import type { Frame } from "./frame.js";
import { hatching } from "./hatching.js";
import { type MapGrid, mapGrid } from "./map-grid.js";
import { leansLeft, type RegionLabel, regionLabels } from "./map-region-labels.js";
import { boundaries, fills, hatched, type Region } from "./map-shapes.js";
import { percent, svgText } from "./svg.js";
import { attribute, titleWords } from "./words.js";

/** Ticks that have room side by side on a phone. */
const MOST_TICKS = 7;
const POINT_LABEL = 28;

/** Who is cheapest over two drivers: tinted and hatched regions with their names in them, borders, and the scenario's own place. */
export function mapHtml(chart: MapChart, id: string, frame: Frame): string {
  const grid = mapGrid(chart);
  const regions = regionsOf(chart, id, frame);
  const labels = regionLabels(grid, regions, chart.point);
  return `<div class="drawing map" role="img" aria-label="${attribute(chart.description)}">
<span class="axis-name map-y-name">${titleWords(chart.y.title)}</span>
${upAxis(chart, grid)}
<svg class="plot map-plot" width="100%" height="100%"><defs>${regions.map(({ place, pattern }) => (place === undefined ? "" : hatching(place, pattern))).join("")}</defs>
${fills(grid, regions)}${regions.map((region) => hatched(grid, region)).join("")}${boundaries(grid)}<rect class="rim" width="100%" height="100%"/>${labels.map(labelText).join("")}${ownPlace(chart, grid)}</svg>
${acrossAxis(chart, grid)}
<span class="axis-name map-x-name">${titleWords(chart.x.title)}</span>
</div>
${key(regions, labels)}`;
}

/** The alternatives that are cheapest somewhere, in the scenario's order, then the cells that none can carry. */
function regionsOf(chart: MapChart, id: string, frame: Frame): readonly Region[] {
  const winners = new Set(chart.cells.flatMap((row) => row.map(({ alternative }) => alternative)));
  const named = frame.alternatives.flatMap(({ id: alternative, title }, place): Region[] =>
    winners.has(alternative) ? [{ alternative, title, place, pattern: frame.id(`${id}-hatching-${place}`) }] : [],
  );
  return winners.has(null) ? [...named, { alternative: null, title: chart.none, place: undefined, pattern: "" }] : named;
}

function upAxis({ y }: MapChart, grid: MapGrid): string {
  const ticks = sparse(grid.y.ticks).map((tick) => ({ at: percent(1 - grid.y.share(tick)), text: axisText(tick, y.unit) }));
  const widest = ticks.reduce((longest, { text }) => (text.length > longest.length ? text : longest), "");
  const marks = ticks.map(
    ({ at, text }) =>
      `<rect class="tick" x="100%" y="${at}" width="5" height="1" transform="translate(-5 0)"/>${svgText(text, { x: "100%", y: at, dx: -9, anchor: "end" })}`,
  );
  return `<span class="map-y"><span class="ghost" aria-hidden="true">${escapeHtml(widest)}</span><svg class="plot" width="100%" height="100%">${marks.join("")}</svg></span>`;
}

function acrossAxis({ x }: MapChart, grid: MapGrid): string {
  const marks = sparse(grid.x.ticks).map((tick) => {
    const at = percent(grid.x.share(tick));
    return `<line class="tick" x1="${at}" x2="${at}" y1="0" y2="5"/>${svgText(axisText(tick, x.unit), { x: at, y: 15 })}`;
  });
  return `<svg class="plot map-x" width="100%" height="24">${marks.join("")}</svg>`;
}

/** Of too many ticks the powers of ten, or every second until they fit. */
function sparse(ticks: readonly number[]): readonly number[] {
  if (ticks.length <= MOST_TICKS) return ticks;
  const powers = ticks.filter((tick) => Math.abs(Math.log10(tick) - Math.round(Math.log10(tick))) < 1e-9);
  return sparse(powers.length >= 2 && powers.length < ticks.length ? powers : ticks.filter((_, index) => index % 2 === 0));
}

function labelText({ region, lines, x, y, wide }: RegionLabel): string {
  const kind = `region halo${wide ? " wide-only" : ""}`;
  return lines
    .map((line, index) =>
      svgText(
        line,
        {
          x: percent(x),
          y: percent(y),
          dy: (index - (lines.length - 1) / 2) * 16,
          kind: region.place === undefined ? `${kind} quiet-text` : kind,
        },
        60,
      ),
    )
    .join("");
}

function ownPlace({ point }: MapChart, grid: MapGrid): string {
  const x = grid.x.share(point.x);
  const at = { x: percent(x), y: percent(1 - grid.y.share(point.y)) };
  const left = leansLeft(x);
  return `<circle class="own-rim" cx="${at.x}" cy="${at.y}" r="7"/><circle class="own" cx="${at.x}" cy="${at.y}" r="5.5"/>${svgText(point.label, { ...at, dx: left ? -12 : 12, anchor: left ? "end" : "start", kind: "strong halo" }, POINT_LABEL)}`;
}

/** Names the regions that are too small for their name, and says what fainter means. */
function key(regions: readonly Region[], labels: readonly RegionLabel[]): string {
  const entries = regions.flatMap((region) => {
    const label = labels.find((one) => one.region === region);
    return label && !label.wide
      ? []
      : [`<li${label ? ` class="narrow-only"` : ""}>${patch(region)}<span>${titleWords(region.title)}</span></li>`];
  });
  return `${entries.length === 0 ? "" : `<ul class="parts map-key" aria-label="Small regions of the map">${entries.join("")}</ul>`}<p class="note">Fainter where the next alternative is close: less than 5 %, 15 %, 35 % dearer.</p>`;
}

function patch({ place, pattern }: Region): string {
  return `<svg class="patch${place === undefined ? "" : ` alt-${place % COLOURS}`}" width="26" height="16" aria-hidden="true"><rect class="${place === undefined ? "none" : "patch-tint"}" width="26" height="16"/>${place === undefined ? "" : `<rect width="26" height="16" fill="url(#${pattern})"/>`}<rect class="rim" width="26" height="16"/></svg>`;
}
