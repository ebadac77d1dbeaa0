import type { Decimal } from "../units/decimal.js";

/** How the number of active users changes from month to month; it begins in month 1 with the workload's own mau. */
export type Growth =
  | { readonly kind: "none" }
  /** each month has (1 + monthly) times the users of the month before */
  | { readonly kind: "compound"; readonly monthly: Decimal }
  /** so many users more each month */
  | { readonly kind: "linear"; readonly users: Decimal }
  /** growth by `monthly` while users are few, which dies out towards the ceiling */
  | { readonly kind: "logistic"; readonly monthly: Decimal; readonly ceiling: Decimal }
  /** users of single months, in a straight line between them and from month 1; after the last they stand still */
  | { readonly kind: "table"; readonly months: readonly { readonly month: number; readonly mau: Decimal }[] };

/** The time that a decision is judged over. */
export type Horizon = {
  readonly months: number;
  readonly growth: Growth;
  /** factors on the users of the calendar's months, in turn from month 1 on; empty for none */
  readonly seasonality: readonly Decimal[];
  /** part of last month's active users that do not come back; their accounts stay */
  readonly churn: Decimal;
  /** a year: what a dollar next year is worth less than one today */
  readonly discountRate: Decimal;
  /** what the scenario left at its default */
  readonly defaulted: readonly ("months" | "churn" | "discountRate")[];
};

/** How users leave the alternative that serves them. */
export type Migration = {
  /** the alternative in use today; undefined for a new product */
  readonly from: string | undefined;
  /** lazy: the old system runs on and each user moves at the next sign-in; forced-reset: all set a new password in the first month */
  readonly method: "lazy" | "forced-reset";
  /** part of the active users that the old system still serves in each month of a lazy move */
  readonly tail: readonly Decimal[];
  /** hours of work for the move itself */
  readonly hours: Decimal;
  /** what the scenario left at its default */
  readonly defaulted: readonly ("method" | "tail" | "hours")[];
};

/** Defaults with their reasons, as results list them. */
export const HORIZON_DEFAULTS = {
  months: { value: "36", because: "three years: what published build-or-buy calculations count" },
  churn: { value: "0.05", because: "one active user in twenty does not come back, as many as the default of new accounts replaces" },
  discountRate: { value: "0.08", because: "a common cost of capital; 0 adds up dollars as they are" },
  hourlyRate: { value: "100", because: "an hour of a developer with all costs of work, 70 to 150 dollars in published calculations" },
  method: { value: "lazy", because: "nobody has to set a new password" },
  tail: {
    value: "1, 0.3, 0.15, 0.08, 0.05, 0.03",
    because: "each user signs in once more through the old system; those who come seldom do so late",
  },
  hours: { value: "100", because: "10 to 15 developer-days in a published move (low confidence)" },
} as const;
