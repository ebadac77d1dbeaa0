import type { Distribution } from "../../scenario/distribution.js";
import { type Decimal, sum, whole, ZERO } from "../../units/decimal.js";
import { betaQuantile } from "./beta.js";
import { exp } from "./exponential.js";
import { log } from "./logarithm.js";
import { normalQuantile } from "./normal.js";

/** The value that the part u of a distribution stays below, for u above 0 and below 1. */
export type Quantile = (u: number) => number;

/** Nine in ten draws of a standard normal variable stay below. */
const Z90 = 1.2815515655446004;

/**
 * The quantile function of a distribution, falling nowhere (but for the last place of a double). Values with weights, and
 * empirical values, each of equal weight, make steps: the least value whose share together with all below it reaches u.
 *
 * @example quantileFunction({ kind: "uniform", low: decimal("10"), high: decimal("20") })(0.3) // 13
 */
export function quantileFunction(distribution: Distribution): Quantile {
  switch (distribution.kind) {
    case "triangular":
      return triangular(distribution.low.toNumber(), distribution.mode.toNumber(), distribution.high.toNumber());
    case "uniform":
      return between(distribution.low.toNumber(), distribution.high.toNumber(), (u) => u);
    case "normal": {
      const [mean, sd] = [distribution.mean.toNumber(), distribution.sd.toNumber()];
      return (u) => mean + sd * normalQuantile(u);
    }
    case "lognormal": {
      const { median, sigma } = lognormalShape(distribution.p10, distribution.p90);
      return (u) => median * exp(sigma * normalQuantile(u));
    }
    case "beta":
      return between(
        distribution.low.toNumber(),
        distribution.high.toNumber(),
        betaQuantile(distribution.alpha.toNumber(), distribution.beta.toNumber()),
      );
    case "discrete":
      return weightedSteps(distribution.outcomes);
    case "empirical":
      return steps(
        Float64Array.from(distribution.values, (value) => value.toNumber()).sort(),
        Float64Array.from(distribution.values, (_, index) => (index + 1) / distribution.values.length),
      );
    default:
      return distribution satisfies never;
  }
}

/** The mean of a distribution, in closed form. */
export function meanOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case "triangular":
      return distribution.low.plus(distribution.mode).plus(distribution.high).div(whole(3)).toNumber();
    case "uniform":
      return distribution.low.plus(distribution.high).div(whole(2)).toNumber();
    case "normal":
      return distribution.mean.toNumber();
    case "lognormal": {
      const { median, sigma } = lognormalShape(distribution.p10, distribution.p90);
      return median * exp((sigma * sigma) / 2);
    }
    case "beta": {
      const { alpha, beta, low, high } = distribution;
      return low.plus(high.minus(low).times(alpha).div(alpha.plus(beta))).toNumber();
    }
    case "discrete":
      return sum(distribution.outcomes.map(({ value, weight }) => value.times(weight)))
        .div(sum(distribution.outcomes.map(({ weight }) => weight)))
        .toNumber();
    case "empirical":
      return sum(distribution.values).div(whole(distribution.values.length)).toNumber();
    default:
      return distribution satisfies never;
  }
}

function lognormalShape(p10: Decimal, p90: Decimal): { readonly median: number; readonly sigma: number } {
  return { median: p10.times(p90).sqrt().toNumber(), sigma: log(p90.div(p10).toNumber()) / (2 * Z90) };
}

/** Bounds are kept, whatever rounding does. */
function between(low: number, high: number, part: Quantile): Quantile {
  return (u) => Math.min(high, low + (high - low) * part(u));
}

function triangular(low: number, mode: number, high: number): Quantile {
  const width = high - low;
  const atMode = (mode - low) / width;
  return (u) =>
    u <= atMode
      ? Math.min(mode, low + Math.sqrt(u * width * (mode - low)))
      : Math.max(mode, high - Math.sqrt((1 - u) * width * (high - mode)));
}

function weightedSteps(outcomes: readonly { readonly value: Decimal; readonly weight: Decimal }[]): Quantile {
  const rising = [...outcomes].sort((a, b) => a.value.comparedTo(b.value));
  const all = sum(rising.map(({ weight }) => weight));
  const shares = new Float64Array(rising.length);
  let reached = ZERO;
  rising.forEach(({ weight }, index) => {
    reached = reached.plus(weight);
    shares[index] = reached.div(all).toNumber();
  });
  return steps(
    Float64Array.from(rising, ({ value }) => value.toNumber()),
    shares,
  );
}

/** @param values ascending, each with the share of all draws that it and those before it take; the last is 1 */
function steps(values: Float64Array, shares: Float64Array): Quantile {
  return (u) => {
    let least = 0;
    let most = values.length - 1;
    while (least < most) {
      const middle = (least + most) >> 1;
      if ((shares[middle] as number) >= u) most = middle;
      else least = middle + 1;
    }
    return values[least] as number;
  };
}
