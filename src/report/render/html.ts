import type { ReportDoc } from "../report-doc.js";
import { reportBody } from "./html/body.js";
import { escapeJson } from "./html/escape.js";
import { PAGE_DATA_ID, pageData } from "./html/page-data.js";
import { attribute } from "./html/words.js";

/** The page's script and style, inlined as they are; each hash is the base64 SHA-256 of exactly that text. */
export type PageAssets = { readonly script: string; readonly scriptHash: string; readonly style: string; readonly styleHash: string };

/**
 * The report as one HTML file that loads nothing and sends nothing. All words and figures are static; the script draws the
 * charts and adds small comforts. The content security policy lets only this script and this style in.
 */
export function renderHtml(doc: ReportDoc, assets: PageAssets): string {
  const policy = [
    "default-src 'none'", `script-src 'sha256-${assets.scriptHash}'`, `style-src 'sha256-${assets.styleHash}'`,
    "img-src data:", "base-uri 'none'", "form-action 'none'",
  ].join("; ");
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
<a class="skip" href="#report">Skip to the report</a>
<main id="report">
${reportBody(doc)}
</main>
<footer><p>Made by authcost. This page is one file: it loads nothing and sends nothing.</p></footer>
<script type="application/json" id="${PAGE_DATA_ID}">${escapeJson(pageData(doc))}</script>
<script>${assets.script}</script>
</body>
</html>
`;
}
