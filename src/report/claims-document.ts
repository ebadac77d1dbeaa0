import type { CheckedClaim } from "../analysis/claims/check-claims.js";
import type { ClaimsFile } from "../analysis/claims/parse-claims.js";
import { alsoText, causesTable, claimsTable, solvedTable, verdictText } from "./claims-tables.js";
import type { PageAssets } from "./render/html.js";
import { frameOf } from "./render/html/frame.js";
import { link } from "./render/html/link.js";
import { sectionHtml } from "./render/html/section.js";
import { attribute, titleWords, words } from "./render/html/words.js";
import { markdownTable } from "./render/markdown.js";
import type { Block, Section, Table } from "./report-doc.js";

/** The check as a section: of a page of its own, or of any report. */
export function claimsSection(checked: readonly CheckedClaim[]): Section {
  const tables = [claimsTable(checked), causesTable(checked), solvedTable(checked)].flatMap((table): Block[] => (table ? [{ kind: "table", table }] : []));
  const remarks = remarksOf(checked);
  return {
    id: "check", title: "Published figures, re-computed", lead: verdictText(checked),
    blocks: [...tables, ...(remarks.length > 0 ? [{ kind: "list" as const, items: remarks }] : [])],
  };
}

/** What else fits, and what the claims file notes about a claim that differs. */
const remarksOf = (checked: readonly CheckedClaim[]): readonly string[] => checked.flatMap((one) => [
  ...(one.alsoFits.length > 0 ? [`${one.claim.id}: fits as well: ${alsoText(one)}`] : []),
  ...(one.verdict === "differs" && one.claim.note !== undefined ? [`${one.claim.id}: ${one.claim.note}`] : []),
]);

/** The check as Markdown: the table, each difference with its causes, and what would have to be true. */
export function claimsMarkdown(checked: readonly CheckedClaim[]): string {
  const tables = [claimsTable(checked), causesTable(checked), solvedTable(checked)].flatMap((table: Table | undefined) => (table ? [markdownTable(table)] : []));
  const remarks = remarksOf(checked).map((text) => `- ${text.replace(/[\\`*_<>[\]|]/g, (mark) => (mark === "<" ? "&lt;" : mark === ">" ? "&gt;" : `\\${mark}`))}`);
  return `${[...tables, ...(remarks.length > 0 ? [remarks.join("\n")] : [])].join("\n\n")}\n`;
}

/** The check as one HTML file without a script: it loads nothing and sends nothing. */
export function claimsHtml(file: ClaimsFile, checked: readonly CheckedClaim[], assets: PageAssets): string {
  const frame = frameOf({ alternatives: [] });
  const source = `${link(words(file.source.url), file.source.url)}, ${words(file.source.date)}${file.source.note === undefined ? "" : `. ${words(file.source.note)}`}`;
  const section = claimsSection(checked);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${assets.styleHash}'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="authcost">
<title>${attribute(file.title.slice(0, 200))}</title>
<link rel="icon" href="data:,">
<style>${assets.style}</style>
</head>
<body>
<main id="report">
<header class="masthead"><h1>${titleWords(file.title)}</h1><p class="subtitle">Source: ${source}</p></header>
${sectionHtml(section, frame.id(section.id), frame, () => 0)}
</main>
<footer><p>Made by authcost. This page is one file: it loads nothing and sends nothing.</p></footer>
</body>
</html>
`;
}
