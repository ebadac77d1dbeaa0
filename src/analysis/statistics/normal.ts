import { exp } from "./exponential.js";
import { log } from "./logarithm.js";

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return INVERSE_ROOT_2_PI * exp(-0.5 * z * z);
}

/**
 * The part of the standard normal distribution below z, relative error about 1e-15 down to the far lower tail.
 * Rational approximations of Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969).
 *
 * @example normalCdf(1) // 0.8413447460685429
 */
export function normalCdf(z: number): number {
  const size = Math.abs(z);
  if (size <= 0.67448975) {
    const square = z * z;
    return 0.5 + z * ratio(MIDDLE, square);
  }
  const tail = size > 38.6 ? 0 : expOfHalfSquare(size) * (size <= ROOT_32 ? ratio(FLANK, size) : farRatio(size));
  return z < 0 ? tail : 1 - tail;
}

/**
 * The z that the part p of the standard normal distribution stays below: AS 241, PPND16 (Wichura 1988), relative error about 1e-16.
 * -Infinity at 0, Infinity at 1.
 *
 * @example normalQuantile(0.975) // 1.9599639845400536
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(CENTRE, 0.180625 - q * q);
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  if (r === Number.POSITIVE_INFINITY) return q < 0 ? Number.NEGATIVE_INFINITY : r;
  const z = r <= 5 ? ratio(TAIL, r - 1.6) : ratio(FAR_TAIL, r - 5);
  return q < 0 ? -z : z;
}

/** exp(-z²/2) with z² in two parts, so that rounding it does not grow with z. */
function expOfHalfSquare(z: number): number {
  const coarse = Math.floor(z * 16) / 16;
  return exp(-0.5 * coarse * coarse) * exp(-0.5 * (z - coarse) * (z + coarse));
}

function farRatio(z: number): number {
  const inverse = 1 / (z * z);
  return (INVERSE_ROOT_2_PI - inverse * ratio(FAR_FLANK, inverse)) / z;
}

type Ratio = { readonly over: Float64Array; readonly under: Float64Array };

/** Quotient of two polynomials, coefficients from the highest power down. */
function ratio({ over, under }: Ratio, x: number): number {
  let top = 0;
  let bottom = 0;
  for (let index = 0; index < over.length; index++) top = top * x + (over[index] as number);
  for (let index = 0; index < under.length; index++) bottom = bottom * x + (under[index] as number);
  return top / bottom;
}
const quotient = (over: readonly number[], under: readonly number[]): Ratio => ({
  over: Float64Array.from(over),
  under: Float64Array.from(under),
});

const INVERSE_ROOT_2_PI = 0.3989422804014327;
const ROOT_32 = 5.656854249492381;

// Cody's coefficients for |z| up to 0.674, up to the root of 32, and beyond.
const MIDDLE = quotient(
  [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356],
  [1, 47.20258190468824, 976.0985517377767, 10260.932208618979, 45507.78933502673],
);
const FLANK = quotient(
  [
    1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726,
    6848.190450536283, 11602.65143764735, 9842.714838383978,
  ],
  [
    1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097, 34900.95272114598,
    38912.00328609327, 19685.429676859992,
  ],
);
const FAR_FLANK = quotient(
  [0.02307344176494017, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.001421619193227893, 0.000029112874951168793],
  [1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 0.00007297515550839662],
);

// Wichura's coefficients for |p - 1/2| up to 0.425, and for the root of -ln of the tail up to 5 and beyond.
const CENTRE = quotient(
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513, 133.14166789178438,
    3.3871328727963665,
  ],
  [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579, 42.31333070160091,
    1,
  ],
);
const TAIL = quotient(
  [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045, 5.769497221460691,
    4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851, 1.6763848301838038,
    2.053191626637759, 1,
  ],
);
const FAR_TAIL = quotient(
  [
    2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487, 1.7848265399172913,
    5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133, 0.014875361290850615, 0.1369298809227358,
    0.599832206555888, 1,
  ],
);
