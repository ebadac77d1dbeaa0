import morphdomModule from "morphdom";

type Morph = (
  from: Element,
  to: string,
  options: { readonly getNodeKey: (node: Node) => string; readonly onBeforeElUpdated: (from: HTMLElement, to: HTMLElement) => boolean },
) => Node;
// The package is written for CommonJS: its types put the function under `default`, a bundle gives the function itself.
const morphdom = morphdomModule as unknown as Morph;

/** What an element was last brought to. */
const brought = new WeakMap<Element, string>();

/** Brings an element to what the markup says, changing only what differs: focus, open lines, scroll positions and canvases stay. */
export function morphed(element: Element, html: string): void {
  if (brought.get(element) === html) return;
  brought.set(element, html);
  morphdom(element, html.trim(), {
    getNodeKey: keyOf,
    onBeforeElUpdated: (from, to) => {
      // The script's own: the tools of a table, and the canvas that a chart is drawn on.
      if (from.classList.contains("tools")) return false;
      if (from instanceof HTMLCanvasElement) {
        from.setAttribute("aria-label", to.getAttribute("aria-label") ?? "");
        return false;
      }
      if (from instanceof HTMLDetailsElement && to instanceof HTMLDetailsElement) to.open = from.open;
      if (from.classList.contains("canvas")) to.style.height = from.style.height;
      return !from.isEqualNode(to);
    },
  });
}

/** An id; for a line that opens, its table and first words, so that an open line stays with its figures. */
function keyOf(node: Node): string {
  if (!(node instanceof Element)) return "";
  if (node.id !== "") return node.id;
  if (node.tagName !== "TBODY") return "";
  const [row] = (node as HTMLTableSectionElement).rows;
  return row?.classList.contains("row-opens")
    ? `${node.closest("[data-table]")?.id ?? ""} ${row.cells[0]?.textContent ?? ""} ${row.cells[1]?.textContent ?? ""}`
    : "";
}
