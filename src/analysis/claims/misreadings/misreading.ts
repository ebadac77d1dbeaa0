import type { Rate } from "../../../prices/rate-card.js";
import type { Computation } from "../computation.js";
import type { Pricer } from "../pricer.js";
import type { Shelf } from "./shelf.js";

/** Why a published figure differs; the likelier ones first, which settles the order among explanations that fit equally. */
export const CAUSE_KINDS = [
  "rounding",
  "within-range",
  "arithmetic-slip",
  "free-tier-left-out",
  "flat-rate",
  "other-free-tier",
  "absolute-thresholds",
  "free-tier-per-pool",
  "one-off-left-out",
  "component-left-out",
  "hours-per-month",
  "other-rounding",
  "unit-slip",
  "other-months",
  "other-date",
  "wrong-meter",
  "other-region",
  "other-quantity",
  "invented-tiers",
  "unexplained",
] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

/** A way to get prices wrong: the same claim computed with one thing changed. */
export type Misreading = {
  readonly kind: CauseKind;
  readonly explain: string;
  /** what it changes: of two misreadings of one thing only one can be */
  readonly slot: string;
  /** the whole that this is a part of: where both give the same figure, the whole is told */
  readonly partOf?: CauseKind;
  /** it puts other rates in place, so that what else can be misread must be asked again */
  readonly changesRates?: true;
  readonly apply: (computation: Computation) => Computation;
};

/** A rate as a pool of items uses it. */
export type PooledRate = Rate & { readonly pool: string };

/** What misreadings are made from: the rates at hand and the price files around them. */
export type Surroundings = {
  readonly computation: Computation;
  readonly rates: readonly PooledRate[];
  readonly prices: Pricer;
  readonly shelf: Shelf;
};

/** The service of a rate id: its first two parts. */
export const serviceOf = (id: string): string => id.split(".").slice(0, 2).join(".");
