import { as, named, plus, times } from "../units/quantity.js";
import { lambdaCharges } from "./authorizer.js";
import { type Usage, usage } from "./component.js";
import type { Demand } from "./demand.js";
import { numeric, type SettingValues } from "./setting.js";
import type { Workload } from "./workload.js";

export const syncSettings = {
  syncMilliseconds: numeric(
    "1",
    "900000",
    "50",
    "run time of the trigger that copies one change into the own store",
    "one write to the store",
  ),
  syncMegabytes: numeric("128", "10240", "256", "memory of that trigger", "a small function"),
} as const;

/** Cognito calls a Lambda trigger for each sign-up and each change that the own store must follow. */
export function syncTrigger(workload: Workload, demand: Demand, settings: SettingValues<typeof syncSettings>): Usage {
  const changes = named(
    "synced changes",
    "request",
    plus(as(workload.signUpsPerMonth, "request"), as(times(demand.signIns, workload.profileWritesPerSignIn), "request")),
    "one for each sign-up and each profile write",
  );
  return usage(lambdaCharges("Sync into the own store", "Trigger", changes, settings.syncMilliseconds, settings.syncMegabytes));
}
