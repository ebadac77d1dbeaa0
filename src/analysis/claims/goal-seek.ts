import type { Catalogue } from "../../prices/price-file.js";
import { type Decimal, decimal } from "../../units/decimal.js";
import { type ClaimedAmount, comparedToClaim } from "./claimed-amount.js";
import type { SolveData } from "./claims-schema.js";
import type { Claim, ClaimsFile } from "./parse-claims.js";
import type { Pricer } from "./pricer.js";
import { DIGITS, type Solved, type Stretch } from "./solved.js";
import { sought } from "./sought.js";

const STEPS = 64;
const HALVINGS = 60;

/** What would have to be true: the values of a driver, a price, a quantity or a cost at which the claim holds. @throws ProblemError for a rate or a cost that the claim does not have */
export function goalSeek(
  file: ClaimsFile,
  claim: Claim,
  solve: SolveData,
  claimed: ClaimedAmount,
  catalogue: Catalogue,
  prices: Pricer,
): Solved {
  const { unit, now, computationAt, isWhole, of, name } = sought(file, claim, solve, catalogue, prices);
  const [from, to] = [decimal(solve.from), decimal(solve.to)];
  const settle = (value: Decimal): Decimal => (isWhole ? value.round() : value.toSignificantDigits(DIGITS));
  const compare = (value: Decimal): number => {
    const figure = prices.figure(computationAt(value), claim.place);
    return figure === undefined ? Number.NaN : comparedToClaim(claimed, figure);
  };
  const middleOf = (value: Decimal): number => prices.figure(computationAt(value), claim.place)?.comparedTo(claimed.value) ?? Number.NaN;
  const points = [...new Set([...grid(from, to).map((value) => settle(value).toFixed()), from.toFixed(), to.toFixed()])]
    .map(decimal)
    .filter((value) => value.gte(from) && value.lte(to))
    .sort((a, b) => a.comparedTo(b));
  const edges = points.flatMap((right, index): readonly Decimal[] => {
    const left = points[index - 1];
    return left ? [left, ...edgesBetween(left, right, compare, settle)] : [];
  });
  const all = [...new Set([...edges, ...points].map((value) => value.toFixed()))].map(decimal).sort((a, b) => a.comparedTo(b));
  const holds: Stretch[] = [];
  let start: Decimal | undefined;
  let last: Decimal | undefined;
  for (const value of [...all, undefined]) {
    if (value && compare(value) === 0) {
      start ??= value;
      last = value;
    } else if (start && last) {
      holds.push({ from: start, to: last, at: middle(start, last, middleOf, settle) });
      start = undefined;
    }
  }
  return { of, name, unit, from, to, now, holds };
}

/** On a piece where the figure passes into or through the claim: the values on both sides of each passage, found by halving. */
function edgesBetween(
  left: Decimal,
  right: Decimal,
  compare: (value: Decimal) => number,
  settle: (value: Decimal) => Decimal,
  depth = 0,
): readonly Decimal[] {
  const [a, b] = [compare(left), compare(right)];
  if (Object.is(a, b)) return [];
  let [low, high] = [left, right];
  for (let step = 0; step < HALVINGS; step++) {
    const half = settle(low.plus(high).div(2));
    if (half.lte(low) || half.gte(high)) break;
    const here = compare(half);
    if (Object.is(here, a)) low = half;
    else if (Object.is(here, b)) high = half;
    else
      return depth > 2
        ? [half]
        : [...edgesBetween(low, half, compare, settle, depth + 1), half, ...edgesBetween(half, high, compare, settle, depth + 1)];
  }
  return [low, high];
}

/** The value between two that hold which comes nearest to the claimed figure. */
function middle(from: Decimal, to: Decimal, compare: (value: Decimal) => number, settle: (value: Decimal) => Decimal): Decimal {
  const rises = compare(to) >= compare(from);
  let [low, high] = [from, to];
  if (compare(from) === 0) return from;
  for (let step = 0; step < HALVINGS; step++) {
    const half = settle(low.plus(high).div(2));
    if (half.lte(low) || half.gte(high)) break;
    const here = compare(half);
    if (here === 0) return half;
    if (here < 0 === rises) low = half;
    else high = half;
  }
  return compare(to) === 0 ? to : low;
}

/** Even steps on the plain scale, and on the logarithmic one from the first step down. */
function grid(from: Decimal, to: Decimal): readonly Decimal[] {
  const step = to.minus(from).div(STEPS);
  const even = Array.from({ length: STEPS + 1 }, (_, index) => from.plus(step.times(index)));
  const small = Array.from({ length: STEPS / 2 }, (_, index) => from.plus(step.div(decimal("2").pow(index))));
  return [...even, ...small];
}
