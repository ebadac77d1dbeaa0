import { plus } from "../units/quantity.js";
import { chargesOf, type Usage, usage } from "./component.js";
import type { Demand } from "./demand.js";
import { choice, onOff, type SettingValues } from "./setting.js";

export const COGNITO_PLANS = ["lite", "essentials", "plus", "classic"] as const;

export const cognitoUsersSettings = {
  plan: choice(
    COGNITO_PLANS,
    "essentials",
    "the user pool's plan; classic stands for pools made before 2024-11-22",
    "Essentials is what AWS gives a new pool when nothing is chosen",
  ),
  advancedSecurity: onOff(
    false,
    "the advanced-security add-on of classic pools (new pools get threat protection with Plus)",
    "an add-on that must be asked for",
  ),
  multiRegion: onOff(false, "users replicated into a second region (Essentials and Plus)", "an add-on that must be asked for"),
} as const;

/**
 * The user pool: direct and social users at the plan's rate, SAML and OIDC users on a meter of their own.
 * A federated user is not also a user of the plan.
 */
export function cognitoUsers(demand: Demand, settings: SettingValues<typeof cognitoUsersSettings>): Usage {
  const charge = chargesOf("Cognito user pool");
  const charges = [
    charge(`Users, ${settings.plan} plan`, `aws.cognito.${settings.plan}.mau`, "MAU", demand.direct),
    charge("Users through SAML or OIDC", "aws.cognito.federated.mau", "MAU", demand.federated, { note: "no federated users stated" }),
  ];
  // The add-on is taken on all users; whether free ones pay it is not confirmed by AWS's text.
  if (settings.multiRegion)
    charges.push(
      charge("Multi-Region replication", `aws.cognito.multi-region.${settings.plan}.mau`, "MAU", plus(demand.direct, demand.federated)),
    );
  if (settings.advancedSecurity) charges.push(charge("Advanced security", "aws.cognito.advanced-security.mau", "MAU", demand.direct));
  return usage(charges);
}
