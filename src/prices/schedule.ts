import type { Decimal } from "../units/decimal.js";
import type { Usd } from "../units/usd.js";

/** One tier: units above the previous bound, up to and including `upTo`. */
export type Tier = {
  readonly upTo: Decimal;
  readonly unitRate: Decimal;
  /** charged once when the tier is reached */
  readonly flat: Usd;
  /** always-free units that the provider counts inside its tiers */
  readonly free: boolean;
};

/** What is charged above the last bound; "quote" where the provider publishes no price. */
export type Thereafter = { readonly unitRate: Decimal; readonly flat: Usd } | "quote";

/** How a quantity becomes money. Rates are dollars per base unit. */
export type Schedule =
  | { readonly kind: "per-unit"; readonly unitRate: Decimal }
  | { readonly kind: "flat"; readonly amount: Usd }
  | { readonly kind: "graduated"; readonly tiers: readonly Tier[]; readonly thereafter: Thereafter }
  | { readonly kind: "volume"; readonly tiers: readonly Tier[]; readonly thereafter: Thereafter }
  | { readonly kind: "package"; readonly size: Decimal; readonly packageRate: Decimal };
