import { decimal } from "../units/decimal.js";
import { as } from "../units/quantity.js";
import { chargesOf, limit, type Usage, usage } from "./component.js";
import { peakPerSecond } from "./demand.js";
import type { Workload } from "./workload.js";

/** Client credentials that a pool carries a second, not adjustable: Amazon Cognito developer guide, "Quotas" (read 2026-10). */
const CLIENT_CREDENTIALS_RPS = decimal("150");

/** Client-credentials tokens and, while AWS charged for them, the app clients that ask for them. */
export function cognitoMachineAccess(workload: Workload): Usage {
  const charge = chargesOf("Cognito machine-to-machine");
  const peak = peakPerSecond("machine tokens a second at peak", as(workload.m2mTokenRequests, "request"), workload);
  return usage(
    [
      charge("Tokens issued", "aws.cognito.m2m.token-request", "token", workload.m2mTokenRequests, { choice: true }),
      charge("App clients", "aws.cognito.m2m.app-client", "client", workload.m2mAppClients, { choice: true }),
    ],
    [
      limit(
        "machine tokens a second",
        "RPS",
        peak,
        CLIENT_CREDENTIALS_RPS,
        "Cognito issues 150 client-credentials tokens a second, a quota that cannot be raised; keep tokens in a cache, or split the clients over pools",
      ),
    ],
  );
}
