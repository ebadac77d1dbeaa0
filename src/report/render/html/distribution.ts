import type { DistributionChart, DistributionRow } from "../../report-doc.js";
import { shortDollars } from "./axis-text.js";
import { COLOURS } from "./dashes.js";
import { footText } from "./foot-text.js";
import type { Frame } from "./frame.js";
import { logRange } from "./log-axis.js";
import { linearScale, linearTicks, logScale, roundStep, type Scale } from "./scale.js";
import { swatch } from "./swatch.js";
import { anchorAt, percent, svgText, svgTitle } from "./svg.js";
import { attribute, titleWords } from "./words.js";

const ROW = 74;
/** Where the interval lies; the silhouette stands on it, its middle is named above and its ends below. */
const BASE = 46;
const HUMP = 24;
const STEPS = 6;

/** What each alternative may cost, on one axis, and how often it is the cheapest. */
export function distributionHtml(chart: DistributionChart, frame: Frame): string {
  const scale = dollarScale(chart);
  const marker = chart.marker && { ...chart.marker, at: scale.share(chart.marker.value) };
  const titles = new Map(frame.alternatives.map(({ id, title }) => [id, title]));
  const rows = chart.rows.map(
    (
      row,
    ) => `<span class="spread-row"><span class="spread-name named">${swatch(frame.placeOf(row.alternative))}<span>${titleWords(titles.get(row.alternative) ?? row.alternative)}${row.note === undefined ? "" : ` <span class="quiet">${titleWords(row.note)}</span>`}</span></span>${chance(row)}
${rowSvg(row, scale, frame.placeOf(row.alternative), marker?.at)}</span>`,
  );
  return `<div class="drawing spread" role="img" aria-label="${attribute(chart.description)}">
${marker ? `<span class="spread-row"><svg class="plot" width="100%" height="22">${svgText(marker.label, { x: percent(marker.at), y: 10, anchor: anchorAt(marker.at, 0.25), kind: "strong" })}</svg></span>` : ""}
${rows.join("\n")}
<span class="spread-row"><svg class="plot" width="100%" height="24">${scale.ticks.map((tick) => svgText(scale.text(tick), { x: percent(scale.share(tick)), y: 12, anchor: anchorAt(scale.share(tick), 0.04) })).join("")}</svg>
<span class="axis-name">${titleWords(chart.x.title)}</span></span>
</div>`;
}

type DollarScale = Scale & { readonly text: (tick: number) => string };

/** A linear axis begins at zero, so that a cost twice as high lies twice as far. */
function dollarScale({ x, rows, marker }: DistributionChart): DollarScale {
  const values = [
    ...rows.flatMap(({ outcome, density }) => [
      ...(outcome ? [outcome.p10.value, outcome.p90.value] : []),
      ...(density ? [density.from, density.to] : []),
    ]),
    ...(marker ? [marker.value] : []),
  ];
  if (x.scale === "log") {
    const range = logRange(values);
    return { ...logScale(range.min, range.max, range.ticks), text: (tick) => footText(tick, range) ?? shortDollars(tick) };
  }
  const [min, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = roundStep((most - min) / (STEPS * 4));
  const max = step > 0 ? Math.ceil(most / step) * step : 1;
  return { ...linearScale(min, max, linearTicks(min, max, STEPS)), text: shortDollars };
}

function rowSvg(row: DistributionRow, scale: Scale, place: number | undefined, marker: number | undefined): string {
  const grid =
    scale.ticks.map((tick) => upright(scale.share(tick), "grid")).join("") + (marker === undefined ? "" : upright(marker, "base"));
  const { outcome } = row;
  if (!outcome)
    return `<svg class="plot" width="100%" height="${ROW}">${grid}${svgText("not possible", { x: "0", y: BASE, dx: 6, anchor: "start", kind: "halo" })}</svg>`;
  const [from, middle, to] = [scale.share(outcome.p10.value), scale.share(outcome.p50.value), scale.share(outcome.p90.value)] as const;
  const centre = (from + to) / 2;
  const ends = anchorAt(centre, 0.25);
  return `<svg class="plot${place === undefined ? "" : ` alt-${place % COLOURS}`}" width="100%" height="${ROW}"><g>${svgTitle(`${outcome.p10.text} to ${outcome.p90.text} in eight of ten draws, half below ${outcome.p50.text}`)}${grid}${silhouette(row, scale)}
<line class="spread-line" x1="${percent(from)}" x2="${percent(to)}" y1="${BASE}" y2="${BASE}"/><line class="spread-middle" x1="${percent(middle)}" x2="${percent(middle)}" y1="${BASE - 7}" y2="${BASE + 7}"/>
${svgText(outcome.p50.text, { x: percent(middle), y: BASE - HUMP - 10, anchor: anchorAt(middle, 0.1), kind: "strong halo" }, 16)}
${svgText(`${outcome.p10.text} – ${outcome.p90.text}`, { x: percent(ends === "start" ? from : ends === "end" ? to : centre), y: BASE + 17, anchor: ends, kind: "halo" })}</g></svg>`;
}

function upright(share: number, kind: string): string {
  return `<line class="${kind}" x1="${percent(share)}" x2="${percent(share)}" y1="0" y2="${ROW}"/>`;
}

/** How often which cost comes up, as a hill that stretches with the page. */
function silhouette({ density }: DistributionRow, scale: Scale): string {
  if (!density || density.heights.length < 2) return "";
  const most = Math.max(...density.heights);
  const [from, to] = [scale.share(density.from), scale.share(density.to)];
  if (!(most > 0) || to <= from) return "";
  const last = density.heights.length - 1;
  const points = density.heights.map(
    (height, index) => `${Math.round((index / last) * 1_000)} ${Math.round(100 - (Math.max(0, height) / most) * 100)}`,
  );
  return `<svg x="${percent(from)}" width="${percent(to - from)}" y="${BASE - HUMP}" height="${HUMP}" viewBox="0 0 1000 100" preserveAspectRatio="none"><path class="spread-hill" d="M0 100L${points.join("L")}L1000 100Z"/></svg>`;
}

/** How often it is the cheapest, in figures and as a bar. */
function chance({ cheapest }: DistributionRow): string {
  const share = Math.min(1, Math.max(0, cheapest.share));
  return `<span class="spread-chance"><span><b>${titleWords(cheapest.text)}</b> <span class="quiet">cheapest</span></span><svg width="100%" height="6"><rect class="track" width="100%" height="6" rx="3"/>${share > 0 ? `<rect class="chance" width="${percent(share)}" height="6" rx="3"/>` : ""}</svg></span>`;
}
