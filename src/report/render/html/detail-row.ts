import type { Detail, Row } from "../../report-doc.js";
import type { Frame } from "./frame.js";
import { link } from "./link.js";
import { attribute, words } from "./words.js";

/**
 * The arithmetic under a row. The row and its arithmetic share a tbody, and the summary stands (by page.css) at the
 * start of the row above, so a closed line takes no room and an open one has the whole width.
 */
export function detailRow(row: Row, detail: Detail, columns: number, { aside }: Frame): string {
  const name = row.cells
    .slice(0, 2)
    .map((cell) => cell.text)
    .join(", ");
  const lines = detail.lines.map((line) => `<li>${words(line)}</li>`).join("");
  const source = detail.source ? `<p class="source">Source: ${link(words(detail.source.text), detail.source.url)}</p>` : "";
  const arithmetic = `<ol>${lines}</ol>${source}`;
  aside?.push(arithmetic);
  return `<tr class="detail"><td colspan="${columns}"><details><summary aria-label="Arithmetic of ${attribute(name)}"></summary><div class="arithmetic">${aside ? "" : arithmetic}</div></details></td></tr>`;
}
