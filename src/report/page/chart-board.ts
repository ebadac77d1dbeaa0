import type { DrawnChart, PageData } from "../render/html/page-data.js";
import { visible } from "../render/plain-text.js";
import { type Drawing, drawing, setFont } from "./drawing.js";
import { lineChart } from "./line-chart.js";
import { BAR_ROW, BARS_FOOT, stackedBars } from "./stacked-bars.js";
import { readTheme, type Theme } from "./theme.js";
import { timeChart } from "./time-chart.js";
import { withVisibleTexts } from "./visible-texts.js";

type Alternatives = PageData["alternatives"];
type Shown = { readonly drawing: Drawing; readonly chart: DrawnChart; readonly alternatives: Alternatives };

/** The charts that stand on a page's canvases. A provisional chart shows where lines run, and no figures. */
export type ChartBoard = {
  readonly show: (canvas: HTMLCanvasElement, chart: DrawnChart, alternatives: Alternatives, provisional?: boolean) => void;
  /** all again: in other colours, or for paper */
  readonly redraw: (print?: boolean) => void;
  /** takes down the charts whose canvas has left the page, or all */
  readonly clear: (all?: boolean) => void;
};

export function chartBoard(print = false): ChartBoard {
  let theme = freshTheme();
  const shown = new Map<HTMLCanvasElement, Shown>();
  const drawn = (
    canvas: HTMLCanvasElement,
    chart: DrawnChart,
    alternatives: Alternatives,
    provisional: boolean,
    before: Drawing | undefined,
  ): Drawing => {
    if (chart.kind === "stacked-bars" && canvas.parentElement)
      canvas.parentElement.style.height = `${chart.bars.length * BAR_ROW + BARS_FOOT}px`;
    switch (chart.kind) {
      case "lines":
        return drawing(canvas, lineChart(chart, alternatives, theme, provisional), print, before);
      case "stacked-bars":
        return drawing(canvas, stackedBars(chart, alternatives, theme), print, before);
      case "time":
        return drawing(canvas, timeChart(chart, alternatives, theme), print, before);
      default:
        return chart satisfies never;
    }
  };
  const draw = (canvas: HTMLCanvasElement, chart: DrawnChart, alternatives: Alternatives, provisional: boolean): void => {
    const named = alternatives.map(({ id, title }) => ({ id, title: visible(title) }));
    const before = shown.get(canvas);
    shown.set(canvas, { drawing: drawn(canvas, withVisibleTexts(chart), named, provisional, before?.drawing), chart, alternatives });
  };
  return {
    show: (canvas, chart, alternatives, provisional = false) => draw(canvas, chart, alternatives, provisional),
    redraw: (forPrint = false) => {
      theme = freshTheme();
      print = forPrint;
      // Sharpness belongs to a drawing from its beginning.
      for (const [canvas, { drawing: before, chart, alternatives }] of [...shown]) {
        before.destroy();
        shown.delete(canvas);
        draw(canvas, chart, alternatives, false);
      }
    },
    clear: (all = false) => {
      for (const [canvas, { drawing }] of shown) {
        if (!all && canvas.isConnected) continue;
        drawing.destroy();
        shown.delete(canvas);
      }
    },
  };
}

function freshTheme(): Theme {
  const theme = readTheme();
  setFont(theme.font);
  return theme;
}
