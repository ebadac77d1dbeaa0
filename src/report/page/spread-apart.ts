export type Slot = { readonly at: number; readonly height: number };

/**
 * Centres for labels that wish to stand at `at` but must not overlap: each stays as near as it can, in the order wished,
 * between `top` and `bottom`. Labels that together are too high for the room are spaced evenly.
 */
export function spreadApart(slots: readonly Slot[], top: number, bottom: number): readonly number[] {
  const order = slots.map((_, index) => index).sort((a, b) => (slots[a]?.at ?? 0) - (slots[b]?.at ?? 0) || a - b);
  const heights = order.map((index) => slots[index]?.height ?? 0);
  const total = heights.reduce((sum, height) => sum + height, 0);
  const squeeze = total > bottom - top && total > 0 ? (bottom - top) / total : 1;
  const centres: number[] = [];
  let edge = top;
  order.forEach((index, position) => {
    const half = ((heights[position] ?? 0) * squeeze) / 2;
    const centre = Math.max(slots[index]?.at ?? 0, edge + half);
    centres.push(centre);
    edge = centre + half;
  });
  // Pushed down as far as needed; now a group that was pushed moves up by half of the push, and all stay above the bottom.
  relax(
    order.map((index) => slots[index]?.at ?? 0),
    heights.map((height) => height * squeeze),
    centres,
    top,
  );
  let floor = bottom;
  for (let position = centres.length - 1; position >= 0; position -= 1) {
    const half = ((heights[position] ?? 0) * squeeze) / 2;
    centres[position] = Math.min(centres[position] ?? 0, floor - half);
    floor = (centres[position] ?? 0) - half;
  }
  const placed: number[] = slots.map(() => 0);
  order.forEach((index, position) => {
    placed[index] = centres[position] ?? 0;
  });
  return placed;
}

/** Centres each touching group on the mean of what its members wished, as far as its neighbours above allow. */
function relax(wished: readonly number[], heights: readonly number[], centres: number[], top: number): void {
  let start = 0;
  for (let end = 1; end <= centres.length; end += 1) {
    const touches = end < centres.length && gap(heights, centres, end) < 0.01;
    if (touches) continue;
    const size = end - start;
    let push = 0;
    for (let index = start; index < end; index += 1) push += (centres[index] ?? 0) - (wished[index] ?? 0);
    const above = start === 0 ? (centres[0] ?? 0) - (heights[0] ?? 0) / 2 - top : gap(heights, centres, start);
    const lift = Math.max(0, Math.min(push / size, above));
    for (let index = start; index < end; index += 1) centres[index] = (centres[index] ?? 0) - lift;
    start = end;
  }
}

/** Free room between a label and the one above it. */
function gap(heights: readonly number[], centres: readonly number[], index: number): number {
  return (centres[index] ?? 0) - (centres[index - 1] ?? 0) - ((heights[index] ?? 0) + (heights[index - 1] ?? 0)) / 2;
}
