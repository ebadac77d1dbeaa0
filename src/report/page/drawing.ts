import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartType,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  type Plugin,
  PointElement,
  Tooltip,
} from "chart.js";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, LogarithmicScale, PointElement, Tooltip);

/** Pixels for each printed point: a canvas drawn for the screen looks blurred on paper. */
const PRINT_SHARPNESS = 3;

/** A chart on a canvas; it can be given other data without being made anew. */
export type Drawing = { readonly kind: ChartType; readonly change: (config: unknown) => void; readonly destroy: () => void };

export function setFont(family: string): void {
  Chart.defaults.font.family = family;
  Chart.defaults.font.size = 12;
}

/** Draws on a canvas, or changes what is drawn there: a chart made anew measures the page, which takes longer than drawing. */
export function drawing<T extends ChartType, D>(
  canvas: HTMLCanvasElement,
  config: ChartConfiguration<T, D>,
  print: boolean,
  before: Drawing | undefined,
): Drawing {
  if (before && before.kind === config.type) {
    before.change(config);
    return before;
  }
  before?.destroy();
  const parts = { plugins: config.plugins ?? [] };
  const sharpness = print ? { devicePixelRatio: PRINT_SHARPNESS } : {};
  const chart = new Chart(canvas, {
    ...config,
    plugins: [relay(parts)],
    options: { ...config.options, ...sharpness },
  } as ChartConfiguration<T, D>);
  return {
    kind: config.type,
    change: (next) => {
      const { data, options, plugins } = next as ChartConfiguration<T, D>;
      parts.plugins = plugins ?? [];
      chart.data = data;
      chart.options = { ...options, ...sharpness } as typeof chart.options;
      chart.update("none");
    },
    destroy: () => chart.destroy(),
  };
}

/** Chart.js keeps the plugins that a chart began with; this one passes on to those of the present data. */
function relay<T extends ChartType>(parts: { readonly plugins: readonly Plugin<T>[] }): Plugin<T> {
  return {
    id: "relay",
    beforeDatasetsDraw: (...drawn) => {
      for (const plugin of parts.plugins) plugin.beforeDatasetsDraw?.(...drawn);
    },
    afterDatasetsDraw: (...drawn) => {
      for (const plugin of parts.plugins) plugin.afterDatasetsDraw?.(...drawn);
    },
  };
}
