import type { Scores } from "../scenario/criteria.js";

/** How Cognito serves each criterion, by the original document and Cognito's published limits. */
export const COGNITO_SCORES: Scores = {
  "time-to-market": { score: 5, because: "sign-up, sign-in, reset, MFA and hosted pages are there on the first day" },
  federation: { score: 5, because: "SAML, OIDC and the large social providers are a matter of configuration" },
  "sensitive-data": { score: 5, because: "AWS keeps the passwords; you never see a hash" },
  customisation: { score: 2, because: "triggers help, but flows, attributes (50 of 2 KB) and limits are Cognito's" },
  reporting: { score: 2, because: "no queries over users beyond ListUsers with one filter" },
  control: { score: 2, because: "region is your choice; password hashes and TOTP secrets cannot be exported" },
  operations: { score: 5, because: "AWS patches, scales and defends it" },
};

export const POSTGRESQL_SCORES: Scores = {
  "time-to-market": { score: 2, because: "published estimates for basic sign-in start at 200 hours" },
  federation: { score: 2, because: "every provider, and SAML above all, is your own code or library to run" },
  "sensitive-data": { score: 1, because: "password hashes and personal data are yours to protect" },
  customisation: { score: 5, because: "any workflow, any attribute" },
  reporting: { score: 5, because: "SQL over users, events and everything else you store" },
  control: { score: 5, because: "you decide where data lies, how it is hashed and how it leaves" },
  operations: { score: 2, because: "upgrades, failover, capacity and attacks are your work" },
};

export const DYNAMODB_SCORES: Scores = {
  "time-to-market": { score: 2, because: "the same sign-in code as for any own store, with no server to set up" },
  federation: { score: 2, because: "every provider, and SAML above all, is your own code or library to run" },
  "sensitive-data": { score: 1, because: "password hashes and personal data are yours to protect" },
  customisation: { score: 4, because: "any workflow; access patterns must be known beforehand" },
  reporting: { score: 3, because: "analysis needs exports; no joins or free queries" },
  control: { score: 5, because: "you decide where data lies, how it is hashed and how it leaves" },
  operations: { score: 3, because: "the store scales and patches itself; sign-in code and attacks stay yours" },
};

export const HYBRID_SCORES: Scores = {
  "time-to-market": { score: 4, because: "Cognito signs users in from the first day; the copy of profiles is extra work" },
  federation: { score: 5, because: "Cognito's" },
  "sensitive-data": { score: 4, because: "passwords stay with AWS; profiles lie in your store too" },
  customisation: { score: 4, because: "sign-in is Cognito's, everything about profiles is yours" },
  reporting: { score: 5, because: "own queries over the copied profiles" },
  control: { score: 3, because: "profiles are yours; credentials are not" },
  operations: { score: 3, because: "one managed part, one of your own, and the copy between them" },
};

export const KEYCLOAK_SCORES: Scores = {
  "time-to-market": { score: 3, because: "ready-made, but to be installed, themed and connected" },
  federation: { score: 5, because: "SAML, OIDC and social providers are what it is made for" },
  "sensitive-data": { score: 1, because: "password hashes and personal data lie in your database" },
  customisation: { score: 4, because: "themes, flows and extensions in Java" },
  reporting: { score: 4, because: "events and users lie in a database that you can read" },
  control: { score: 5, because: "open source, where you want it, everything can be exported" },
  operations: { score: 1, because: "clustered Java servers, a database and frequent releases are your work" },
};

/** Vendors differ less from each other than from an own store. */
export const VENDOR_SCORES: Scores = {
  "time-to-market": { score: 5, because: "hosted pages and libraries for the common frameworks" },
  federation: { score: 4, because: "the large providers are there; company connections often cost extra" },
  "sensitive-data": { score: 4, because: "the vendor keeps the passwords, outside your cloud account" },
  customisation: { score: 3, because: "hooks and themes within the vendor's product" },
  reporting: { score: 3, because: "dashboards and exports, no queries of your own" },
  control: { score: 2, because: "location and limits are the vendor's; exports are often possible" },
  operations: { score: 5, because: "the vendor runs, patches and defends it" },
};
