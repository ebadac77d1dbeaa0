import type { Chart, DistributionChart, MapChart, StackedBars, TornadoChart } from "../../report-doc.js";
import { distributionHtml } from "./distribution.js";
import type { Frame } from "./frame.js";
import { mapHtml } from "./map.js";
import { isScripted, type ScriptedChart } from "./page-data.js";
import { tableHtml } from "./table.js";
import { tornadoHtml } from "./tornado.js";
import { attribute, titleWords, words } from "./words.js";

/** A longer table folds under its chart; a shorter one stands beside it. */
const LONGEST_BESIDE = 16;
const WIDEST_BESIDE = 5;

/**
 * A chart with its words and its figures. `nextCanvas` counts the charts that the page's script draws.
 * @param lead what the section has said already: the chart's words do not say it again where they can be seen
 */
export function chartHtml(chart: Chart, nextCanvas: () => number, frame: Frame, heading: "h2" | "h3" = "h3", lead = ""): string {
  const id = frame.id(chart.id);
  const beside = chart.kind === "stacked-bars" && chart.table.rows.length <= LONGEST_BESIDE && chart.table.columns.length <= WIDEST_BESIDE;
  const figure = `<figure class="chart" id="${id}">
<figcaption><${heading}>${titleWords(chart.title)}</${heading}>${chart.kind === "stacked-bars" ? "" : description(chart.description, lead)}</figcaption>
${isScripted(chart) ? canvas(chart, nextCanvas()) : drawing(chart, id, frame)}
${chart.kind === "stacked-bars" ? partsKey(chart) : ""}${beside ? "" : folded(chart, frame)}</figure>`;
  return beside ? `<div class="beside">${figure}${tableHtml(chart.table, frame)}</div>` : figure;
}

function description(text: string, lead: string): string {
  const rest = (lead === "" ? text : text.replace(lead, "")).trim();
  return rest === "" ? "" : `<p class="description">${words(rest)}</p>`;
}

/** `page.ts` finds the canvas by its place among the charts that it draws. */
function canvas(chart: ScriptedChart, place: number): string {
  return `<div class="canvas canvas-${chart.kind}"><canvas role="img" aria-label="${attribute(chart.description)}" data-chart="${place}"></canvas></div>
<noscript><p class="note">The chart needs scripts. Its figures are in the table.</p></noscript>`;
}

/** Charts that stand in the page as they are, without a script. */
function drawing(chart: TornadoChart | DistributionChart | MapChart, id: string, frame: Frame): string {
  switch (chart.kind) {
    case "tornado":
      return tornadoHtml(chart, frame);
    case "distribution":
      return distributionHtml(chart, frame);
    case "map":
      return mapHtml(chart, id, frame);
    default:
      return chart satisfies never;
  }
}

function folded(chart: Chart, frame: Frame): string {
  const { length } = chart.table.rows;
  return `<details class="chart-data"><summary>The figures as a table <span class="quiet">${length} ${length === 1 ? "row" : "rows"}</span></summary>${tableHtml(chart.table, frame)}</details>`;
}

/** The numbers that the bars carry, with their meaning: readable without colour and without the script. */
function partsKey(chart: StackedBars): string {
  const entries = chart.parts.map(({ label }, index) => `<li><span class="part">${index + 1}</span>${titleWords(label)}</li>`);
  return `<ul class="parts" aria-label="Parts of the bars">${entries.join("")}</ul>`;
}
