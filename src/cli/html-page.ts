import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Comparison } from "../analysis/compare.js";
import { reportDocument } from "../report/document.js";
import { type PageAssets, renderHtml } from "../report/render/html.js";

/** The report as one HTML file; script and styles were bundled when authcost was built. */
export function htmlPage(comparison: Comparison): string {
  const assets = JSON.parse(readFileSync(fileURLToPath(new URL("../report-assets.json", import.meta.url)), "utf8")) as PageAssets;
  return renderHtml(reportDocument(comparison), assets);
}
