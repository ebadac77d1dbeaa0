import { decimal } from "../units/decimal.js";
import { constant, convert, excess, most, named, plus, type Qty, scale } from "../units/quantity.js";
import { chargesOf, type Usage, usage } from "./component.js";
import { BYTES_A_GB, type Demand, HOURS_A_MONTH } from "./demand.js";
import { responseSettings } from "./operations.js";
import { highAvailability } from "./high-availability.js";
import { AUTO_ON_OFF, choice, joined, numeric, type SettingValues } from "./setting.js";
import type { Workload } from "./workload.js";

export const entrySettings = joined(responseSettings, {
  loadBalancer: choice(AUTO_ON_OFF, "auto", "a load balancer with two tasks, or API Gateway with one", "auto: from 10,000 active users on"),
  requestBytes: numeric("0", "10000000", "2000", "bytes that an auth request brings in", "headers, cookies and a token"),
  privateNetwork: choice(
    ["public-ip", "nat"],
    "public-ip",
    "how tasks reach the internet: a public address each, or a NAT gateway in each of two zones",
    "a public address costs a tenth of a NAT gateway",
  ),
  natBytesPerRequest: numeric(
    "0",
    "10000000",
    "3000",
    "bytes through a NAT gateway for each auth request, where there is one",
    "its log line, and its part of the calls to KMS and SES with their headers",
  ),
} as const);

// A capacity unit of the load balancer carries 25 new connections a second (90,000 an hour) or 1 GB an hour, whichever is more;
// few requests are open at once, and the first ten rules are free, so that its other two measures never count.
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
  const byConnections = convert(demand.authRequests, CONNECTIONS_AN_LCU_HOUR, "unit-hour");
  const byBytes = convert(
    scale(demand.authRequests, plus(constant(settings.requestBytes, "one"), constant(settings.responseBytes, "one"))),
    BYTES_A_GB,
    "unit-hour",
  );
  const lcuHours = named(
    "load balancer capacity",
    "unit-hour",
    most(byConnections, byBytes),
    "a connection for each request, 25 new ones a second or 1 GB an hour for each unit",
  );
  const balancerAddresses = scale(HOURS_A_MONTH, scale(balanced, ADDRESSES_OF_A_BALANCER));
  const nat = settings.privateNetwork === "nat";
  const natHours = named(
    "NAT gateway hours",
    "hour",
    scale(HOURS_A_MONTH, leastTasksOf(settings, workload)),
    "one gateway in each zone used",
  );
  const throughNat = convert(scale(demand.authRequests, constant(settings.natBytesPerRequest, "one")), BYTES_A_GB, "GB");
  return usage([
    charge("Load balancer", "aws.alb.hour", "hour", scale(HOURS_A_MONTH, balanced), { choice: true }),
    charge("Load balancer capacity", "aws.alb.lcu-hour", "unit-hour", scale(lcuHours, balanced), { choice: true }),
    charge("API Gateway (HTTP)", "aws.apigateway.http.request", "request", scale(demand.authRequests, single), { choice: true }),
    charge("Public IPv4 addresses", "aws.vpc.public-ipv4-hour", "hour", plus(balancerAddresses, nat ? natHours : taskHours)),
    ...(nat
      ? [charge("NAT gateways", "aws.nat.hour", "hour", natHours), charge("Data through NAT gateways", "aws.nat.gb", "GB", throughNat)]
      : []),
  ]);
}
