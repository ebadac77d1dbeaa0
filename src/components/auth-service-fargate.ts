import { decimal } from "../units/decimal.js";
import { as, constant, constantPer, convert, excess, most, named, plus, roundUpTo, scale, times } from "../units/quantity.js";
import { chargesOf, type Usage, usage } from "./component.js";
import { type Demand, HOURS_A_MONTH } from "./demand.js";
import { hashMilliseconds, passwordHashSettings } from "./password-hash.js";
import { highAvailability } from "./rds-postgresql.js";
import { AUTO_ON_OFF, choice, type SettingValues } from "./setting.js";
import type { Workload } from "./workload.js";

export const fargateSettings = {
  ...passwordHashSettings,
  taskSize: choice(["0.25", "0.5", "1", "2"], "0.5", "vCPU of one Fargate task; memory is 2 GB for each vCPU", "hashing with 19 MiB each leaves room for many sign-ins at once"),
  loadBalancer: choice(AUTO_ON_OFF, "auto", "a load balancer with two tasks, or API Gateway with one", "auto: from 10,000 active users on"),
  privateNetwork: choice(["public-ip", "nat"], "public-ip", "how tasks reach the internet: a public address each, or a NAT gateway in each of two zones", "a public address costs a tenth of a NAT gateway"),
} as const;

/** CPU of a request that hashes nothing: parsing, signing a token, two round trips to the store (judgement). */
const OTHER_MILLISECONDS = constant("5", "one");
const TARGET_UTILISATION = decimal("0.6");
/** One capacity unit of the load balancer carries 25 new connections a second: 90,000 an hour. */
const CONNECTIONS_AN_LCU_HOUR = decimal("90000");

/**
 * The auth service on Fargate: vCPU-hours from the CPU time of password hashes and other requests at 60 % utilisation,
 * never below the least number of tasks; in front of it a load balancer, or API Gateway for a single task.
 */
export function authServiceFargate(workload: Workload, demand: Demand, settings: SettingValues<typeof fargateSettings>): Usage {
  const charge = chargesOf("Auth service (Fargate)");
  const door = chargesOf("Entry (load balancer, addresses)");
  const balanced = highAvailability(settings.loadBalancer, workload);
  const leastTasks = named("least number of tasks", "one", plus(constant("1", "one"), balanced));
  const hashing = scale(as(demand.passwordSignIns, "second"), constant(hashMilliseconds(settings), "one"));
  const other = scale(as(demand.authRequests, "second"), OTHER_MILLISECONDS);
  const cpuHours = named("CPU hours", "vCPU-hour", convert(convert(plus(hashing, other), decimal("1000"), "second"), decimal("3600"), "vCPU-hour"), `${hashMilliseconds(settings)} ms a password check, 5 ms any request`);
  const perTask = decimal(settings.taskSize);
  const needed = named("task hours for the load", "hour", roundUpTo(convert(convert(cpuHours, TARGET_UTILISATION, "hour"), perTask, "hour"), "1"), "at 60 % utilisation");
  const taskHours = named("task hours", "hour", most(needed, scale(HOURS_A_MONTH, leastTasks)), "tasks follow the load, never below the least number");
  const vcpu = times(taskHours, constantPer(settings.taskSize, "vCPU-hour", "hour"));
  const memory = scale(as(vcpu, "GB-hour"), constant("2", "one"));
  const lcuHours = convert(demand.authRequests, CONNECTIONS_AN_LCU_HOUR, "unit-hour");
  const single = excess(constant("1", "one"), balanced);
  const addressHours = settings.privateNetwork === "public-ip" ? plus(scale(HOURS_A_MONTH, scale(balanced, constant("2", "one"))), taskHours) : scale(HOURS_A_MONTH, scale(balanced, constant("2", "one")));
  const nat = settings.privateNetwork === "nat" ? [door("NAT gateways", "aws.nat.hour", "hour", scale(HOURS_A_MONTH, leastTasks))] : [];
  return usage([
    charge("vCPU", "aws.fargate.vcpu-hour", "vCPU-hour", vcpu),
    charge("Memory", "aws.fargate.gb-hour", "GB-hour", memory),
    door("Load balancer", "aws.alb.hour", "hour", scale(HOURS_A_MONTH, balanced), { choice: true }),
    door("Load balancer capacity", "aws.alb.lcu-hour", "unit-hour", scale(lcuHours, balanced), { choice: true }),
    door("API Gateway (HTTP)", "aws.apigateway.http.request", "request", scale(demand.authRequests, single), { choice: true }),
    door("Public IPv4 addresses", "aws.vpc.public-ipv4-hour", "hour", addressHours),
    ...nat,
  ]);
}
