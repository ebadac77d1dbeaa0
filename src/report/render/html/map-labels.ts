import type { CellBlock, MapGrid } from "./map-grid.js";

/** A label's room in pixels, and the plot's. */
export type Size = { readonly width: number; readonly height: number };

/** The middle of a label, in shares of the plot; `fit` 1 or more where all of it lies on its region. */
export type LabelPlace = { readonly x: number; readonly y: number; readonly fit: number };

/** A label this much larger than its room would still be clear of the border: more does not make a place better. */
const ENOUGH = 2.2;

type Rect = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** The best place for a label on the cells that are in: where it lies furthest inside, then nearest to their middle. */
export function labelPlace(
  grid: MapGrid,
  isIn: (row: number, column: number) => boolean,
  label: Size,
  plot: Size,
  taken: readonly Rect[],
): LabelPlace | undefined {
  const { across, down } = grid;
  const sums = prefixSums(grid, isIn);
  const centres = grid.cells.flatMap((cells, row) =>
    cells.flatMap((_, column) => (isIn(row, column) ? [{ x: middle(across, column), y: middle(down, row) }] : [])),
  );
  if (centres.length === 0) return undefined;
  const mean = { x: average(centres.map(({ x }) => x)), y: average(centres.map(({ y }) => y)) };
  const [half, tall] = [label.width / plot.width / 2, label.height / plot.height / 2];
  let best: (LabelPlace & { readonly off: number }) | undefined;
  for (const { x, y } of centres) {
    const fit = largest((size) => {
      const rect = { left: x - half * size, right: x + half * size, top: y - tall * size, bottom: y + tall * size };
      return (
        rect.left >= 0 &&
        rect.right <= 1 &&
        rect.top >= 0 &&
        rect.bottom <= 1 &&
        !taken.some((other) => overlaps(rect, other)) &&
        isFull(sums, cellsUnder(grid, rect))
      );
    });
    const off = Math.hypot(x - mean.x, y - mean.y);
    if (!best || fit > best.fit + 1e-6 || (fit > best.fit - 1e-6 && off < best.off)) best = { x, y, fit, off };
  }
  return best && { x: best.x, y: best.y, fit: best.fit };
}

/** The largest size up to ENOUGH that holds, found by halving. */
function largest(holds: (size: number) => boolean): number {
  if (holds(ENOUGH)) return ENOUGH;
  let [low, high] = [0, ENOUGH];
  for (let step = 0; step < 8; step += 1) {
    const size = (low + high) / 2;
    if (holds(size)) low = size;
    else high = size;
  }
  return low;
}

function cellsUnder({ across, down }: MapGrid, rect: Rect): CellBlock {
  return {
    left: cellAt(across, rect.left),
    right: cellAt(across, rect.right),
    top: cellAt(down, rect.top),
    bottom: cellAt(down, rect.bottom),
  };
}

function cellAt(edges: readonly number[], share: number): number {
  const after = edges.findIndex((edge, index) => index > 0 && edge > share);
  return after < 0 ? edges.length - 2 : after - 1;
}

/** How many cells are in, above and to the left of each corner. */
function prefixSums(grid: MapGrid, isIn: (row: number, column: number) => boolean): readonly (readonly number[])[] {
  const sums: number[][] = [Array.from({ length: grid.across.length }, () => 0)];
  grid.cells.forEach((cells, row) => {
    const line = [0];
    let inRow = 0;
    cells.forEach((_, column) => {
      inRow += isIn(row, column) ? 1 : 0;
      line.push(inRow + (sums[row]?.[column + 1] ?? 0));
    });
    sums.push(line);
  });
  return sums;
}

function isFull(sums: readonly (readonly number[])[], { left, right, top, bottom }: CellBlock): boolean {
  const at = (row: number, column: number): number => sums[row]?.[column] ?? 0;
  return at(bottom + 1, right + 1) - at(top, right + 1) - at(bottom + 1, left) + at(top, left) === (right - left + 1) * (bottom - top + 1);
}

const middle = (edges: readonly number[], index: number): number => ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2;
const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const overlaps = (a: Rect, b: Rect): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
