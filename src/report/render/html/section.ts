import type { Block, Section } from "../../report-doc.js";
import { chartHtml } from "./chart.js";
import type { Frame } from "./frame.js";
import { tableHtml } from "./table.js";
import { bullets, titleWords, words } from "./words.js";

/** One section; `nextCanvas` counts the charts that the script draws, in reading order. */
export function sectionHtml(section: Section, id: string, frame: Frame, nextCanvas: () => number): string {
  const title = frame.id(`${id}-title`);
  return `<section class="part-of-report" id="${id}" aria-labelledby="${title}">
<h2 id="${title}">${titleWords(section.title)}</h2>${section.lead === undefined ? "" : `<p class="lead">${words(section.lead)}</p>`}
${section.blocks.map((block) => blockHtml(block, frame, nextCanvas)).join("\n")}
</section>`;
}

function blockHtml(block: Block, frame: Frame, nextCanvas: () => number): string {
  switch (block.kind) {
    case "prose":
      return `<div class="prose">${block.paragraphs.map((paragraph) => `<p>${words(paragraph)}</p>`).join("")}</div>`;
    case "list":
      return `<div class="prose">${bullets(block.items)}</div>`;
    case "table":
      return tableHtml(block.table, frame);
    case "chart":
      return chartHtml(block.chart, nextCanvas, frame);
    default:
      return block satisfies never;
  }
}
