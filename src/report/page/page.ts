import { PAGE_DATA_ID, type PageData } from "../render/html/page-data.js";
import { drawCharts } from "./draw-charts.js";
import { addTableTools } from "./table-tools.js";

/** The script of the report page. The page reads without it; it draws the charts and adds small comforts. */
const root = document.documentElement;
root.dataset.script = "";

const data = JSON.parse(document.getElementById(PAGE_DATA_ID)?.textContent ?? "") as PageData;
addTableTools();

let takeDown = drawCharts(data);
const redraw = (print = false): void => {
  takeDown();
  takeDown = drawCharts(data, document, print);
};

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => redraw());
addEventListener("beforeprint", () => {
  root.dataset.print = "";
  redraw(true);
});
addEventListener("afterprint", () => {
  delete root.dataset.print;
  redraw();
});
root.dataset.ready = "";
