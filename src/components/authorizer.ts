import { decimal } from "../units/decimal.js";
import { constant, convert, excess, named, type Qty, scale, times } from "../units/quantity.js";
import { chargesOf, type Usage, usage } from "./component.js";
import { choice, numeric, type SettingValues } from "./setting.js";
import type { Workload } from "./workload.js";

export const authorizerSettings = {
  authorizer: choice(
    ["jwt", "lambda"],
    "jwt",
    "how API calls are authorized: API Gateway's own check of the token, or a Lambda function",
    "API Gateway checks the token's signature, issuer, audience and expiry itself, at no charge",
  ),
  authorizerCacheHitShare: numeric(
    "0",
    "1",
    "0.9",
    "part of the API calls that a cached answer of the Lambda authorizer serves",
    "with the default cache of 300 seconds, ten calls in five minutes share one answer",
  ),
  authorizerMilliseconds: numeric(
    "1",
    "900000",
    "50",
    "run time of the Lambda authorizer for one call",
    "verifying a token and one look-up",
  ),
  authorizerMegabytes: numeric("128", "10240", "256", "memory of the Lambda authorizer", "a small function"),
} as const;

/**
 * The check of each API call, whoever issued its token: free inside API Gateway (which reads any OpenID Connect issuer's keys),
 * a Lambda invocation for each cache miss otherwise.
 */
export function authorizer(workload: Workload, settings: SettingValues<typeof authorizerSettings>): Usage {
  const charge = chargesOf("API authorizer");
  const calls = named("API calls", "request", times(workload.mau, workload.apiCallsPerMau));
  if (settings.authorizer === "jwt") {
    return usage([
      charge("Token check by API Gateway", "aws.apigateway.jwt-authorization", "request", calls, {
        note: "API Gateway checks the token itself",
      }),
    ]);
  }
  const missShare = excess(constant("1", "one"), constant(settings.authorizerCacheHitShare, "one"));
  const misses = named("authorizer calls not served by the cache", "request", scale(calls, missShare));
  return usage(lambdaCharges("API authorizer", "Authorizer", misses, settings.authorizerMilliseconds, settings.authorizerMegabytes));
}

/** Requests and GB-seconds of a function that runs the same time for each request. */
export function lambdaCharges(component: string, name: string, requests: Qty<"request">, milliseconds: string, megabytes: string) {
  const charge = chargesOf(component);
  const seconds = convert(scale(requests, constant(milliseconds, "one")), decimal("1000"), "second");
  const gbSeconds = convert(scale(seconds, constant(megabytes, "one")), decimal("1024"), "GB-second");
  return [
    charge(`${name} invocations`, "aws.lambda.request", "request", requests),
    charge(`${name} run time`, "aws.lambda.gb-second", "GB-second", gbSeconds),
  ];
}
