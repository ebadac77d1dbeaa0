import { COLOURS } from "./dashes.js";

/** Lines of a square tile, so that regions are told apart without colour; each differs in direction or density from its neighbours in the list. */
const TILES: readonly { readonly size: number; readonly path: string }[] = [
  { size: 10, path: "M-2 2L2 -2M0 10L10 0M8 12L12 8" },
  { size: 10, path: "M-2 8L2 12M0 0L10 10M8 -2L12 2" },
  { size: 8, path: "M3.4 4h1.2" },
  { size: 7, path: "M0 3.5H7" },
  { size: 7, path: "M3.5 0V7" },
  { size: 12, path: "M-2 2L2 -2M0 12L12 0M10 14L14 10M-2 10L2 14M0 0L12 12M10 -2L14 2" },
  { size: 10, path: "M0 5H10M5 0V10" },
  { size: 12, path: "M2 6l4 -4l4 4" },
];

/** The pattern of the alternative at this place; a place beyond the colours takes the same colour with another hatching. */
export function hatching(place: number, id: string): string {
  const { size, path } = TILES[(place + Math.floor(place / COLOURS) * 3) % TILES.length] ?? { size: 8, path: "" };
  return `<pattern id="${id}" class="alt-${place % COLOURS}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><path class="hatch" d="${path}"/></pattern>`;
}
