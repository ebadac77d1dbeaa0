import type { ReportDoc, Section } from "../../report-doc.js";
import type { PageAssets } from "../html.js";
import { escapeJson } from "./escape.js";
import { frameOf } from "./frame.js";
import { isScripted, PAGE_DATA_ID } from "./page-data.js";
import { sectionHtml } from "./section.js";
import { attribute, titleWords, words } from "./words.js";

/** A result that is not a whole report: a title, a sentence or two, and sections. */
export type SectionsDoc = { readonly title: string; readonly lead: readonly string[]; readonly alternatives: ReportDoc["alternatives"]; readonly sections: readonly Section[] };

/** Sections as one HTML file that loads nothing and sends nothing; the script comes along only where a chart needs it. */
export function sectionsPage(doc: SectionsDoc, assets: PageAssets): string {
  const frame = frameOf(doc);
  const charts = doc.sections.flatMap((section) => section.blocks.flatMap((block) => (block.kind === "chart" && isScripted(block.chart) ? [block.chart] : [])));
  let canvases = 0;
  const nextCanvas = (): number => canvases++;
  const scripted = charts.length > 0;
  const data = { alternatives: doc.alternatives.map(({ id, title }) => ({ id, title })), charts: charts.map(({ table: _, ...drawn }) => drawn) };
  const policy = ["default-src 'none'", ...(scripted ? [`script-src 'sha256-${assets.scriptHash}'`] : []), `style-src 'sha256-${assets.styleHash}'`, "img-src data:", "base-uri 'none'", "form-action 'none'"].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="authcost">
<title>${attribute(doc.title.slice(0, 200))}</title>
<link rel="icon" href="data:,">
<style>${assets.style}</style>
</head>
<body>
<main id="report">
<header class="masthead"><h1>${titleWords(doc.title)}</h1>${doc.lead.map((text) => `<p class="subtitle">${words(text)}</p>`).join("")}</header>
${doc.sections.map((section) => sectionHtml(section, frame.id(section.id), frame, nextCanvas)).join("\n")}
</main>
<footer><p>Made by authcost. This page is one file: it loads nothing and sends nothing.</p></footer>
${scripted ? `<script type="application/json" id="${PAGE_DATA_ID}">${escapeJson(data)}</script>\n<script>${assets.script}</script>\n` : ""}</body>
</html>
`;
}
