import { pageShell } from "./render/html/page-shell.js";
import type { CheckedClaim } from "../analysis/claims/check-claims.js";
import type { ClaimsFile } from "../analysis/claims/parse-claims.js";
import { causesTable, claimsTable, verdictText } from "./claims-tables.js";
import { solvedTable } from "./solved-words.js";
import type { PageAssets } from "./render/html.js";
import { frameOf } from "./render/html/frame.js";
import { link } from "./render/html/link.js";
import { sectionHtml } from "./render/html/section.js";
import { titleWords, words } from "./render/html/words.js";
import { sectionsMarkdown } from "./render/markdown.js";
import type { Block, Section, Table } from "./report-doc.js";

/** The check as a section: of a page of its own, or of any report. */
export function claimsSection(checked: readonly CheckedClaim[]): Section {
  return {
    id: "check",
    title: "Published figures, re-computed",
    lead: verdictText(checked),
    blocks: tablesOf(checked).map((table): Block => ({ kind: "table", table })),
  };
}

const tablesOf = (checked: readonly CheckedClaim[]): readonly Table[] =>
  [claimsTable(checked, true), causesTable(checked), solvedTable(checked)].filter((table) => table !== undefined);

/** Where the claims come from, as plain text. */
function sourceText({ source }: ClaimsFile): string {
  const read = source.retrieved === undefined ? "" : `, read on ${source.retrieved}`;
  return `${source.date}${read}${source.note === undefined ? "" : `. ${source.note}`}`;
}

/** The check as Markdown: where the claims come from, the table, each difference with its causes, and what would have to be true. */
export function claimsMarkdown(file: ClaimsFile, checked: readonly CheckedClaim[]): string {
  return sectionsMarkdown({
    title: file.title,
    lead: [`Source: ${file.source.url}, ${sourceText(file)}`],
    sections: [claimsSection(checked)],
  });
}

/** The check as one HTML file without a script: it loads nothing and sends nothing. */
export function claimsHtml(file: ClaimsFile, checked: readonly CheckedClaim[], assets: PageAssets): string {
  const frame = frameOf({ alternatives: [] });
  const source = `${link(words(file.source.url), file.source.url)}, ${words(sourceText(file))}`;
  const section = claimsSection(checked);
  const masthead = `<header class="masthead"><h1>${titleWords(file.title)}</h1><p class="subtitle">Source: ${source}</p></header>`;
  const main = `${masthead}\n${sectionHtml(section, frame.id(section.id), frame, () => 0)}`;
  return pageShell({ title: file.title, style: assets.style, styleHash: assets.styleHash, scriptHashes: [], main, scripts: [] });
}
