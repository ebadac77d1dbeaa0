/** What one contestant does, so many units of work at a time. */
export type Contestant = { readonly name: string; readonly units: number; readonly work: () => void };

/**
 * Nanoseconds for a unit of each contestant's work: the best of several rounds in which all take their turn, so that what else the
 * machine does falls on all of them, and on the best round of none.
 */
export function nanoseconds(contestants: readonly Contestant[], rounds = 12): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    for (const { name, units, work } of contestants) {
      const started = performance.now();
      work();
      const spent = ((performance.now() - started) * 1e6) / units;
      best.set(name, Math.min(spent, best.get(name) ?? Number.POSITIVE_INFINITY));
    }
  }
  return best;
}

const CLOSE = 1e-9;

/** @throws Error naming the first value that differs by more than a billionth of it */
export function mustEqual(name: string, expected: readonly Float64Array[], found: readonly Float64Array[], rows: number): void {
  expected.forEach((column, index) => {
    for (let row = 0; row < rows; row++) {
      const [right, other] = [column[row] as number, found[index]?.[row] as number];
      if (right !== other && !(Math.abs(right - other) <= CLOSE * Math.abs(right))) throw new Error(`${name} differs: alternative ${index + 1}, row ${row + 1}: ${other} instead of ${right}`);
    }
  });
}

export function time(ns: number): string {
  const [value, unit] = ns < 1e3 ? [ns, "ns"] : ns < 1e6 ? [ns / 1e3, "µs"] : ns < 1e9 ? [ns / 1e6, "ms"] : [ns / 1e9, "s"];
  return `${value < 9.95 ? value.toFixed(1) : value.toFixed(0)} ${unit}`;
}

/** "2.1 ×": how many times as long the one takes. */
export function times(long: number, short: number): string {
  const ratio = long / short;
  return `${ratio < 0.1 ? ratio.toFixed(3) : ratio < 9.95 ? ratio.toFixed(1) : Math.round(ratio).toLocaleString("en-US")} ×`;
}

/** What a part prints: tables for the reader, as data. */
export type Table = { readonly title: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly note: string };

export function print(tables: readonly Table[]): void {
  process.stdout.write(`${JSON.stringify(tables)}\n`);
}
