import { chargesOf, type Usage, usage } from "./component.js";
import type { Workload } from "./workload.js";

/** Client-credentials tokens and, while AWS charged for them, the app clients that ask for them. */
export function cognitoMachineAccess(workload: Workload): Usage {
  const charge = chargesOf("Cognito machine-to-machine");
  return usage([
    charge("Tokens issued", "aws.cognito.m2m.token-request", "token", workload.m2mTokenRequests, { choice: true }),
    charge("App clients", "aws.cognito.m2m.app-client", "client", workload.m2mAppClients, { choice: true }),
  ]);
}
