import { exp } from "./exponential.js";
import { type BetaShape, betaBelow, betaKernel, betaShape, mirroredShape } from "./incomplete-beta.js";
import { log } from "./logarithm.js";

/**
 * The distribution function of a beta distribution on 0 to 1, shapes above 0.
 *
 * @example betaCdf(2, 5)(0.5) // 0.890625
 */
export function betaCdf(alpha: number, beta: number): (x: number) => number {
  const shape = betaShape(alpha, beta);
  return (x) => (x <= 0 ? 0 : x >= 1 ? 1 : betaBelow(shape, x, 1 - x, betaKernel(shape, x, log(x), 1 - x)));
}

/**
 * The quantile function of a beta distribution on 0 to 1, shapes above 0, for u from 0 to 1. Relative error about 1e-13.
 *
 * @example betaQuantile(2, 5)(0.5) // 0.26444998329566005
 */
export function betaQuantile(alpha: number, beta: number): (u: number) => number {
  const shape = betaShape(alpha, beta);
  const atMean = betaBelow(shape, shape.mean, shape.rest, betaKernel(shape, shape.mean, shape.logMean, shape.rest));
  const [lower, upper] = [lowerPart(shape, atMean), lowerPart(mirroredShape(shape), 1 - atMean)];
  return (u) => (u <= 0 ? 0 : u >= 1 ? 1 : u <= atMean ? exp(lower(log(u))) : 1 - exp(upper(log(1 - u))));
}

/** Cells of the guide, steps in ln u: below e^-12 draws are too rare to need one. */
const WIDTH = 1 / 16;
const CELLS = 12 / WIDTH;

/** ln x over ln u for values up to the mean. The first guess comes from a cubic through values found once, so that one step mostly does. */
function lowerPart(shape: BetaShape, atMean: number): (logU: number) => number {
  const top = log(atMean);
  const [values, slopes] = [new Float64Array(CELLS + 1), new Float64Array(CELLS + 1)];
  // F(x) ~ x^alpha / (alpha B) near 0.
  const logFactor = shape.peak - shape.alpha * shape.logMean - shape.beta * shape.logRest - log(shape.alpha);
  const cold = (logU: number): number => solve(shape, logU, Math.min(shape.logMean, (logU - logFactor) / shape.alpha));
  for (let index = 0; index <= CELLS; index++) {
    const at = index === 0 ? shape.logMean : cold(top - index * WIDTH);
    values[index] = at;
    slopes[index] = slopeAt(shape, at) * WIDTH;
  }
  return (logU) => {
    const place = Math.max(0, (top - logU) / WIDTH);
    const cell = Math.floor(place);
    if (cell >= CELLS) return cold(logU);
    const part = place - cell;
    const from = values[cell] as number;
    const rise = (values[cell + 1] as number) - from;
    // Hermite's cubic; slopes are along ln u, which falls from cell to cell.
    const guess =
      from +
      part * rise +
      part * (1 - part) * (part * ((slopes[cell + 1] as number) + rise) - (1 - part) * ((slopes[cell] as number) + rise));
    return solve(shape, logU, Math.min(shape.logMean, guess));
  };
}

/** How fast ln x moves with ln F. */
function slopeAt(shape: BetaShape, at: number): number {
  const x = exp(at);
  const kernel = betaKernel(shape, x, at, 1 - x);
  return (betaBelow(shape, x, 1 - x, kernel) * (1 - x)) / kernel;
}

/** Halley's method on ln F over ln x, where F is nearly a power of x, within bounds that close in. */
function solve(shape: BetaShape, logU: number, first: number): number {
  let low = Number.NEGATIVE_INFINITY;
  let high = shape.logMean;
  let at = first;
  for (let step = 0; step < 200; step++) {
    const x = exp(at);
    const y = 1 - x;
    const kernel = betaKernel(shape, x, at, y);
    const part = betaBelow(shape, x, y, kernel);
    const slope = kernel / (part * y);
    const newton = (log(part) - logU) / slope;
    const bend = newton * (shape.alpha - ((shape.beta - 1) * x) / y - slope);
    const next = at - (Math.abs(bend) < 0.5 ? newton / (1 - bend / 2) : newton);
    // A step cubes the error: after one so small nothing is left to gain.
    if (Math.abs(newton) <= 1e-5 && Math.abs(bend) <= 1e-5) return next;
    if (newton > 0) high = at;
    else low = at;
    at = next > low && next < high ? next : low === Number.NEGATIVE_INFINITY ? 2 * at - 1 : (low + high) / 2;
  }
  return at;
}
