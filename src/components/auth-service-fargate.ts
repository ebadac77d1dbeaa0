import { decimal } from "../units/decimal.js";
import { as, constant, constantPer, convert, most, named, plus, roundUpTo, scale, times } from "../units/quantity.js";
import { chargesOf, together, type Usage, usage } from "./component.js";
import { type Demand, HOURS_A_MONTH } from "./demand.js";
import { entry, entrySettings, leastTasksOf } from "./entry.js";
import { hashMilliseconds, passwordHashSettings } from "./password-hash.js";
import { choice, joined, type SettingValues } from "./setting.js";
import type { Workload } from "./workload.js";

export const fargateSettings = joined(passwordHashSettings, entrySettings, {
  taskSize: choice(
    ["0.25", "0.5", "1", "2"],
    "0.5",
    "vCPU of one Fargate task; memory is 2 GB for each vCPU",
    "hashing with 19 MiB each leaves room for many sign-ins at once",
  ),
} as const);

/** CPU of a request that hashes nothing: parsing, signing a token, two round trips to the store (judgement). */
const OTHER_MILLISECONDS = constant("5", "one");
const TARGET_UTILISATION = decimal("0.6");
/**
 * The auth service on Fargate: vCPU-hours from the CPU time of password hashes and other requests at 60 % utilisation,
 * never below the least number of tasks; in front of it the entry.
 */
export function authServiceFargate(workload: Workload, demand: Demand, settings: SettingValues<typeof fargateSettings>): Usage {
  const charge = chargesOf("Auth service (Fargate)");
  const leastTasks = leastTasksOf(settings, workload);
  const hashing = scale(as(demand.passwordHashes, "second"), constant(hashMilliseconds(settings), "one"));
  const other = scale(as(demand.authRequests, "second"), OTHER_MILLISECONDS);
  const cpuHours = named(
    "CPU hours",
    "vCPU-hour",
    convert(convert(plus(hashing, other), decimal("1000"), "second"), decimal("3600"), "vCPU-hour"),
    `${hashMilliseconds(settings)} ms a password hash, 5 ms any request`,
  );
  const perTask = decimal(settings.taskSize);
  const needed = named(
    "task hours for the load",
    "hour",
    roundUpTo(convert(convert(cpuHours, TARGET_UTILISATION, "hour"), perTask, "hour"), "1"),
    "at 60 % utilisation",
  );
  const taskHours = named(
    "task hours",
    "hour",
    most(needed, scale(HOURS_A_MONTH, leastTasks)),
    "tasks follow the load, never below the least number",
  );
  const vcpu = times(taskHours, constantPer(settings.taskSize, "vCPU-hour", "hour"));
  const memory = scale(as(vcpu, "GB-hour"), constant("2", "one"));
  return together([
    usage([charge("vCPU", "aws.fargate.vcpu-hour", "vCPU-hour", vcpu), charge("Memory", "aws.fargate.gb-hour", "GB-hour", memory)]),
    entry(workload, demand, settings, taskHours),
  ]);
}
