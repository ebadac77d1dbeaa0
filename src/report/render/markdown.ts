import type { Block, ReportDoc, Row, Section, Table } from "../report-doc.js";
import { visible } from "./plain-text.js";

/** Text that Markdown and the HTML inside it cannot read as markup. */
function safe(text: string): string {
  return visible(text).replace(/[\\`*_{}[\]<>()#+!|~&-]/g, (mark) => ({ "<": "&lt;", ">": "&gt;", "&": "&amp;" })[mark] ?? `\\${mark}`);
}

export function markdownTable(table: Table): string {
  const line = (texts: readonly string[]): string => `| ${texts.join(" | ")} |`;
  const text = (row: Row): string =>
    line(
      row.cells.map((cell) => {
        const shown = safe(cell.text) + (cell.mark === "cheapest" ? " ✓" : cell.mark === "low-confidence" ? " (low confidence)" : "");
        return cell.url && /^https?:\/\/[^\s<>()]+$/.test(cell.url)
          ? `[${shown}](<${cell.url}>)`
          : row.emphasis === "total" && shown !== ""
            ? `**${shown}**`
            : shown;
      }),
    );
  return [
    line(table.columns.map((column) => safe(column.title))),
    line(table.columns.map((column) => (column.align === "right" ? "---:" : ":---"))),
    ...table.rows.map(text),
  ].join("\n");
}

/** A result that is not a whole report as Markdown. */
export function sectionsMarkdown(doc: {
  readonly title: string;
  readonly lead: readonly string[];
  readonly sections: readonly Section[];
}): string {
  return `${[`# ${safe(doc.title)}`, ...doc.lead.map(safe), ...sectionParts(doc.sections)].filter((part) => part !== "").join("\n\n")}\n`;
}

const sectionParts = (sections: readonly Section[]): readonly string[] =>
  sections.flatMap((section) => [`## ${safe(section.title)}`, ...(section.lead ? [safe(section.lead)] : []), ...section.blocks.map(block)]);

/** The report as Markdown for pull requests and wikis: tables and words, no charts. */
export function renderMarkdown(doc: ReportDoc): string {
  const { headline } = doc;
  const parts = [
    `# ${safe(doc.title)}`,
    safe(doc.subtitle),
    `**${safe(headline.sentence)}**`,
    `Verdict: ${headline.verdict.label}. ${safe(headline.verdict.meaning)}`,
    bullets(headline.reasons),
    ...(headline.flips.length > 0 ? ["What would change the answer:", bullets(headline.flips)] : []),
    ...sectionParts(doc.sections),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

const bullets = (items: readonly string[]): string => items.map((item) => `- ${safe(item)}`).join("\n");

function block(one: Block): string {
  switch (one.kind) {
    case "prose":
      return one.paragraphs.map(safe).join("\n\n");
    case "list":
      return bullets(one.items);
    case "table":
      return tableWithCaption(one.table);
    case "chart":
      return `${safe(one.chart.description)}\n\n${tableWithCaption(one.chart.table)}`;
    default:
      return one satisfies never;
  }
}

function tableWithCaption(table: Table): string {
  return [`**${safe(table.caption)}**`, markdownTable(table), ...(table.note ? [safe(table.note)] : [])].join("\n\n");
}
