import { as, constant, constantPer, named, times } from "../units/quantity.js";
import { chargesOf, type Usage, usage } from "./component.js";
import type { Demand } from "./demand.js";
import { numeric, type SettingValues } from "./setting.js";

export const encryptionSettings = {
  kmsKeys: numeric("0", "1000", "1", "customer-managed keys", "one key for the store; keys that AWS owns are free but not yours to revoke"),
  kmsRequestsPerSignIn: numeric(
    "0",
    "1000",
    "1",
    "KMS requests for each sign-in",
    "the data key of the profile's sensitive fields is opened once; 0 with storage encryption alone",
  ),
} as const;

/** The key that encrypts the store, and the requests made with it. */
export function encryption(demand: Demand, settings: SettingValues<typeof encryptionSettings>): Usage {
  const charge = chargesOf("Encryption (KMS)");
  const requests = named(
    "KMS requests",
    "request",
    times(demand.signIns, constantPer(settings.kmsRequestsPerSignIn, "request", "sign-in")),
  );
  return usage([
    charge("Keys", "aws.kms.key", "key", as(constant(settings.kmsKeys, "key"), "key")),
    charge("Requests", "aws.kms.request", "request", requests),
  ]);
}
