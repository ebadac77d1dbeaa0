/** What a dollar axis shows: from its foot to its head, with a tick at each decade (more where the decades are few). */
export type LogRange = {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  readonly foot: "zero" | "below" | "value";
};

const SMALLEST_FOOT = 1;
const decadeBelow = (value: number): number => 10 ** Math.floor(Math.log10(value) + 1e-9);

/**
 * The foot is the decade of the smallest positive amount, but not below $1 as long as something costs more than $10:
 * fractions of a dollar a month decide nothing and would squeeze the rest. What costs less stands on the foot, and
 * where something costs nothing the foot lies a decade below everything that costs something.
 */
export function logRange(values: readonly number[]): LogRange {
  const positive = values.filter((value) => value > 0);
  const most = positive.length > 0 ? Math.max(...positive) : 10;
  const least = positive.length > 0 ? Math.min(...positive) : 1;
  const lowest = most > 10 ? SMALLEST_FOOT : decadeBelow(most) / 1_000;
  const zero = values.some((value) => value <= 0);
  const decade = Math.max(decadeBelow(least), lowest);
  const min = zero && least >= decade && decade > lowest ? decade / 10 : decade;
  const foot = least < min ? "below" : zero ? "zero" : "value";
  const max = roundUp(Math.max(most, min * 10));
  return { min, max, ticks: decades(min, max), foot };
}

/** The decades within a range, with 2 and 5 times each where there are fewer than three. */
export function decades(min: number, max: number): readonly number[] {
  const powers: number[] = [];
  for (let exponent = Math.floor(Math.log10(min) + 1e-9); 10 ** exponent <= max * (1 + 1e-9); exponent += 1) powers.push(exponent);
  const steps = powers.length <= 3 ? [1, 2, 5] : [1];
  return powers
    .flatMap((exponent) => steps.map((step) => Number(`${step}e${exponent}`)))
    .filter((tick) => tick >= min * (1 - 1e-9) && tick <= max * (1 + 1e-9));
}

function roundUp(value: number): number {
  const decade = decadeBelow(value);
  return [1, 1.5, 2, 3, 5, 7, 10].map((step) => step * decade).find((head) => head >= value * 1.02) ?? decade * 20;
}
