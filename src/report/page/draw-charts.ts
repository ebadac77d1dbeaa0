import { BarController, BarElement, CategoryScale, Chart, LinearScale, LineController, LineElement, LogarithmicScale, PointElement, Tooltip } from "chart.js";
import type { DrawnChart, PageData } from "../render/html/page-data.js";
import { visible } from "../render/plain-text.js";
import { lineChart } from "./line-chart.js";
import { BAR_ROW, BARS_FOOT, stackedBars } from "./stacked-bars.js";
import { readTheme, type Theme } from "./theme.js";
import { timeChart } from "./time-chart.js";
import { withVisibleTexts } from "./visible-texts.js";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, LogarithmicScale, PointElement, Tooltip);

/** Pixels for each printed point: a canvas drawn for the screen looks blurred on paper. */
const PRINT_SHARPNESS = 3;

/** Draws every canvas of the page from its data; what is returned takes the drawings down again. */
export function drawCharts(data: PageData, page: ParentNode = document, print = false): () => void {
  const theme = readTheme();
  Chart.defaults.font.family = theme.font;
  Chart.defaults.font.size = 12;
  const alternatives = data.alternatives.map(({ id, title }) => ({ id, title: visible(title) }));
  const charts = [...page.querySelectorAll<HTMLCanvasElement>("canvas[data-chart]")].flatMap((canvas) => {
    const chart = data.charts[Number(canvas.dataset.chart)];
    return chart ? [drawn(canvas, withVisibleTexts(chart), alternatives, theme, print)] : [];
  });
  return () => {
    for (const chart of charts) chart.destroy();
  };
}

function drawn(canvas: HTMLCanvasElement, chart: DrawnChart, alternatives: PageData["alternatives"], theme: Theme, print: boolean): { destroy(): void } {
  if (chart.kind === "stacked-bars" && canvas.parentElement) canvas.parentElement.style.height = `${chart.bars.length * BAR_ROW + BARS_FOOT}px`;
  const sharpness = print ? { devicePixelRatio: PRINT_SHARPNESS } : {};
  switch (chart.kind) {
    case "lines": {
      const config = lineChart(chart, alternatives, theme);
      return new Chart(canvas, { ...config, options: { ...config.options, ...sharpness } });
    }
    case "stacked-bars": {
      const config = stackedBars(chart, alternatives, theme);
      return new Chart(canvas, { ...config, options: { ...config.options, ...sharpness } });
    }
    case "time": {
      const config = timeChart(chart, alternatives, theme);
      return new Chart(canvas, { ...config, options: { ...config.options, ...sharpness } });
    }
    default:
      return chart satisfies never;
  }
}
