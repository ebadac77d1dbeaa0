import { type Decimal, decimal, whole, ZERO } from "../../units/decimal.js";

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

/** Significant digits to which values are sought. */
export const DIGITS = 7;
const READABLE = 4;

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
