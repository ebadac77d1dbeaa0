export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
type Spot = { readonly left: number; readonly top: number };
export type Segment = { readonly from: Spot; readonly to: Spot };

const OFFSET = 8;
const ROWS = 4;
/** A label moves this many pixels further off rather than cover one more line. */
const PIXELS_PER_LINE = 22;

/**
 * The best place for a label around its dot: it touches nothing taken, lies near and covers few lines; of equal places
 * the first of below, beside, above, further off. None if everything near is taken.
 */
export function freePlace(
  dot: Spot,
  width: number,
  height: number,
  area: Box,
  taken: readonly Box[],
  lines: readonly Segment[],
): Box | undefined {
  const lefts = [dot.left - width / 2, dot.left + OFFSET, dot.left - OFFSET - width];
  const below = Array.from({ length: ROWS }, (_, row) => dot.top + OFFSET + row * height);
  const above = Array.from({ length: ROWS }, (_, row) => dot.top - OFFSET - (row + 1) * height);
  const tops = [below[0], dot.top - height / 2, above[0], ...below.slice(1), ...above.slice(1)].filter((top) => top !== undefined);
  let best: { readonly box: Box; readonly effort: number } | undefined;
  for (const top of tops) {
    for (const wished of lefts) {
      const left = Math.min(Math.max(wished, area.left + 1), area.right - width - 1);
      const box = { left, right: left + width, top, bottom: top + height };
      if (box.top < area.top || box.bottom > area.bottom - 1 || distance(dot, box) === 0 || taken.some((other) => overlaps(box, other)))
        continue;
      const effort = lines.filter((line) => crosses(line, box)).length * PIXELS_PER_LINE + distance(dot, box);
      if (!best || effort < best.effort - 1) best = { box, effort };
    }
  }
  return best?.box;
}

/** From the dot to the nearest point of the box. */
export function distance(dot: Spot, box: Box): number {
  return Math.hypot(Math.max(box.left - dot.left, 0, dot.left - box.right), Math.max(box.top - dot.top, 0, dot.top - box.bottom));
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether a line enters a box: the parts of the line inside its four sides have something in common (Liang and Barsky). */
function crosses({ from, to }: Segment, box: Box): boolean {
  const across = to.left - from.left;
  const down = to.top - from.top;
  let first = 0;
  let last = 1;
  for (const [step, room] of [
    [-across, from.left - box.left],
    [across, box.right - from.left],
    [-down, from.top - box.top],
    [down, box.bottom - from.top],
  ] as const) {
    if (step === 0 && room < 0) return false;
    if (step < 0) first = Math.max(first, room / step);
    if (step > 0) last = Math.min(last, room / step);
  }
  return first <= last;
}
