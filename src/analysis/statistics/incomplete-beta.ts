import { binet } from "./binet.js";
import { exp } from "./exponential.js";
import { log, log1p } from "./logarithm.js";

/** A beta distribution on 0 to 1 with shapes `alpha` and `beta`, both above 0. */
export type BetaShape = {
  readonly alpha: number;
  readonly beta: number;
  /** alpha / (alpha + beta), and what is left of 1 */
  readonly mean: number;
  readonly rest: number;
  readonly logMean: number;
  readonly logRest: number;
  /** ln of x^alpha (1 - x)^beta / B(alpha, beta) at the mean */
  readonly peak: number;
};

const LN_2_PI = 1.8378770664093453;

export function betaShape(alpha: number, beta: number): BetaShape {
  const both = alpha + beta;
  const [mean, rest] = [alpha / both, beta / both];
  // Stirling's leading terms are taken out by hand: they are large and cancel.
  const peak = 0.5 * (log(alpha) + log(rest) - LN_2_PI) + binet(both) - binet(alpha) - binet(beta);
  return { alpha, beta, mean, rest, logMean: log(mean), logRest: log(rest), peak };
}

/** The distribution of 1 - x. */
export function mirroredShape({ alpha, beta, mean, rest, logMean, logRest, peak }: BetaShape): BetaShape {
  return { alpha: beta, beta: alpha, mean: rest, rest: mean, logMean: logRest, logRest: logMean, peak };
}

/** x^alpha (1 - x)^beta / B(alpha, beta), given x, ln x (x may be below the least double) and y = 1 - x. */
export function betaKernel(shape: BetaShape, x: number, logX: number, y: number): number {
  const left = (x - shape.mean) / shape.mean;
  const right = (shape.mean - x) / shape.rest;
  const logLeft = Math.abs(left) < 0.5 ? log1p(left) : logX - shape.logMean;
  const logRight = Math.abs(right) < 0.5 ? log1p(right) : log(y) - shape.logRest;
  return exp(shape.alpha * logLeft + shape.beta * logRight + shape.peak);
}

/** The part of the distribution below x, the regularised incomplete beta function, given the kernel there. */
export function betaBelow({ alpha, beta }: BetaShape, x: number, y: number, kernel: number): number {
  return x <= (alpha + 1) / (alpha + beta + 2)
    ? (kernel / alpha) * fraction(alpha, beta, x)
    : 1 - (kernel / beta) * fraction(beta, alpha, y);
}

/** Continued fraction of the incomplete beta function by Lentz' method; quick up to x = (alpha + 1) / (alpha + beta + 2). */
function fraction(alpha: number, beta: number, x: number): number {
  const both = alpha + beta;
  // It takes some multiple of the root of the shapes.
  const most = 300 + 10 * Math.sqrt(both);
  let c = 1;
  let d = 1 / awayFromZero(1 - (both * x) / (alpha + 1));
  let result = d;
  for (let m = 1; m <= most; m++) {
    const even = (m * (beta - m) * x) / ((alpha + 2 * m - 1) * (alpha + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    result *= d * c;
    const odd = (-(alpha + m) * (both + m) * x) / ((alpha + 2 * m) * (alpha + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < 3e-16) break;
  }
  return result;
}
const awayFromZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);
