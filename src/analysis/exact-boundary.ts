/**
 * The whole number at which a property that holds at `other` and not at `same` begins to hold: it holds at the result
 * and not one step nearer to `same`, both asked. Begins at `guess` and gallops away from it, so that a good guess costs two questions;
 * where the property changes more than once in between, it is one of the changes.
 */
export function exactBoundary(same: number, other: number, guess: number, holds: (at: number) => boolean): number {
  const towards = Math.sign(other - same);
  let [without, having] = [same, other];
  const between = (at: number): boolean => (at - without) * towards > 0 && (having - at) * towards > 0;
  // A guess that is `other` itself is known to hold: whether it is the boundary the step before tells.
  let at = between(guess) ? guess : other - towards;
  for (let reach = 1; between(at); reach *= 2) {
    if (holds(at)) {
      having = at;
      at -= towards * reach;
    } else {
      without = at;
      at += towards * reach;
    }
  }
  while (Math.abs(having - without) > 1) {
    const middle = Math.trunc((without + having) / 2);
    if (holds(middle)) having = middle;
    else without = middle;
  }
  return having;
}
