import type { Distribution } from "../scenario/distribution.js";
import { type Decimal, plain, sum } from "../units/decimal.js";
import { formatNumber } from "../units/format.js";
import type { Json } from "./result-json.js";

const MOST_OUTCOMES = 4;

/** "70 to 800, likeliest 160 (triangular)" */
export function distributionText(one: Distribution): string {
  switch (one.kind) {
    case "triangular":
      return `${span(one.low, one.high)}, likeliest ${formatNumber(one.mode)} (triangular)`;
    case "uniform":
      return `${span(one.low, one.high)}, all alike (uniform)`;
    case "normal":
      return `about ${formatNumber(one.mean)}, standard deviation ${formatNumber(one.sd)} (normal)`;
    case "lognormal":
      return `${span(one.p10, one.p90)} in eight of ten (lognormal)`;
    case "beta":
      return `${span(one.low, one.high)} (beta ${formatNumber(one.alpha)}, ${formatNumber(one.beta)})`;
    case "discrete":
      return one.outcomes.length > MOST_OUTCOMES ? `one of ${one.outcomes.length} values` : oddsText(one.outcomes);
    case "empirical":
      return `${one.values.length} observed values`;
    default:
      return one satisfies never;
  }
}

const span = (low: Decimal, high: Decimal): string => `${formatNumber(low)} to ${formatNumber(high)}`;

/** "0 (90 %) or 40,000 (10 %)" */
function oddsText(outcomes: Extract<Distribution, { kind: "discrete" }>["outcomes"]): string {
  const all = sum(outcomes.map((outcome) => outcome.weight));
  return outcomes.map(({ value, weight }) => `${formatNumber(value)} (${formatNumber(weight.div(all).times(100), 1)} %)`).join(" or ");
}

/** As a scenario states it; long lists of observed values by their number. */
export function distributionJson(one: Distribution): Json {
  switch (one.kind) {
    case "triangular":
      return { triangular: [one.low, one.mode, one.high].map(plain) };
    case "uniform":
      return { uniform: [one.low, one.high].map(plain) };
    case "normal":
      return { normal: { mean: plain(one.mean), sd: plain(one.sd) } };
    case "lognormal":
      return { lognormal: { p10: plain(one.p10), p90: plain(one.p90) } };
    case "beta":
      return { beta: { alpha: plain(one.alpha), beta: plain(one.beta), low: plain(one.low), high: plain(one.high) } };
    case "discrete":
      return { discrete: Object.fromEntries(one.outcomes.map(({ value, weight }) => [plain(value), plain(weight)])) };
    case "empirical":
      return { empirical: one.values.length };
    default:
      return one satisfies never;
  }
}
