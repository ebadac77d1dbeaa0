/** Features that a scenario can require; where a product sells them only with some plans, the requirement picks the plan. */
export const REQUIREMENTS = {
  saml: "sign-in through SAML or OIDC",
  "own-smtp": "e-mail from an own sender",
  passwordless: "sign-in with passkeys or one-time codes, without a password",
  "managed-login": "hosted sign-in pages that can be branded",
  "token-customisation": "own claims in access tokens",
  "threat-protection": "detection of stolen passwords and unusual sign-ins",
  "multi-region": "a replica of the users in a second region",
} as const;
export type Requirement = keyof typeof REQUIREMENTS;
export const REQUIREMENT_NAMES = Object.keys(REQUIREMENTS) as readonly Requirement[];
