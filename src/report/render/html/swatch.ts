import { COLOURS, dashOf } from "./dashes.js";

const WIDTH = 3;

/** A short piece of an alternative's line, in its colour and dash. */
export function swatch(place: number | undefined): string {
  if (place === undefined) return "";
  const dash = dashOf(place, WIDTH * 0.7).map((length) => Math.round(length * 10) / 10).join(" ");
  return `<svg class="swatch alt-${place % COLOURS}" width="26" height="8" viewBox="0 0 26 8" aria-hidden="true"><path d="M1 4H25" stroke="currentColor" stroke-width="${WIDTH}"${dash === "" ? "" : ` stroke-dasharray="${dash}"`}/></svg>`;
}
