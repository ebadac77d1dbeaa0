import { PAGE_DATA_ID, type PageData } from "../render/html/page-data.js";
import type { ChartBoard } from "./chart-board.js";
import { boardOf } from "./draw-charts.js";
import { addTableTools } from "./table-tools.js";

/** Draws the page's charts, adds the tools of its tables, and follows the theme and the printer. */
export function startPage(): ChartBoard {
  const root = document.documentElement;
  root.dataset.script = "";
  const data = JSON.parse(document.getElementById(PAGE_DATA_ID)?.textContent ?? "") as PageData;
  addTableTools();
  const board = boardOf(data);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => board.redraw());
  addEventListener("beforeprint", () => {
    root.dataset.print = "";
    board.redraw(true);
  });
  addEventListener("afterprint", () => {
    delete root.dataset.print;
    board.redraw();
  });
  return board;
}
