export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const OFFSET = 9;
const ROWS = 4;

/** The nearest place for a label around its dot that touches nothing taken: below, beside, above, then further down. */
export function freePlace(dot: { readonly left: number; readonly top: number }, width: number, height: number, area: Box, taken: readonly Box[]): Box | undefined {
  const lefts = [dot.left - width / 2, dot.left + OFFSET, dot.left - OFFSET - width];
  const below = Array.from({ length: ROWS }, (_, row) => dot.top + OFFSET + row * height);
  const tops = [below[0] ?? dot.top, dot.top - height / 2, dot.top - OFFSET - height, ...below.slice(1), dot.top - OFFSET - 2 * height];
  for (const top of tops) {
    for (const wished of lefts) {
      const left = Math.min(Math.max(wished, area.left + 1), area.right - width - 1);
      const box = { left, right: left + width, top, bottom: top + height };
      if (box.top >= area.top && box.bottom <= area.bottom - 1 && !taken.some((other) => overlaps(box, other))) return box;
    }
  }
  return undefined;
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
