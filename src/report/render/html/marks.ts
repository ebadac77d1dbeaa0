import type { Cell, Table } from "../../report-doc.js";

type Mark = NonNullable<Cell["mark"]>;

/** A symbol and a word for each mark, so that colour never speaks alone. */
const MARKS: Readonly<Record<Mark, { readonly symbol: string; readonly word: string; readonly legend: string }>> = {
  cheapest: { symbol: "✓", word: "cheapest", legend: "cheapest" },
  choice: { symbol: "★", word: "choice", legend: "the choice" },
  infeasible: { symbol: "✕", word: "not possible", legend: "not possible at this size" },
  "low-confidence": { symbol: "△", word: "low confidence", legend: "rests on a price of low confidence" },
};

/** The tag beside a marked figure; of what the cell says itself ("low") the word is not seen twice. */
export function markTag(cell: Cell): string {
  if (cell.mark === undefined || saysItself(cell)) return "";
  const { symbol, word } = MARKS[cell.mark];
  const text = cell.text.trim().toLowerCase();
  const said = text !== "" && word.startsWith(text);
  return `<span class="tag tag-${cell.mark}"><span aria-hidden="true">${symbol}</span><span class="tag-word${said ? " unseen" : ""}"> ${word}</span></span>`;
}

/** A cell whose whole text is the word of its mark ("not possible"): page.css puts the symbol before it. */
export const saysItself = (cell: Cell): boolean => cell.mark === "infeasible" && cell.text === MARKS.infeasible.word;

/** Explains the symbols of a table that has no room for the words. */
export function markLegend(table: Table): string {
  const used = new Set(table.rows.flatMap((row) => row.cells.map((cell) => cell.mark)));
  const entries = (Object.keys(MARKS) as Mark[])
    .filter((mark) => used.has(mark))
    .map((mark) => `${MARKS[mark].symbol} ${MARKS[mark].legend}`);
  return entries.length === 0 ? "" : `<p class="legend">${entries.join(" · ")}</p>`;
}
