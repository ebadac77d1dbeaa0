/** 2^-1074 to 2^1023, each exact. */
const LEAST_POWER = -1074;
const POWERS_OF_TWO = powersOfTwo();
/** ln 2 in two parts: the high one has few enough digits that its products with whole numbers below 2^11 are exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** 1/13!, 1/12!, … 1/2!: |r| <= ln 2 / 2 leaves out less than 1e-17. */
const INVERSE_FACTORIALS = Float64Array.from({ length: 12 }, (_, index) => 1 / factorial(13 - index));

/**
 * e to the power of x, to about 1 unit in the last place, the same bits on every machine: `Math.exp` may differ between
 * JavaScript engines, and the statistics promise the same draws everywhere.
 *
 * x = k ln 2 + r, then the Taylor series of e^r, then the exact 2^k.
 */
export function exp(x: number): number {
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019412) return 0;
  if (Number.isNaN(x)) return x;
  const k = Math.round(x * Math.LOG2E);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let series = 0;
  for (let index = 0; index < 12; index++) series = series * r + (INVERSE_FACTORIALS[index] as number);
  const result = 1 + (r + r * r * series);
  // Half the power at a time: 2^1024 is no double, and a result below 2^-1022 is rounded once, at the end.
  if (k > 1023) return result * (POWERS_OF_TWO[k - 1 - LEAST_POWER] as number) * 2;
  if (k < -1022) return result * (POWERS_OF_TWO[k + 60 - LEAST_POWER] as number) * (POWERS_OF_TWO[-60 - LEAST_POWER] as number);
  return result * (POWERS_OF_TWO[k - LEAST_POWER] as number);
}

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(1023 - LEAST_POWER + 1);
  for (let power = 0, value = 1; power <= 1023; power++, value *= 2) powers[power - LEAST_POWER] = value;
  for (let power = -1, value = 0.5; power >= LEAST_POWER; power--, value /= 2) powers[power - LEAST_POWER] = value;
  return powers;
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
