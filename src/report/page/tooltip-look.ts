import type { Theme } from "./theme.js";

/** How a tooltip looks in this theme: the page turned inside out, so that it stands off the chart. */
export function tooltipLook(theme: Theme) {
  return {
    backgroundColor: theme.ink,
    titleColor: theme.page,
    bodyColor: theme.page,
    padding: 10,
    cornerRadius: 6,
    caretSize: 0,
    caretPadding: 10,
    boxWidth: 10,
    boxHeight: 10,
    boxPadding: 4,
    titleFont: { size: 12, weight: 600 },
    bodyFont: { size: 12 },
    displayColors: true,
  } as const;
}
