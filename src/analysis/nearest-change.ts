/**
 * The first whole number after `start` on the way to `end` at which something has changed; undefined where it never has.
 * Exhaustive: a stretch is passed only when it is known to be unchanged as a whole, any other is halved, down to single numbers.
 * @param unchanged whether nothing changes anywhere from `from` to `to`, both included, `from` the lesser; false where that is not known
 * @param changed decides a single number
 */
export function nearestChange(
  start: number,
  end: number,
  unchanged: (from: number, to: number) => boolean,
  changed: (at: number) => boolean,
): number | undefined {
  const away = Math.sign(end - start);
  if (away === 0) return undefined;
  const open: (readonly [near: number, far: number])[] = [[start + away, end]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [near, far] = next;
    if (unchanged(Math.min(near, far), Math.max(near, far))) continue;
    if (near === far) {
      if (changed(near)) return near;
      continue;
    }
    const middle = Math.trunc((near + far) / 2);
    const [before, after] = (middle - far) * away < 0 ? [middle, middle + away] : [middle - away, middle];
    open.push([after, far], [near, before]);
  }
  return undefined;
}
