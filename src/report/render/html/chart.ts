import type { Chart, StackedBars } from "../../report-doc.js";
import type { Frame } from "./frame.js";
import { tableHtml } from "./table.js";
import { attribute, titleWords, words } from "./words.js";

/** A longer table folds under its chart; a shorter one stands beside it. */
const LONGEST_BESIDE = 16;

/** A chart with its words and its figures. `page.ts` finds the canvas by its place among the document's charts. */
export function chartHtml(chart: Chart, place: number, frame: Frame, heading: "h2" | "h3" = "h3"): string {
  const id = frame.id(chart.id);
  const beside = chart.kind === "stacked-bars" && chart.table.rows.length <= LONGEST_BESIDE;
  const figure = `<figure class="chart" id="${id}">
<figcaption><${heading}>${titleWords(chart.title)}</${heading}>${chart.kind === "lines" ? `<p class="description">${words(chart.description)}</p>` : ""}</figcaption>
<div class="canvas canvas-${chart.kind}"><canvas role="img" aria-label="${attribute(chart.description)}" data-chart="${place}"></canvas></div>
<noscript><p class="note">The chart needs scripts. Its figures are in the table.</p></noscript>
${chart.kind === "stacked-bars" ? partsKey(chart) : ""}${beside ? "" : folded(chart, frame)}</figure>`;
  return beside ? `<div class="beside">${figure}${tableHtml(chart.table, frame)}</div>` : figure;
}

function folded(chart: Chart, frame: Frame): string {
  return `<details class="chart-data"><summary>The figures as a table <span class="quiet">${chart.table.rows.length} rows</span></summary>${tableHtml(chart.table, frame)}</details>`;
}

/** The numbers that the bars carry, with their meaning: readable without colour and without the script. */
function partsKey(chart: StackedBars): string {
  const entries = chart.parts.map(({ label }, index) => `<li><span class="part">${index + 1}</span>${titleWords(label)}</li>`);
  return `<ul class="parts" aria-label="Parts of the bars">${entries.join("")}</ul>`;
}
