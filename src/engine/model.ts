import type { Charge, Limit } from "../components/component.js";
import type { SettingSpecs } from "../components/setting.js";
import type { Criterion, Score } from "../scenario/criteria.js";
import type { Requirement } from "../scenario/requirements.js";
import type { Discounts, HandCost } from "../scenario/scenario.js";
import type { Traits } from "../scenario/traits.js";
import type { Usd } from "../units/usd.js";
import type { ConstraintCheck } from "./check-constraints.js";

/** An assumption that a result made: a driver or setting at its default because the scenario does not say, a price of another Region that stands in. */
export type Assumption = {
  readonly kind: "driver" | "setting" | "price";
  readonly name: string;
  readonly value: string;
  readonly meaning: string;
  readonly because: string;
  readonly alternative?: string;
};

/** An alternative ready to be priced: its charges as expressions, its hand-given costs, its limits. */
export type AlternativeModel = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly architecture: string | undefined;
  readonly settings: Readonly<Record<string, string | boolean>>;
  /** what each setting means and may be */
  readonly specs: SettingSpecs;
  readonly charges: readonly Charge[];
  readonly costs: readonly HandCost[];
  /** dollars for an hour of work among the costs */
  readonly hourlyRate: Usd;
  readonly discounts: Discounts;
  readonly limits: readonly Limit[];
  /** requirements of the scenario that this alternative cannot meet */
  readonly unmet: readonly Requirement[];
  /** requirements of the scenario of which nothing here says whether the alternative meets them: its plans are not on file, or it is what one builds */
  readonly unchecked: readonly Requirement[];
  readonly scores: Partial<Readonly<Record<Criterion, Score>>>;
  /** with the promises in force under the settings */
  readonly traits: Traits;
  /** where its accounts lie; undefined where that is not known */
  readonly usersIn: string | undefined;
  /** how it stands to each constraint of the scenario; a broken one is among the limits */
  readonly checks: readonly ConstraintCheck[];
  /** someone must run it, and its bill has that labour only where the scenario states it */
  readonly selfRun: boolean;
  readonly leavesOut: readonly string[];
  readonly assumptions: readonly Assumption[];
};
