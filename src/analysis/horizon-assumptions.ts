import { type Horizon, HORIZON_DEFAULTS } from "../scenario/horizon.js";
import type { Scenario } from "../scenario/scenario.js";
import { decimal } from "../units/decimal.js";

/** Something that a look over the months takes for granted because the scenario does not say. */
export type HorizonAssumption = { readonly name: string; readonly value: string; readonly meaning: string; readonly because: string };

/** What a scenario without a horizon is looked at over. */
export const DEFAULT_HORIZON: Horizon = {
  months: Number(HORIZON_DEFAULTS.months.value),
  growth: { kind: "none" },
  seasonality: [],
  churn: decimal(HORIZON_DEFAULTS.churn.value),
  discountRate: decimal(HORIZON_DEFAULTS.discountRate.value),
  defaulted: ["months", "churn", "discountRate"],
};

const MEANINGS = {
  months: "months that are counted",
  churn: "part of last month's active users that do not come back",
  discountRate: "what a dollar in a year is worth less than one today",
  hourlyRate: "dollars for an hour of work",
  method: "how users leave what serves them",
  tail: "part of the active users that the old system still serves in each month of a lazy move",
  hours: "hours of work for a move of users",
} as const satisfies Record<keyof typeof HORIZON_DEFAULTS, string>;

const PLACES = {
  months: "horizon.months",
  churn: "horizon.churn",
  discountRate: "horizon.discountRate",
  hourlyRate: "labour.hourlyRate",
  method: "migration.method",
  tail: "migration.tail",
  hours: "migration.hours",
} as const satisfies Record<keyof typeof HORIZON_DEFAULTS, string>;

/** The defaults that a horizon rests on, with their reasons; the price of an hour counts since a move of users is work. */
export function horizonAssumptions(scenario: Scenario, horizon: Horizon): readonly HorizonAssumption[] {
  const used = [
    ...horizon.defaulted.filter((name) => name !== "churn" || !scenario.workload.has("signUpsPerMonth")),
    ...(scenario.labour.defaulted ? ["hourlyRate" as const] : []),
    ...scenario.migration.defaulted,
  ];
  const growth: readonly HorizonAssumption[] =
    horizon.growth.kind !== "none"
      ? []
      : [
          {
            name: "horizon.growth",
            value: "none",
            meaning: "how the number of active users changes",
            because: "the scenario states no growth",
          },
        ];
  return [
    ...growth,
    ...used.map((name) => ({
      name: PLACES[name],
      value: HORIZON_DEFAULTS[name].value,
      meaning: MEANINGS[name],
      because: HORIZON_DEFAULTS[name].because,
    })),
  ];
}
