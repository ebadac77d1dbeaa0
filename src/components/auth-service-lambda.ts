import { decimal } from "../units/decimal.js";
import { as, constant, convert, named, plus, scale } from "../units/quantity.js";
import { chargesOf, type Usage, usage } from "./component.js";
import type { Demand } from "./demand.js";
import { hashMilliseconds, passwordHashSettings } from "./password-hash.js";
import { numeric, type SettingValues } from "./setting.js";

export const lambdaServiceSettings = {
  ...passwordHashSettings,
  lambdaMegabytes: numeric(
    "128",
    "10240",
    "1769",
    "memory of the auth function",
    "AWS gives a function one full vCPU at 1,769 MB, so that a hash takes its measured time",
  ),
  lambdaMilliseconds: numeric(
    "1",
    "900000",
    "20",
    "run time of a request besides the hash",
    "two DynamoDB calls of about 5 ms and the signing of tokens",
  ),
} as const;

/** The auth service as a Lambda function behind an HTTP API: one request, one invocation. */
export function authServiceLambda(demand: Demand, settings: SettingValues<typeof lambdaServiceSettings>): Usage {
  const charge = chargesOf("Auth service (Lambda)");
  const hashing = scale(as(demand.passwordHashes, "second"), constant(hashMilliseconds(settings), "one"));
  const other = scale(as(demand.authRequests, "second"), constant(settings.lambdaMilliseconds, "one"));
  const seconds = named(
    "run time",
    "second",
    convert(plus(hashing, other), decimal("1000"), "second"),
    `${hashMilliseconds(settings)} ms a password hash, ${settings.lambdaMilliseconds} ms any request`,
  );
  const gbSeconds = convert(scale(seconds, constant(settings.lambdaMegabytes, "one")), decimal("1024"), "GB-second");
  return usage([
    charge("HTTP API requests", "aws.apigateway.http.request", "request", demand.authRequests),
    charge("Invocations", "aws.lambda.request", "request", demand.authRequests),
    charge("Run time", "aws.lambda.gb-second", "GB-second", gbSeconds),
  ]);
}
