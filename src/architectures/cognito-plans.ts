import type { Requirement } from "../scenario/requirements.js";
import type { Plans } from "./architecture.js";

/**
 * What each plan of a user pool can do (Amazon Cognito pricing page and developer guide, read 2026-09 and 2026-10):
 * passwordless, managed login and access-token customisation from Essentials on, threat protection in Plus alone,
 * multi-Region replication not on Lite.
 */
const LITE: readonly Requirement[] = ["saml", "own-smtp"];
const ESSENTIALS: readonly Requirement[] = [...LITE, "passwordless", "managed-login", "token-customisation", "multi-region"];
const PLUS: readonly Requirement[] = [...ESSENTIALS, "threat-protection"];

export const COGNITO_PLANS_BY_FEATURE: Plans = {
  setting: "plan",
  features: { lite: LITE, essentials: ESSENTIALS, plus: PLUS, classic: LITE },
  /** plans that a new pool can have; classic stands for pools that exist */
  offered: ["lite", "essentials", "plus"],
  /** requirements that are switched on by a setting of their own */
  switches: { "multi-region": "multiRegion" },
};
