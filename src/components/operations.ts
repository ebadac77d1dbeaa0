import { as, constantPer, convert, named, type Qty, scale, constant, times } from "../units/quantity.js";
import { chargesOf, type Usage, usage } from "./component.js";
import { BYTES_A_GB, type Demand } from "./demand.js";
import { joined, numeric, type SettingValues } from "./setting.js";

/** What an answer weighs: it leaves the network and passes the load balancer. */
export const responseSettings = {
  responseBytes: numeric("0", "10000000", "3000", "bytes sent to the user for each auth request", "three signed tokens and headers"),
} as const;

export const operationsSettings = joined(responseSettings, {
  secrets: numeric("0", "1000", "2", "secrets kept for the auth service", "the store's password and the key that signs tokens"),
  logBytesPerRequest: numeric("0", "1000000", "1000", "bytes logged for each auth request", "one structured line and its metadata"),
} as const);

/** Secrets, logs and traffic of an own auth service. */
export function operations(demand: Demand, settings: SettingValues<typeof operationsSettings>): Usage {
  const charge = chargesOf("Operations");
  const secrets: Qty<"secret"> = constant(settings.secrets, "secret");
  const reads = named("secret reads", "request", times(secrets, constantPer("730", "request", "secret")), "each secret once an hour");
  const logged = named("logs", "GB", convert(scale(demand.authRequests, constant(settings.logBytesPerRequest, "one")), BYTES_A_GB, "GB"));
  const sent = named("data sent", "GB", convert(scale(demand.authRequests, constant(settings.responseBytes, "one")), BYTES_A_GB, "GB"));
  return usage([
    charge("Secrets", "aws.secrets-manager.secret", "secret", secrets),
    charge("Secret reads", "aws.secrets-manager.request", "request", reads),
    charge("Logs, ingested", "aws.cloudwatch.logs.ingest", "GB", logged),
    charge("Logs, kept a month", "aws.cloudwatch.logs.storage", "GB-month", as(logged, "GB-month")),
    charge("Data sent to users", "aws.egress.gb", "GB", sent),
  ]);
}
