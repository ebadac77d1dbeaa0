import type { Plugin } from "chart.js";
import { cutToWidth } from "../render/html/fit-text.js";
import type { Theme } from "./theme.js";

/** Room above and below the plot: the dollar axis' title and the marker's label stand above, the users' title below. */
export const HEADROOM = 46;
export const FOOTROOM = 22;
/** From the top of the drawing to the middle of the dollars' title. */
const TITLE_MIDDLE = 8;

/** The axes' titles, upright and unsqueezed: dollars above their ticks, users or months below theirs. */
export function axisTitles(titles: { readonly x: string; readonly y: string }, theme: Theme): Plugin<"line"> {
  return {
    id: "axis-titles",
    beforeDatasetsDraw({ ctx, chartArea, width, height }) {
      ctx.save();
      ctx.font = `12px ${theme.font}`;
      ctx.textBaseline = "middle";
      ctx.textAlign = "left";
      ctx.fillStyle = theme.quiet;
      const measure = (text: string): number => ctx.measureText(text).width;
      ctx.fillText(cutToWidth(titles.y, width, measure), 0, TITLE_MIDDLE);
      const users = cutToWidth(titles.x, width, measure);
      const centred = (chartArea.left + chartArea.right - measure(users)) / 2;
      ctx.fillText(users, Math.max(0, Math.min(centred, width - measure(users))), height - 9);
      ctx.restore();
    },
  };
}
