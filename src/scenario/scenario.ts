import type { Place } from "../problems/problem.js";
import type { Decimal } from "../units/decimal.js";
import type { Usd } from "../units/usd.js";
import type { Constraints } from "./constraints.js";
import type { Criterion, Score } from "./criteria.js";
import type { Horizon, Migration } from "./horizon.js";
import type { Uncertainty } from "./uncertainty.js";
import type { DriverName } from "./driver-spec.js";
import type { Requirement } from "./requirements.js";
import type { Traits } from "./traits.js";

/** A cost given by hand: so much a month, once, or for each active user. */
export type HandCost = {
  readonly name: string;
  readonly kind: "infrastructure" | "labour" | "licence";
  readonly monthly?: Usd;
  readonly once?: Usd;
  readonly perMau?: Usd;
  /** hours of work, priced at the scenario's hourly rate */
  readonly hoursPerYear?: Decimal;
  readonly hoursOnce?: Decimal;
};

/** One alternative as the scenario names it; its architecture and settings are checked where they are known. */
export type AlternativeRequest = {
  readonly id: string;
  readonly title?: string;
  /** absent when the alternative consists of costs given by hand alone */
  readonly architecture?: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly costs: readonly HandCost[];
  readonly scores: Partial<Readonly<Record<Criterion, Score>>>;
  /** what the scenario says of it in place of what authcost knows */
  readonly traits: Partial<Traits>;
  readonly place: (path: readonly PropertyKey[], part?: "value" | "key") => Place;
};

export type Decision = {
  /** weight of cost among the criteria */
  readonly cost: Decimal;
  readonly priorities: Partial<Readonly<Record<Criterion, Decimal>>>;
  /** two alternatives whose difference is below this share of the dearer one are too close to tell apart */
  readonly materiality: Decimal;
  readonly constraints: Constraints;
};

type Signed = { readonly author: string; readonly reason: string };

/** What is paid instead of list prices, by whose word and why. */
export type Discounts = {
  /** percent off every rate whose id is, or begins with, `applies`; several multiply */
  readonly percentages: readonly ({ readonly applies: string; readonly percent: Decimal } & Signed)[];
  /** a part of the hours of matching rates at the price of a reserved term */
  readonly reserved: readonly ({ readonly applies: string; readonly term: string; readonly coverage: Decimal } & Signed)[];
  /** dollars a month that pay for rates whose id is, or begins with, `applies`, up to what those cost; never for costs given by hand */
  readonly credits: readonly ({ readonly name: string; readonly applies: string; readonly monthly: Usd } & Signed)[];
};

export type Scenario = {
  readonly name: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly file: string;
  readonly hash: string;
  readonly prices: {
    readonly book: string;
    readonly asOf: string | undefined;
    readonly region: string;
    readonly standIn: string | undefined;
    readonly freeTier: boolean;
  };
  /** the drivers the scenario states; mau is always there */
  readonly workload: ReadonlyMap<DriverName, Decimal>;
  /** the user counts to compare at, ascending */
  readonly points: readonly Decimal[];
  readonly requirements: readonly Requirement[];
  readonly discounts: Discounts;
  readonly alternatives: readonly AlternativeRequest[];
  readonly decision: Decision;
  readonly labour: { readonly hourlyRate: Usd; readonly defaulted: boolean };
  /** undefined when the scenario looks at one month */
  readonly horizon: Horizon | undefined;
  readonly migration: Migration;
  readonly uncertainty: Uncertainty;
  readonly place: (path: readonly PropertyKey[], part?: "value" | "key") => Place;
};
