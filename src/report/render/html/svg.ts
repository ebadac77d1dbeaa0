import { cut } from "../plain-text.js";
import { escapeHtml } from "./escape.js";

/**
 * Drawings that need no script. They stand in percent of their width, so that lines stretch with the page and letters do
 * not; colours come from the style sheet, so that they follow the theme and paper; texts are escaped and of bounded length.
 */
export const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

type Anchor = "start" | "middle" | "end";

/** A text at a place; `dx` and `dy` are pixels, `dy` to the middle of its letters. */
export function svgText(
  text: string,
  at: {
    readonly x: string;
    readonly y: string | number;
    readonly dx?: number;
    readonly dy?: number;
    readonly anchor?: Anchor;
    readonly kind?: string;
  },
  longest = 40,
): string {
  const { x, y, dx = 0, dy = 0, anchor = "middle", kind } = at;
  return `<text x="${x}" y="${y}"${dx === 0 ? "" : ` dx="${dx}"`} dy="${dy + 4}" text-anchor="${anchor}"${kind === undefined ? "" : ` class="${kind}"`}>${escapeHtml(cut(text, longest))}</text>`;
}

/** The side that a text at this share of the width grows to, so that it stays inside. */
export function anchorAt(share: number, edge = 0.2): Anchor {
  return share < edge ? "start" : share > 1 - edge ? "end" : "middle";
}

/** Said when a pointer rests on the shape. */
export function svgTitle(text: string): string {
  return `<title>${escapeHtml(cut(text, 300))}</title>`;
}

/** About how wide a text is drawn; letters of the system fonts differ too little to matter. */
export function textWidth(text: string, size = 12): number {
  return (
    [...text].reduce(
      (sum, letter) => sum + (/[ilj.,:;'|!()[\]]/.test(letter) ? 0.32 : /[mwMW%@]/.test(letter) || letter > "\u2e80" ? 0.95 : 0.58),
      0,
    ) * size
  );
}
