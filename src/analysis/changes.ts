/** One stretch of a whole-numbered range over which a property keeps its value. */
export type Stretch<T> = { readonly from: number; readonly to: number; readonly value: T };

/**
 * Walks whole numbers from `from` to `to` on a logarithmic grid and finds, by bisection between neighbours that differ,
 * the first number of each new value. Changes that undo themselves between two grid points are not seen;
 * the grid has `perDecade` points in each decade.
 */
export function changesOver<T>(from: number, to: number, valueAt: (at: number) => T, same: (left: T, right: T) => boolean, perDecade = 30): readonly Stretch<T>[] {
  const stretches: Stretch<T>[] = [];
  let start = from;
  let value = valueAt(from);
  const enter = (next: number, changed: T): void => {
    stretches.push({ from: start, to: next - 1, value });
    start = next;
    value = changed;
  };
  let before = from;
  for (const at of gridOver(from, to, perDecade)) {
    const here = valueAt(at);
    while (!same(value, here)) {
      const next = firstDifferent(before, at, value, valueAt, same);
      enter(next, valueAt(next));
      before = next;
    }
    before = at;
  }
  stretches.push({ from: start, to, value });
  return stretches;
}

/** The first number in (low, high] whose value differs from `value`, given that low's is the same and high's differs. */
function firstDifferent<T>(low: number, high: number, value: T, valueAt: (at: number) => T, same: (left: T, right: T) => boolean): number {
  let below = low;
  let above = high;
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (same(valueAt(middle), value)) below = middle;
    else above = middle;
  }
  return above;
}

/** Whole numbers after `from` up to and including `to`, evenly spaced on a logarithmic scale. */
export function gridOver(from: number, to: number, perDecade: number): readonly number[] {
  const grid: number[] = [];
  const factor = 10 ** (1 / perDecade);
  let last = from;
  for (let exact = Math.max(from, 1); last < to; exact *= factor) {
    const next = Math.min(to, Math.max(last + 1, Math.round(exact)));
    if (next > last) grid.push(next);
    last = Math.max(last, next);
  }
  return grid;
}
