import { log1p } from "./logarithm.js";

/** From here on the series below leaves out less than 1e-17. */
const LARGE = 12;
/** B(2k) / (2k (2k - 1)) for k = 8, 7, … 1, with Bernoulli's numbers. */
const STIRLING = Float64Array.of(-3617 / 122400, 1 / 156, -691 / 360360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12);

/**
 * Binet's function: what Stirling's formula leaves out, J(z) = ln Γ(z) - (z - 1/2) ln z + z - ln(2π) / 2, for z above 0.
 * Absolute error about 1e-15, also where ln Γ itself is so large that its last places would be lost.
 */
export function binet(z: number): number {
  let [shifted, sum] = [z, 0];
  // J(z) - J(z + 1) = (z + 1/2) ln(1 + 1/z) - 1
  for (; shifted < LARGE; shifted++) sum += (shifted + 0.5) * log1p(1 / shifted) - 1;
  const inverse = 1 / (shifted * shifted);
  let series = 0;
  for (let index = 0; index < 8; index++) series = series * inverse + (STIRLING[index] as number);
  return sum + series / shifted;
}
