/** How many alternatives have a colour of their own; page.css holds the colours as --alt-0 to --alt-7. */
export const COLOURS = 8;

/** Dash patterns in multiples of the line's width, as different from each other as dashes get. */
const DASHES: readonly (readonly number[])[] = [
  [],
  [5, 2.2],
  [1.2, 1.8],
  [7, 2, 1.2, 2],
  [10, 3],
  [3, 1.6],
  [6, 1.8, 1.2, 1.8, 1.2, 1.8],
  [9, 2, 4, 2],
];

/** The dash of the alternative at this place; a place beyond the colours takes the same colour with another dash. */
export function dashOf(place: number, width: number): number[] {
  const turn = Math.floor(place / COLOURS);
  return (DASHES[(place + turn * 3) % DASHES.length] ?? []).map((length) => length * width);
}
