/** CSV as spreadsheets read it; a cell that one would run as a formula starts with a quote sign. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(csvCell).join(",")).join("\r\n");
}

/** The same for the clipboard: tabs between cells. */
export function tabText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => defused(cell.replace(/[\t\r\n]+/g, " "))).join("\t")).join("\n");
}

/** The figure of an exact amount such as "1350.5 USD"; other text as it is. The unit stands in the table's words. */
export function figureOf(exact: string): string {
  return /^(-?\d+(?:\.\d+)?)(?: \S.*)?$/.exec(exact)?.[1] ?? exact;
}

function csvCell(text: string): string {
  const safe = defused(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function defused(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}
