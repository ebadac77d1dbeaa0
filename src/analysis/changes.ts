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

/**
 * The change nearest to `at`, walking away from it towards `end` on a logarithmic grid.
 * @returns the number on the far side of the change and its value, or undefined when nothing changes
 */
export function nearestChange<T>(at: number, end: number, valueAt: (at: number) => T, same: (left: T, right: T) => boolean, perDecade: number): { readonly at: number; readonly value: T } | undefined {
  const here = valueAt(at);
  const grid = end > at ? gridOver(at, end, perDecade) : [end, ...gridOver(end, at, perDecade)].filter((count) => count < at).reverse();
  let near = at;
  for (const far of grid) {
    if (!same(valueAt(far), here)) {
      const next = end > at ? firstDifferent(near, far, here, valueAt, same) : lastDifferent(near, far, here, valueAt, same);
      return { at: next, value: valueAt(next) };
    }
    near = far;
  }
  return undefined;
}

/** The last number in [low, high) whose value differs from `value`, given that low's differs and high's is the same. */
function lastDifferent<T>(high: number, low: number, value: T, valueAt: (at: number) => T, same: (left: T, right: T) => boolean): number {
  let below = low;
  let above = high;
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (same(valueAt(middle), value)) above = middle;
    else below = middle;
  }
  return below;
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
