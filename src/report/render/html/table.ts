import type { Cell, Row, Table } from "../../report-doc.js";
import { columnClasses, hasOverlongWord } from "./columns.js";
import { detailRow } from "./detail-row.js";
import type { Frame } from "./frame.js";
import { link } from "./link.js";
import { markLegend, markTag, saysItself } from "./marks.js";
import { swatch } from "./swatch.js";
import { attribute, titleWords, words } from "./words.js";

const DENSE_FROM = 13;
/** From this many columns on the first one stays in sight while the rest scrolls. */
const PINNED_FROM = 4;

/** A table in a region of its own, which scrolls sideways where the page must not. */
export function tableHtml(table: Table, frame: Frame, heading: "h3" | "h4" = "h3"): string {
  const id = frame.id(table.id);
  const caption = frame.id(`${id}-caption`);
  const classes = columnClasses(table);
  const sides = table.columns.map(({ align }) => align);
  const dense = table.rows.length >= DENSE_FROM;
  const opens = table.rows.some((row) => row.detail);
  const kinds = [
    dense ? "dense" : "sparse",
    ...(table.rows.some(({ emphasis }) => emphasis === "total") ? ["sums"] : []),
    ...(opens ? ["opens"] : table.columns.length >= PINNED_FROM ? ["pinned"] : []),
  ].join(" ");
  const head = table.columns
    .map(
      (column, index) =>
        `<th scope="col"${classAttribute(classes[index])}>${swatch(frame.placeOf(column.alternative))}${titleWords(column.title)}</th>`,
    )
    .join("");
  return `<div class="table" id="${id}" data-table="${id}">
<div class="table-head"><${heading} id="${caption}">${titleWords(table.caption)}</${heading}><div class="tools"></div></div>
<div class="scroll" role="region" tabindex="0" aria-labelledby="${caption}">
<table class="${kinds}" aria-labelledby="${caption}"><thead><tr>${head}</tr></thead>
${opens ? table.rows.map((row) => `<tbody>${rowHtml(row, classes, sides, frame)}</tbody>`).join("\n") : `<tbody>${table.rows.map((row) => rowHtml(row, classes, sides, frame)).join("\n")}</tbody>`}
</table></div>${dense ? markLegend(table) : ""}${table.note === undefined ? "" : `<p class="note">${words(table.note)}</p>`}
</div>`;
}

type Sides = readonly Table["columns"][number]["align"][];

function rowHtml(row: Row, classes: readonly string[], sides: Sides, frame: Frame): string {
  const kinds = [...(row.emphasis ? [`row-${row.emphasis}`] : []), ...(row.detail ? ["row-opens"] : [])].join(" ");
  const cells = row.cells.map((cell, index) => cellHtml(cell, index === 0, classes[index] ?? "", sides[index] === "right", frame)).join("");
  return `<tr${kinds === "" ? "" : ` class="${kinds}"`}>${cells}</tr>${row.detail ? detailRow(row, row.detail, classes.length, frame) : ""}`;
}

const classAttribute = (classes: string | undefined): string => (classes ? ` class="${classes}"` : "");

function cellHtml(cell: Cell, first: boolean, column: string, isRight: boolean, frame: Frame): string {
  const kinds = [
    ...(column === "" ? [] : [column]),
    ...(cell.mark ? [`is-${cell.mark}`] : []),
    ...(hasOverlongWord(cell.text) ? ["breaks"] : []),
  ].join(" ");
  const exact = cell.exact === undefined ? "" : ` title="${attribute(cell.exact)}"`;
  const tag = first ? 'th scope="row"' : "td";
  const shown = link(titleWords(cell.text), cell.url);
  const line = swatch(frame.placeOf(cell.alternative));
  const bare = cell.mark === undefined || saysItself(cell);
  const figure =
    line !== ""
      ? `<span class="named">${line}<span class="figure">${shown}</span></span>`
      : bare
        ? shown
        : `<span class="figure">${shown}</span>`;
  // Tags stand before figures and after words, so that both columns keep their edge.
  const marked = isRight ? `${markTag(cell)} ${figure}` : `${figure} ${markTag(cell)}`;
  return `<${tag}${classAttribute(kinds)}${exact}>${marked.trim()}</${first ? "th" : "td"}>`;
}
