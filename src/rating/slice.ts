import type { Decimal } from "../units/decimal.js";
import type { Usd } from "../units/usd.js";

/**
 * A piece of the calculation: so many units at one rate. The amount of a charge is the sum of its slices' amounts;
 * the quantities of the free part and the tiers add up to the quantity used.
 * `from` is exclusive and `upTo` inclusive, counted on the whole use, free units included; null means no upper end.
 */
export type Slice = {
  readonly kind: "allowance" | "tier" | "package" | "flat" | "minimum" | "discount";
  readonly from: Decimal;
  readonly upTo: Decimal | null;
  readonly quantity: Decimal;
  /** dollars per unit (per package for packages); 0 for free units and fixed amounts */
  readonly rate: Decimal;
  readonly amount: Usd;
};
