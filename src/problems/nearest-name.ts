/** Edits (insert, delete, replace, swap of neighbours) between two short words. */
function distance(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(i - 1, j - 1) + cost);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) least = Math.min(least, at(i - 2, j - 2) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return at(left.length, right.length);
}

/** The known name that the reader most likely meant, if one is near enough to offer. */
export function nearestName(found: string, known: Iterable<string>): string | undefined {
  if (found.length > 80) return undefined;
  const lower = found.toLowerCase();
  let best: { name: string; edits: number } | undefined;
  for (const name of known) {
    const edits = distance(lower, name.toLowerCase());
    if (best === undefined || edits < best.edits) best = { name, edits };
  }
  if (best === undefined) return undefined;
  return best.edits <= Math.max(2, Math.floor(Math.max(found.length, best.name.length) / 3)) ? best.name : undefined;
}

/** Hint text for an unknown name: the nearest one, or the list when it is short. */
export function nameHint(found: string, known: readonly string[]): { hint: string } | Record<never, never> {
  const near = nearestName(found, known);
  if (near !== undefined) return { hint: `did you mean ${JSON.stringify(near)}?` };
  return known.length > 0 && known.length <= 20 ? { hint: `known: ${known.join(", ")}` } : {};
}
