import { constant } from "../units/quantity.js";
import { chargesOf, type Usage, usage } from "./component.js";
import type { Demand } from "./demand.js";
import { numeric, onOff, type SettingValues } from "./setting.js";

export const firewallSettings = {
  firewall: onOff(
    false,
    "AWS WAF in front of sign-in (before an HTTP API it needs CloudFront, whose charge is left out)",
    "a choice that costs the same in front of a user pool and of an own service",
  ),
  firewallRules: numeric(
    "0",
    "1500",
    "3",
    "rules and rule groups of the firewall",
    "AWS's common rules, its list of bad addresses, and a limit on the rate of each address",
  ),
} as const;

/** A web ACL with its rules, and every auth request inspected. */
export function firewall(demand: Demand, settings: SettingValues<typeof firewallSettings>): Usage {
  if (!settings.firewall) return usage([]);
  const charge = chargesOf("Firewall (WAF)");
  return usage([
    charge("Web ACL", "aws.waf.web-acl", "month", constant("1", "month")),
    charge("Rules", "aws.waf.rule", "month", constant(settings.firewallRules, "month")),
    charge("Requests inspected", "aws.waf.request", "request", demand.authRequests),
  ]);
}
