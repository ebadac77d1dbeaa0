import { decimal } from "../units/decimal.js";
import { as, constant, constantPer, convert, most, named, plus, roundUpTo, scale, times } from "../units/quantity.js";
import { chargesOf, together, type Usage, usage } from "./component.js";
import { type Demand, HOURS_A_MONTH, peakPerSecond } from "./demand.js";
import { entry, entrySettings, leastTasksOf } from "./entry.js";
import { choice, joined, type SettingValues } from "./setting.js";
import type { Workload } from "./workload.js";

export const keycloakSettings = joined(entrySettings, {
  keycloakHeadroom: choice(["1", "2.5"], "2.5", "CPU held for each CPU needed at peak", "the sizing guide asks for 150 % of headroom"),
} as const);

// Keycloak, "Concepts for sizing CPU and memory" (read 2026-08): what one vCPU carries a second.
const PASSWORD_SIGN_INS = decimal("15");
const REFRESHES = decimal("120");
const CLIENT_CREDENTIALS = decimal("120");
/** A pod starts from 1,250 MB with 10,000 sessions; Fargate gives a vCPU no less than 2 GB. */
const GB_A_VCPU = constantPer("2", "GB-hour", "vCPU-hour");

/** Keycloak on Fargate, sized for the peak by its own guide, one vCPU a task. */
export function keycloak(workload: Workload, demand: Demand, settings: SettingValues<typeof keycloakSettings>): Usage {
  const charge = chargesOf("Keycloak (Fargate)");
  const signIns = convert(peakPerSecond("password sign-ins a second at peak", demand.passwordSignIns, workload), PASSWORD_SIGN_INS, "vCPU");
  const other = plus(demand.refreshes, as(demand.federatedSignIns, "request"));
  const refreshes = convert(peakPerSecond("refreshes and other sign-ins a second at peak", other, workload), REFRESHES, "vCPU");
  const machines = convert(
    peakPerSecond("client credentials a second at peak", as(workload.m2mTokenRequests, "request"), workload),
    CLIENT_CREDENTIALS,
    "vCPU",
  );
  const held = named(
    "vCPU held for the peak",
    "vCPU",
    roundUpTo(scale(plus(signIns, refreshes, machines), constant(settings.keycloakHeadroom, "one")), "1"),
    "15 password sign-ins or 120 other requests a second for each vCPU, with headroom",
  );
  const tasks = named("tasks of one vCPU", "one", most(as(held, "one"), leastTasksOf(settings, workload)));
  const taskHours = named("task hours", "hour", scale(HOURS_A_MONTH, tasks));
  const vcpu = as<"vCPU-hour">(taskHours, "vCPU-hour");
  return together([
    usage([
      charge("vCPU", "aws.fargate.vcpu-hour", "vCPU-hour", vcpu),
      charge("Memory", "aws.fargate.gb-hour", "GB-hour", times(vcpu, GB_A_VCPU)),
    ]),
    entry(workload, demand, settings, taskHours),
  ]);
}
