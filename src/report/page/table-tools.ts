import { csvText, figureOf, tabText } from "./csv.js";

/** Adds what needs a script to each table: copy, CSV with the exact figures, and opening all lines at once. */
export function addTableTools(page: ParentNode = document): void {
  for (const block of page.querySelectorAll<HTMLElement>("[data-table]")) {
    const table = block.querySelector("table");
    const tools = block.querySelector(".tools");
    if (!table || !tools || tools.childElementCount > 0) continue;
    const caption = block.querySelector("h3, h4")?.textContent ?? "";
    if (table.querySelector("tr.detail details")) {
      tools.append(openAll(table, caption));
      openByRow(table);
    }
    tools.append(
      button(
        "Copy",
        `Copy the table: ${caption}`,
        (self) => void copy(tabText(rowsOf(table))).then((done) => say(self, done ? "Copied" : "Not copied")),
      ),
      button("CSV", `Download as CSV: ${caption}`, () =>
        download(`${block.dataset.table ?? "table"}.csv`, `\ufeff${csvText(rowsOf(table))}`, "text/csv"),
      ),
    );
  }
}

export function button(text: string, label: string, act: (self: HTMLButtonElement) => void): HTMLButtonElement {
  const self = document.createElement("button");
  self.type = "button";
  self.textContent = text;
  self.title = label.slice(0, 200);
  self.addEventListener("click", () => act(self));
  return self;
}

function openAll(table: HTMLTableElement, caption: string): HTMLButtonElement {
  return button("Open all lines", `Show the arithmetic of every line: ${caption}`, (self) => {
    const lines = [...table.querySelectorAll<HTMLDetailsElement>("tr.detail details")];
    const open = lines.some((line) => !line.open);
    for (const line of lines) line.open = open;
    self.textContent = open ? "Close all lines" : "Open all lines";
  });
}

/** A click anywhere on a line opens it, unless it follows a link or ends a selection. */
function openByRow(table: HTMLTableElement): void {
  table.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const row = target?.closest("tr.row-opens");
    const details = row?.nextElementSibling?.querySelector("details");
    if (!details || target?.closest("a") || getSelection()?.isCollapsed === false) return;
    details.open = !details.open;
  });
}

/** Head and body as text: the exact figure where a cell carries one, and no marks. */
function rowsOf(table: HTMLTableElement): readonly (readonly string[])[] {
  return [...table.querySelectorAll("tr:not(.detail)")].map((row) =>
    [...row.children].map((cell) => {
      if (cell instanceof HTMLElement && cell.title !== "") return figureOf(cell.title);
      return ((cell.querySelector(".figure") ?? cell).textContent ?? "").trim();
    }),
  );
}

export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function say(self: HTMLButtonElement, text: string): void {
  const before = self.textContent;
  self.textContent = text;
  self.setAttribute("aria-live", "polite");
  setTimeout(() => {
    self.textContent = before;
  }, 1_500);
}

/** Saves text as a file; the address lives in the page, so nothing is sent. */
export function download(name: string, text: string, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
