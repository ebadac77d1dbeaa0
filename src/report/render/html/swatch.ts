import { COLOURS, dashOf } from "./dashes.js";

/** Of the stroke, as page.css has it. */
const WIDTH = 3;

/** A short piece of an alternative's line, in its colour and dash. */
export function swatch(place: number | undefined): string {
  if (place === undefined) return "";
  const dash = dashOf(place, WIDTH * 0.7)
    .map((length) => Math.round(length * 10) / 10)
    .join(" ");
  // Size and stroke are in page.css: a report holds hundreds of these.
  return `<svg class="swatch alt-${place % COLOURS}" aria-hidden="true"><path d="M1 4H25"${dash === "" ? "" : ` stroke-dasharray="${dash}"`}/></svg>`;
}
