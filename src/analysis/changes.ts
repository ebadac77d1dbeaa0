/**
 * Walks whole numbers from `from` to `to` on a logarithmic grid with `perDecade` points in each decade and finds, by
 * bisection between the first neighbours that differ, the first number of another value. What undoes itself between two grid points is not seen.
 */
export function firstChange<T>(
  from: number,
  to: number,
  valueAt: (at: number) => T,
  same: (left: T, right: T) => boolean,
  perDecade = 30,
): number | undefined {
  const value = valueAt(from);
  let before = from;
  for (const at of gridOver(from, to, perDecade)) {
    if (!same(value, valueAt(at))) return firstDifferent(before, at, value, valueAt, same);
    before = at;
  }
  return undefined;
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
