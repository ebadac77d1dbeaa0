import type { Block, Section, Table } from "../../report-doc.js";
import { chartHtml } from "./chart.js";
import type { Frame } from "./frame.js";
import { tableHtml } from "./table.js";
import { bullets, titleWords, words } from "./words.js";

/** One section; `nextCanvas` counts the charts that the script draws, in reading order. */
export function sectionHtml(section: Section, id: string, frame: Frame, nextCanvas: () => number): string {
  const title = frame.id(`${id}-title`);
  return `<section class="part-of-report" id="${id}" aria-labelledby="${title}">
<h2 id="${title}">${titleWords(section.title)}</h2>${section.lead === undefined ? "" : `<p class="lead">${words(section.lead)}</p>`}
${section.blocks.map((block) => blockHtml(block, frame, nextCanvas, section.lead)).join("\n")}
</section>`;
}

/** A table behind a line that says what it holds. */
export function foldedTable(table: Table, frame: Frame): string {
  const { length } = table.rows;
  return `<details class="chart-data"><summary>${titleWords(table.caption)} <span class="quiet">${length} ${length === 1 ? "row" : "rows"}</span></summary>${tableHtml(table, frame)}</details>`;
}

function blockHtml(block: Block, frame: Frame, nextCanvas: () => number, lead = ""): string {
  switch (block.kind) {
    case "prose":
      return `<div class="prose">${block.paragraphs.map((paragraph) => `<p>${words(paragraph)}</p>`).join("")}</div>`;
    case "list":
      return `<div class="prose">${bullets(block.items)}</div>`;
    case "table":
      return block.table.folded ? foldedTable(block.table, frame) : tableHtml(block.table, frame);
    case "chart":
      return chartHtml(block.chart, nextCanvas, frame, "h3", lead);
    default:
      return block satisfies never;
  }
}
