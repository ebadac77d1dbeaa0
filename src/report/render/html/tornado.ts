import type { TornadoChart, TornadoRow } from "../../report-doc.js";
import { cut } from "../plain-text.js";
import { shortDollars } from "./axis-text.js";
import { COLOURS } from "./dashes.js";
import { escapeHtml } from "./escape.js";
import type { Frame } from "./frame.js";
import { linearScale, linearTicks, type Scale } from "./scale.js";
import { anchorAt, percent, svgText, svgTitle } from "./svg.js";
import { swatch } from "./swatch.js";
import { attribute, titleWords } from "./words.js";

const ROW = 38;
const BAR = 18;
const TOP = (ROW - BAR) / 2;
/** Longest text of a variable's value at the end of a bar. */
const END_TEXT = 14;
const LABEL_ROW = 22;
/** Stands at an end that has no value. */
const CANNOT = "✕";

type Drawing = {
  readonly chart: Omit<TornadoChart, "table">;
  readonly scale: Scale;
  readonly zero: number;
  readonly base: number;
  readonly left: string;
  readonly right: string;
};

/** Bars around the difference as it stands, longest first; what lies beyond the zero line is in the colour of the one that gets cheaper. */
export function tornadoHtml(chart: TornadoChart, frame: Frame): string {
  const drawing = drawingOf(chart, frame);
  const rows = [...chart.rows].sort((a, b) => lengthOf(b, chart) - lengthOf(a, chart));
  const room = (side: "low" | "high"): string =>
    rows.map(({ [side]: end }) => endText(end)).reduce((widest, text) => (text.length > widest.length ? text : widest), "");
  const longest = [room("low"), room("high")].reduce((a, b) => (a.length > b.length ? a : b));
  const ghost = `<span class="ghost" aria-hidden="true">${escapeHtml(longest)}</span>`;
  const line = (label: string, plot: string): string => `<span class="tornado-label">${label}</span>${ghost}${plot}${ghost}`;
  return `<div class="drawing tornado" role="img" aria-label="${attribute(chart.description)}">
<span class="tornado-sides">${side(chart.left, frame)}${side(chart.right, frame)}</span>
${line("", baseLabel(drawing))}
${rows.map((row) => line(titleWords(row.label), rowSvg(row, drawing))).join("\n")}
${line("", axisSvg(drawing))}
<span class="axis-name">${titleWords(chart.dollars)}</span>
</div>${rows.some(({ low, high }) => low.value === null || high.value === null) ? `<p class="note">${CANNOT} One of the two cannot carry it there.</p>` : ""}`;
}

function drawingOf(chart: TornadoChart, frame: Frame): Drawing {
  const values = [0, chart.base.value, ...chart.rows.flatMap(({ low, high }) => [low.value, high.value].filter((value) => value !== null))];
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const scale = min === max ? linearScale(-1, 1, [0]) : linearScale(min, max, linearTicks(min, max, 5));
  const colour = (alternative: string): string => {
    const place = frame.placeOf(alternative);
    return place === undefined ? "" : ` alt-${place % COLOURS}`;
  };
  return {
    chart,
    scale,
    zero: scale.share(0),
    base: scale.share(chart.base.value),
    left: colour(chart.left.alternative),
    right: colour(chart.right.alternative),
  };
}

/** How far a bar reaches from end to end; a variable that does not matter comes last. */
function lengthOf(row: TornadoRow, chart: TornadoChart): number {
  const values = [chart.base.value, row.low.value ?? chart.base.value, row.high.value ?? chart.base.value];
  return Math.max(...values) - Math.min(...values);
}

function side({ alternative, label }: TornadoChart["left"], frame: Frame): string {
  return `<span class="named">${swatch(frame.placeOf(alternative))}<span>${titleWords(label)}</span></span>`;
}

function plot(height: number, content: string): string {
  return `<svg class="plot" width="100%" height="${height}">${content}</svg>`;
}

/** The ground of every row: a breath of each side's colour, and grid lines. */
function ground({ scale, zero, left, right }: Drawing): string {
  return `<rect class="side${left}" x="0" y="0" width="${percent(zero)}" height="${ROW}"/><rect class="side${right}" x="${percent(zero)}" y="0" width="${percent(1 - zero)}" height="${ROW}"/>${scale.ticks
    .map((tick) => upright(scale.share(tick), "grid"))
    .join("")}`;
}

function upright(share: number, kind: string): string {
  return `<line class="${kind}" x1="${percent(share)}" x2="${percent(share)}" y1="0" y2="${ROW}"/>`;
}

function baseLabel(drawing: Drawing): string {
  const { base, chart } = drawing;
  return plot(
    LABEL_ROW,
    svgText(`now ${chart.base.text}`, { x: percent(base), y: LABEL_ROW / 2, anchor: anchorAt(base, 0.25), kind: "strong" }),
  );
}

function rowSvg(row: TornadoRow, drawing: Drawing): string {
  const { scale, base, zero } = drawing;
  const ends = (
    [
      ["low", row.low],
      ["high", row.high],
    ] as const
  ).map(([kind, end]) => ({ kind, end, at: end.value === null ? base : scale.share(end.value) }));
  const bars = [...ends]
    .sort((a, b) => Math.abs(b.at - base) - Math.abs(a.at - base))
    .map(({ kind, at }) => bar(kind, at, drawing))
    .join("");
  return plot(
    ROW,
    `<g>${svgTitle(`${row.label}: at ${row.low.text} ${row.low.result}; at ${row.high.text} ${row.high.result}`)}${ground(drawing)}${bars}${upright(base, "base")}${upright(zero, "zero")}${endTexts(ends, base)}</g>`,
  );
}

/** From the base to one end: grey, and beyond the zero line in the colour of the alternative that is cheaper there. */
function bar(kind: "low" | "high", at: number, { base, zero, left, right }: Drawing): string {
  const piece = (from: number, to: number, look: string): string =>
    Math.abs(to - from) < 1e-9
      ? ""
      : `<rect class="${look}" x="${percent(Math.min(from, to))}" width="${percent(Math.abs(to - from))}" y="${TOP}" height="${BAR}"/>`;
  const flips = at !== zero && (base - zero) * (at - zero) <= 0;
  return flips
    ? piece(base, zero, `bar-${kind}`) + piece(zero, at, `bar-flips${at < zero ? left : right}`)
    : piece(base, at, `bar-${kind}`);
}

function endText({ text, value }: TornadoRow["low"]): string {
  return `${cut(text, END_TEXT)}${value === null ? ` ${CANNOT}` : ""}`;
}

type End = { readonly end: TornadoRow["low"]; readonly at: number };

/** The variable's values at the bar's ends; both at the far end where the bar has one end only. */
function endTexts(ends: readonly End[], base: number): string {
  const [first, last] = [...ends].sort((a, b) => a.at - b.at);
  if (!first || !last) return "";
  const text = (at: number, shown: string, leftwards: boolean): string =>
    svgText(shown, { x: percent(at), y: ROW / 2, dx: leftwards ? -5 : 5, anchor: leftwards ? "end" : "start", kind: "halo" });
  if (first.at <= base && last.at >= base) return text(first.at, endText(first.end), true) + text(last.at, endText(last.end), false);
  const both = `${cut(first.end.text, 6)}, ${cut(last.end.text, 6)}`;
  return first.at > base ? text(last.at, both, false) : text(first.at, both, true);
}

/** Amounts without sign: the two sides say whose saving it is. */
function axisSvg({ scale, zero }: Drawing): string {
  const ticks = scale.ticks
    .map((tick) => (tick === 0 ? "" : svgText(shortDollars(Math.abs(tick)), { x: percent(scale.share(tick)), y: 12 })))
    .join("");
  return plot(24, `${ticks}${svgText("equal", { x: percent(zero), y: 12, kind: "strong" })}`);
}
