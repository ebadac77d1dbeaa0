import { pageShell } from "./page-shell.js";
import type { ReportDoc, Section } from "../../report-doc.js";
import type { PageAssets } from "../html.js";
import { escapeJson } from "./escape.js";
import { frameOf } from "./frame.js";
import { isScripted, PAGE_DATA_ID } from "./page-data.js";
import { sectionHtml } from "./section.js";
import { titleWords, words } from "./words.js";

/** A result that is not a whole report: a title, a sentence or two, and sections. */
export type SectionsDoc = {
  readonly title: string;
  readonly lead: readonly string[];
  readonly alternatives: ReportDoc["alternatives"];
  readonly sections: readonly Section[];
};

/** Sections as one HTML file that loads nothing and sends nothing; the script comes along only where a chart needs it. */
export function sectionsPage(doc: SectionsDoc, assets: PageAssets): string {
  const frame = frameOf(doc);
  const charts = doc.sections.flatMap((section) =>
    section.blocks.flatMap((block) => (block.kind === "chart" && isScripted(block.chart) ? [block.chart] : [])),
  );
  let canvases = 0;
  const nextCanvas = (): number => canvases++;
  const scripted = charts.length > 0;
  const data = {
    alternatives: doc.alternatives.map(({ id, title }) => ({ id, title })),
    charts: charts.map(({ table: _, ...drawn }) => drawn),
  };
  const { style, styleHash, script, scriptHash } = assets;
  const masthead = `<header class="masthead"><h1>${titleWords(doc.title)}</h1>${doc.lead.map((text) => `<p class="subtitle">${words(text)}</p>`).join("")}</header>`;
  return pageShell({
    title: doc.title,
    style,
    styleHash,
    scriptHashes: scripted ? [scriptHash] : [],
    main: [masthead, ...doc.sections.map((section) => sectionHtml(section, frame.id(section.id), frame, nextCanvas))].join("\n"),
    scripts: scripted
      ? [`<script type="application/json" id="${PAGE_DATA_ID}">${escapeJson(data)}</script>`, `<script>${script}</script>`]
      : [],
  });
}
