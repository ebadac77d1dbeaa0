import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Comparison } from "../analysis/compare.js";
import { reportDocument } from "../report/document.js";
import { type PageAssets, renderHtml } from "../report/render/html.js";
import { type SectionsDoc, sectionsPage } from "../report/render/html/sections-page.js";

/** The report as one HTML file; script and styles were bundled when authcost was built. */
export function htmlPage(comparison: Comparison): string {
  return renderHtml(reportDocument(comparison), pageAssets());
}

/** Sections that are not a whole report, as one HTML file. */
export function sectionsHtml(doc: SectionsDoc): string {
  return sectionsPage(doc, pageAssets());
}

/** What the build leaves for pages: script and styles, each with its hash. */
export function pageAssets(): PageAssets {
  return JSON.parse(readFileSync(fileURLToPath(new URL("../report-assets.json", import.meta.url)), "utf8")) as PageAssets;
}
