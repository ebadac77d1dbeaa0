import type { AlternativeModel } from "../engine/model.js";
import type { DriverName } from "../scenario/driver-spec.js";
import { GROWTH, HOURLY_RATE, rateName } from "../scenario/variable-names.js";
import type { Decimal } from "../units/decimal.js";
import { alwaysNothing } from "./always-nothing.js";
import type { Measure } from "./cost-model.js";
import type { Study } from "./study.js";

/** Over a horizon these move users, accounts or a change of systems, also where no tree names them. */
export const OVER_TIME: readonly string[] = [GROWTH, HOURLY_RATE, "mau", "registeredUsers", "signUpsPerMonth", "passwordResetsPerMau"];

/**
 * Names of the rates that some of these alternatives may pay: text messages, say, need not be sent at any value of what varies.
 * @param open a study of the scenario `withEveryDriver`
 */
export function paidRates(
  open: Study,
  among: readonly AlternativeModel[],
  varying: ReadonlySet<string>,
  measure: Measure,
): ReadonlySet<string> {
  const fixedAt = (name: string): Decimal | undefined =>
    varying.has(name) || (measure === "horizon" && OVER_TIME.includes(name)) ? undefined : open.scenario.workload.get(name as DriverName);
  return new Set(
    among.flatMap((model) =>
      model.charges.filter((charge) => !alwaysNothing(charge.quantity, fixedAt)).map((charge) => rateName(charge.rate)),
    ),
  );
}
