const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** 2/23, 2/21, … 2/3: the series of ln((1 + s) / (1 - s)) after its first term; |s| <= 0.172 leaves out less than 1e-18. */
const SERIES = Float64Array.from({ length: 11 }, (_, index) => 2 / (23 - 2 * index));
const LEAST_NORMAL = 2.2250738585072014e-308;
const TWO_TO_54 = 18014398509481984;
const bits = new DataView(new ArrayBuffer(8));

/**
 * Natural logarithm to about 1 unit in the last place, the same bits on every machine (see `exp`). -Infinity at 0, NaN below.
 *
 * x = 2^k m with m between the roots of 1/2 and 2; with f = m - 1 and s = f / (2 + f), ln m = f - (f²/2 - s (f²/2 + 2s²/3 + 2s⁴/5 + …)).
 */
export function log(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  const tiny = x < LEAST_NORMAL;
  bits.setFloat64(0, tiny ? x * TWO_TO_54 : x);
  const high = bits.getUint32(0);
  // 0x95f62 is what takes the upper bits of the root of 1/2 to the next power of two.
  const carry = ((high & 0xfffff) + 0x95f62) & 0x100000;
  const k = (high >>> 20) - 1023 + (carry >>> 20) - (tiny ? 54 : 0);
  bits.setUint32(0, (high & 0xfffff) | (carry ^ 0x3ff00000));
  const f = bits.getFloat64(0) - 1;
  const s = f / (2 + f);
  const square = s * s;
  let rest = 0;
  for (let index = 0; index < 11; index++) rest = (rest + (SERIES[index] as number)) * square;
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + rest) + k * LN2_LOW) - f);
}

/** ln(1 + x), exact to the last places for small x too. */
export function log1p(x: number): number {
  const sum = 1 + x;
  // What rounding did to 1 + x it did to the quotient as well (Kahan).
  return sum === 1 ? x : (log(sum) * x) / (sum - 1);
}
