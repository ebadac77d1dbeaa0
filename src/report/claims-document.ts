import { pageShell } from "./render/html/page-shell.js";
import type { CheckedClaim } from "../analysis/claims/check-claims.js";
import type { ClaimsFile } from "../analysis/claims/parse-claims.js";
import { alsoText, causesTable, claimsTable, solvedTable, verdictText } from "./claims-tables.js";
import type { PageAssets } from "./render/html.js";
import { frameOf } from "./render/html/frame.js";
import { link } from "./render/html/link.js";
import { sectionHtml } from "./render/html/section.js";
import { titleWords, words } from "./render/html/words.js";
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
  const masthead = `<header class="masthead"><h1>${titleWords(file.title)}</h1><p class="subtitle">Source: ${source}</p></header>`;
  const main = `${masthead}\n${sectionHtml(section, frame.id(section.id), frame, () => 0)}`;
  return pageShell({ title: file.title, style: assets.style, styleHash: assets.styleHash, scriptHashes: [], main, scripts: [] });
}
