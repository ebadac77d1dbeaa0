import type { PageData } from "../render/html/page-data.js";
import { type ChartBoard, chartBoard } from "./chart-board.js";

/** Draws every canvas of the page from its data; what is returned takes the drawings down again. */
export function drawCharts(data: PageData, page: ParentNode = document, print = false): () => void {
  const board = boardOf(data, page, print);
  return () => board.clear(true);
}

/** The charts of a page, each on the canvas that bears its place. */
export function boardOf(data: PageData, page: ParentNode = document, print = false): ChartBoard {
  const board = chartBoard(print);
  for (const canvas of page.querySelectorAll<HTMLCanvasElement>("canvas[data-chart]")) {
    const chart = data.charts[Number(canvas.dataset.chart)];
    if (chart) board.show(canvas, chart, data.alternatives);
  }
  return board;
}
