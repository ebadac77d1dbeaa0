import type { Catalogue } from "../../prices/price-file.js";
import { nameHint } from "../../problems/nearest-name.js";
import { ProblemError, quoted } from "../../problems/problem.js";
import { DRIVERS } from "../../scenario/drivers.js";
import { type Decimal, decimal, whole, ZERO } from "../../units/decimal.js";
import { unitWord } from "../../units/unit.js";
import { NO_USD } from "../../units/usd.js";
import { type ClaimedAmount, comparedToClaim } from "./claimed-amount.js";
import type { SolveData } from "./claims-schema.js";
import { type Computation, computationOf, poolsOf, withItems, withReading } from "./computation.js";
import type { Claim, ClaimsFile } from "./parse-claims.js";
import type { Pricer } from "./pricer.js";
import { costOf } from "./side.js";

/** Where in a range a claim holds: `at` gives the claimed figure itself, as nearly as six digits do. */
export type Stretch = { readonly from: Decimal; readonly to: Decimal; readonly at: Decimal };
export type Solved = {
  readonly of: "driver" | "rate" | "quantity" | "cost";
  readonly name: string;
  readonly unit: string;
  readonly from: Decimal;
  readonly to: Decimal;
  /** the value that the claim was computed with; absent for a price with tiers */
  readonly now: Decimal | undefined;
  /** ascending; empty when no value in the range does it */
  readonly holds: readonly Stretch[];
};

const STEPS = 64;
/** units that are measured, not counted */
const MEASURED = /GB|GiB|hour|second|month|vCPU/;
/** quantities are spoken of in the plural */
const TWO = whole(2);
const DIGITS = 7;
const READABLE = 4;
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

type Sought = Pick<Solved, "of" | "name" | "unit" | "now"> & {
  readonly isWhole: boolean;
  readonly computationAt: (value: Decimal) => Computation;
};

function sought(file: ClaimsFile, claim: Claim, solve: SolveData, catalogue: Catalogue, prices: Pricer): Sought {
  if ("driver" in solve) {
    const { driver } = solve;
    if (!claim.subject.sides.some((side) => side.point))
      throw new ProblemError([
        {
          code: "inconsistent",
          place: claim.place(["solve"]),
          message: `${quoted(driver)} is a driver, and this claim has no point that drivers reach`,
          hint: "solve for a rate or a quantity",
        },
      ]);
    const open = computationOf(file, claim, catalogue, driver);
    const spec = DRIVERS[driver];
    const stated =
      claim.subject.sides.map((side) => side.point?.workload[driver]).find((text) => text !== undefined) ??
      (spec.default.kind === "value" ? spec.default.value : undefined);
    return {
      of: "driver",
      name: driver,
      unit: spec.per ? `${spec.unit} per ${spec.per}` : spec.unit,
      isWhole: spec.integer === true,
      now: stated === undefined ? undefined : decimal(stated),
      computationAt: (value) => ({ ...open, at: new Map(open.at).set(driver, value) }),
    };
  }
  const base = computationOf(file, claim, catalogue);
  if ("cost" in solve) return soughtCost(base, claim, solve.cost);
  const id = "rate" in solve ? solve.rate : solve.quantity;
  if (!poolsOf(base).includes(id))
    throw new ProblemError([
      {
        code: "unknown-name",
        place: claim.place(["solve"]),
        message: `the claim does not use the rate ${quoted(id)}`,
        ...nameHint(id, poolsOf(base)),
      },
    ]);
  const rate = prices.rate(base, id);
  if ("rate" in solve) {
    const now = rate.schedule.kind === "per-unit" ? rate.schedule.unitRate : undefined;
    return {
      of: "rate",
      name: id,
      unit: `USD per ${rate.unit}`,
      isWhole: false,
      now,
      computationAt: (value) =>
        withReading(base, id, {
          key: `at ${value.toFixed()}`,
          read: (read) => ({ ...read, minimum: NO_USD, schedule: { kind: "per-unit", unitRate: value } }),
        }),
    };
  }
  const [only, ...more] = base.sides.flatMap((side) => side.items.filter((item) => item.rate === id));
  return {
    of: "quantity",
    name: id,
    unit: unitWord(rate.unit, TWO),
    isWhole: !MEASURED.test(rate.unit),
    now: more.length === 0 ? only?.quantityAt(base.at) : undefined,
    computationAt: (value) => withItems(base, (item) => (item.rate === id ? { ...item, quantityAt: () => value } : item)),
  };
}

/** Dollars that the source states, by their name; several of one name are one. */
function soughtCost(base: Computation, claim: Claim, name: string): Sought {
  const costs = base.sides.flatMap((side) => side.costs);
  const [first, ...more] = costs.filter((cost) => cost.name === name);
  const names = [...new Set(costs.map((cost) => cost.name))];
  if (!first)
    throw new ProblemError([
      { code: "unknown-name", place: claim.place(["solve"]), message: `the claim has no cost ${quoted(name)}`, ...nameHint(name, names) },
    ]);
  return {
    of: "cost",
    name,
    unit: first.over !== undefined ? `USD for each of ${first.over}` : first.every === "once" ? "USD once" : `USD a ${first.every}`,
    isWhole: false,
    now: more.length === 0 ? first.amount : undefined,
    computationAt: (value) => ({
      ...base,
      sides: base.sides.map((side) => ({
        ...side,
        costs: side.costs.map((cost) => (cost.name === name ? costOf({ ...cost, amount: value }) : cost)),
      })),
    }),
  };
}

/** The ends of a stretch in four digits, drawn in so that what is shown holds; where that leaves nothing, all digits. */
export function readable({ from, to }: Stretch): { readonly from: Decimal; readonly to: Decimal } {
  const [low, high] = [inFour(from, "up"), inFour(to, "down")];
  return low.lt(high) ? { from: low, to: high } : { from, to };
}

function inFour(value: Decimal, way: "up" | "down"): Decimal {
  const near = value.toSignificantDigits(READABLE);
  const unit = value.isZero()
    ? ZERO
    : decimal("10").pow(
        value
          .abs()
          .log(10)
          .floor()
          .minus(READABLE - 1),
      );
  if (way === "up") return near.lt(value) ? near.plus(unit) : near;
  return near.gt(value) ? near.minus(unit) : near;
}

/** A value as a reader takes it in: as few digits as still lie in the stretch. */
export function shortest({ from, to, at }: Stretch): Decimal {
  for (let digits = 1; digits < DIGITS; digits++) {
    const short = at.toSignificantDigits(digits);
    if (short.gte(from) && short.lte(to)) return short;
  }
  return at.eq(at.round()) ? whole(at.toNumber()) : at;
}
