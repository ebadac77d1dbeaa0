import { type Bill, bill, type Point } from "../engine/bill.js";
import type { AlternativeModel } from "../engine/model.js";
import type { Catalogue } from "../prices/price-file.js";
import { driverValue } from "../scenario/driver-value.js";
import type { DriverName } from "../scenario/driver-spec.js";
import type { Horizon } from "../scenario/horizon.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Study, study } from "./study.js";
import { type MonthOfUsers, trajectory } from "./trajectory.js";

/** A study whose trees take the drivers that change over a horizon as inputs, with the users of every month. */
export type Outlook = {
  readonly study: Study;
  readonly horizon: Horizon;
  readonly months: readonly MonthOfUsers[];
  /** the values of the drivers in a month */
  readonly pointOf: (month: MonthOfUsers) => Point;
  /** the exact bill of a month; remembered */
  readonly billIn: (model: AlternativeModel, month: MonthOfUsers) => Bill;
};

/** Drivers that the horizon itself sets: users in every month, resets in the month of a forced reset. */
const MOVING_DRIVERS = ["mau", "registeredUsers", "signUpsPerMonth", "passwordResetsPerMau"] as const satisfies readonly DriverName[];

/** The scenario with a value for every driver that the horizon sets, so that trees take them as inputs. */
export function withMovingDrivers(scenario: Scenario): Scenario {
  const workload = new Map(scenario.workload);
  for (const name of MOVING_DRIVERS) workload.set(name, driverValue(name, scenario.workload));
  return { ...scenario, workload };
}

export function outlook(scenario: Scenario, catalogue: Catalogue, horizon: Horizon): Outlook {
  return outlookOf(study(withMovingDrivers(scenario), catalogue), horizon, scenario.workload.has("signUpsPerMonth"));
}

/**
 * @param one a study of a scenario `withMovingDrivers`
 * @param signUpsStated whether sign-ups follow the scenario's own number rather than growth and churn
 */
export function outlookOf(one: Study, horizon: Horizon, signUpsStated: boolean): Outlook {
  const { workload } = one.scenario;
  const months = trajectory(horizon, {
    mau: driverValue("mau", workload),
    registeredUsers: driverValue("registeredUsers", workload),
    signUps: signUpsStated ? workload.get("signUpsPerMonth") : undefined,
  });
  const pointOf = (month: MonthOfUsers): Point =>
    new Map(workload).set("mau", month.mau).set("registeredUsers", month.registeredUsers).set("signUpsPerMonth", month.signUps);
  const known = new Map<AlternativeModel, Map<number, Bill>>(one.models.map((model) => [model, new Map()]));
  const billIn = (model: AlternativeModel, month: MonthOfUsers): Bill => {
    const bills = known.get(model);
    const before = bills?.get(month.month);
    if (before) return before;
    const made = bill(model, pointOf(month), one.card);
    bills?.set(month.month, made);
    return made;
  };
  return { study: one, horizon, months, pointOf, billIn };
}
