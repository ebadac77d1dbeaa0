import { decimal } from "../units/decimal.js";
import { constant, convert, excess, named, plus, type Qty, scale } from "../units/quantity.js";
import { chargesOf, type Usage, usage } from "./component.js";
import { type Demand, HOURS_A_MONTH } from "./demand.js";
import { highAvailability } from "./rds-postgresql.js";
import { AUTO_ON_OFF, choice, type SettingValues } from "./setting.js";
import type { Workload } from "./workload.js";

export const entrySettings = {
  loadBalancer: choice(AUTO_ON_OFF, "auto", "a load balancer with two tasks, or API Gateway with one", "auto: from 10,000 active users on"),
  privateNetwork: choice(["public-ip", "nat"], "public-ip", "how tasks reach the internet: a public address each, or a NAT gateway in each of two zones", "a public address costs a tenth of a NAT gateway"),
} as const;

/** One capacity unit of the load balancer carries 25 new connections a second: 90,000 an hour. */
const CONNECTIONS_AN_LCU_HOUR = decimal("90000");
const ADDRESSES_OF_A_BALANCER = constant("2", "one");

/** Two tasks behind a load balancer, one without. */
export function leastTasksOf(settings: SettingValues<typeof entrySettings>, workload: Workload): Qty<"one"> {
  return named("least number of tasks", "one", plus(constant("1", "one"), highAvailability(settings.loadBalancer, workload)));
}

/** What stands in front of an own service: a load balancer in two zones or API Gateway, addresses, and the way out. */
export function entry(workload: Workload, demand: Demand, settings: SettingValues<typeof entrySettings>, taskHours: Qty<"hour">): Usage {
  const charge = chargesOf("Entry (load balancer, addresses)");
  const balanced = highAvailability(settings.loadBalancer, workload);
  const single = excess(constant("1", "one"), balanced);
  const lcuHours = convert(demand.authRequests, CONNECTIONS_AN_LCU_HOUR, "unit-hour");
  const balancerAddresses = scale(HOURS_A_MONTH, scale(balanced, ADDRESSES_OF_A_BALANCER));
  const nat = settings.privateNetwork === "nat";
  return usage([
    charge("Load balancer", "aws.alb.hour", "hour", scale(HOURS_A_MONTH, balanced), { choice: true }),
    charge("Load balancer capacity", "aws.alb.lcu-hour", "unit-hour", scale(lcuHours, balanced), { choice: true }),
    charge("API Gateway (HTTP)", "aws.apigateway.http.request", "request", scale(demand.authRequests, single), { choice: true }),
    charge("Public IPv4 addresses", "aws.vpc.public-ipv4-hour", "hour", nat ? balancerAddresses : plus(balancerAddresses, taskHours)),
    ...(nat ? [charge("NAT gateways", "aws.nat.hour", "hour", scale(HOURS_A_MONTH, leastTasksOf(settings, workload)))] : []),
  ]);
}
