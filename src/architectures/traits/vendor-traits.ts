import { known, type TraitSource, type Traits, unknown } from "../../scenario/traits.js";

const READ = "2026-11-23";
const read = (url: string, confidence: TraitSource["confidence"]): TraitSource => ({ url, retrieved: READ, confidence });
const NOT_FOUND = unknown("no public statement found; ask the vendor");

const GOOGLE: Traits = {
  hashExport: known(
    "yes",
    "firebase auth:export writes hashes and salts; the console shows the parameters of its scrypt",
    read("https://firebase.google.com/docs/cli/auth", "high"),
  ),
  hashImport: known("yes", "bcrypt, scrypt, PBKDF2, HMAC, SHA and MD5", read("https://firebase.google.com/docs/cli/auth", "high")),
  totpExport: NOT_FOUND,
  residency: known(["us"], "its data centres are there alone", read("https://firebase.google.com/support/privacy", "high")),
  sla: known(
    [
      {
        part: "Identity Platform, sign-in by password and renewal of tokens",
        percent: "99.95",
        source: read("https://cloud.google.com/identity-platform/sla", "high"),
      },
    ],
    "other kinds of sign-in are not part of the promise",
  ),
};

const AUTH0: Traits = {
  hashExport: known(
    "on-request",
    "by support ticket, in paid plans, at no promised time",
    read("https://auth0.com/docs/troubleshoot/customer-support/manage-subscriptions/export-data", "high"),
  ),
  hashImport: known(
    "yes",
    "bcrypt, Argon2, PBKDF2, scrypt and more in a bulk import",
    read("https://auth0.com/docs/manage-users/user-migration/bulk-user-import-database-schema-and-examples", "high"),
  ),
  totpExport: known(
    "on-request",
    "by support ticket",
    read("https://auth0.com/docs/manage-users/user-migration/export-password-hashes-and-mfa-secrets", "high"),
  ),
  residency: known(
    ["us", "eu", "uk", "jp", "au", "ca"],
    "the area is chosen for each tenant; the Region within it is not",
    read("https://auth0.com/docs/get-started/auth0-overview/create-tenants", "high"),
  ),
  sla: known(
    [],
    "99.99 % is promised in Enterprise contracts, not in self-service plans",
    read("https://auth0.com/docs/troubleshoot/customer-support/services-level-descriptions", "medium"),
  ),
};

const CLERK: Traits = {
  hashExport: known(
    "yes",
    "an export of the dashboard holds the hashes",
    read("https://clerk.com/docs/guides/development/migrating/export-from-clerk", "high"),
  ),
  hashImport: known(
    "yes",
    "bcrypt, Argon2, PBKDF2, Firebase's scrypt and more",
    read("https://clerk.com/docs/guides/development/migrating/overview", "high"),
  ),
  totpExport: known(
    "yes",
    "an export of the dashboard holds the secrets; backup codes are in none",
    read("https://clerk.com/docs/guides/development/migrating/export-from-clerk", "high"),
  ),
  residency: known(
    ["us"],
    "by two independent readings of its terms; no other place is offered",
    read("https://www.getclauseapp.com/third-party-services/clerk", "medium"),
  ),
  sla: NOT_FOUND,
};

const WORKOS: Traits = {
  hashExport: known(
    "no",
    "its documents name no such export, and the guide of a vendor that takes users over says that there is none",
    read("https://clerk.com/docs/guides/development/migrating/workos", "medium"),
  ),
  hashImport: known(
    "yes",
    "bcrypt, scrypt, Argon2, PBKDF2, SSHA and Firebase's scrypt",
    read("https://workos.com/docs/migrate/other-services", "medium"),
  ),
  totpExport: known(
    "no",
    "secrets are given at enrolment only",
    read("https://clerk.com/docs/guides/development/migrating/workos", "medium"),
  ),
  residency: known(
    ["us"],
    "its data processing addendum names the United States alone, as others read it",
    read("https://workos.com/legal/data-processing-addendum", "medium"),
  ),
  sla: known([], "99.99 % is promised to enterprise customers", read("https://workos.com/legal/sla", "high")),
};

const SUPABASE: Traits = {
  hashExport: known(
    "yes",
    "the auth schema with its bcrypt hashes lies in your own PostgreSQL",
    read("https://supabase.com/docs/guides/troubleshooting/migrating-auth-users-between-projects", "high"),
  ),
  hashImport: known(
    "yes",
    "bcrypt hashes can be written into the auth schema",
    read("https://supabase.com/docs/guides/troubleshooting/migrating-auth-users-between-projects", "medium"),
  ),
  totpExport: known(
    "yes",
    "all tables of the auth schema can be copied",
    read("https://supabase.com/docs/guides/troubleshooting/migrating-auth-users-between-projects", "medium"),
  ),
  residency: known(
    [
      "us-west-1",
      "us-west-2",
      "us-east-1",
      "us-east-2",
      "ca-central-1",
      "eu-west-1",
      "eu-west-2",
      "eu-west-3",
      "eu-central-1",
      "eu-central-2",
      "eu-north-1",
      "ap-south-1",
      "ap-southeast-1",
      "ap-northeast-1",
      "ap-northeast-2",
      "ap-southeast-2",
      "sa-east-1",
    ],
    "one Region of AWS is chosen for each project",
    read("https://supabase.com/docs/guides/platform/regions", "high"),
  ),
  sla: known([], "99.9 % is promised to Enterprise customers", read("https://supabase.com/sla", "medium")),
};

const STYTCH: Traits = {
  hashExport: known("on-request", "support sends them", read("https://workos.com/docs/migrate/stytch", "medium")),
  hashImport: known(
    "yes",
    "through its call for moving passwords; not Firebase's scrypt",
    read("https://stytch.com/docs/resources/migrations/migrating-user-data", "high"),
  ),
  totpExport: NOT_FOUND,
  residency: NOT_FOUND,
  sla: NOT_FOUND,
};

const PROPELAUTH: Traits = {
  hashExport: NOT_FOUND,
  hashImport: known("yes", "a call takes the hash of a user who is moved in", read("https://docs.propelauth.com/migrations", "high")),
  totpExport: NOT_FOUND,
  residency: NOT_FOUND,
  sla: NOT_FOUND,
};

const SUPERTOKENS: Traits = {
  hashExport: NOT_FOUND,
  hashImport: known(
    "yes",
    "bcrypt, Argon2 and Firebase's scrypt",
    read("https://supertokens.com/docs/migration/account-creation/user-creation", "high"),
  ),
  totpExport: NOT_FOUND,
  residency: NOT_FOUND,
  sla: NOT_FOUND,
};

const DESCOPE: Traits = {
  hashExport: known("on-request", "support writes a file of them", read("https://workos.com/docs/migrate/descope", "medium")),
  hashImport: known(
    "yes",
    "bcrypt, Argon2, PBKDF2, Django, PHPass, MD5 and Firebase's scrypt",
    read("https://docs.descope.com/migrate", "high"),
  ),
  totpExport: NOT_FOUND,
  residency: known(
    ["us"],
    "other places are chosen from the plan Growth on; the free plan asks support",
    read("https://docs.descope.com/project-settings/multi-regional", "high"),
  ),
  sla: NOT_FOUND,
};

const FUSIONAUTH: Traits = {
  hashExport: known(
    "on-request",
    "support sends a copy of the hosted database",
    read("https://fusionauth.io/docs/lifecycle/migrate-users/offboard", "high"),
  ),
  hashImport: known(
    "yes",
    "several formats, and others by an encryptor of your own",
    read("https://fusionauth.io/docs/reference/password-hashes", "medium"),
  ),
  totpExport: NOT_FOUND,
  residency: NOT_FOUND,
  sla: NOT_FOUND,
};

const ENTRA: Traits = { hashExport: NOT_FOUND, hashImport: NOT_FOUND, totpExport: NOT_FOUND, residency: NOT_FOUND, sla: NOT_FOUND };

/** What vendors publish, by the vendor's name, for the plans that authcost prices. */
export const VENDOR_TRAITS = {
  "Google Identity Platform": GOOGLE,
  Auth0: AUTH0,
  Clerk: CLERK,
  WorkOS: WORKOS,
  Supabase: SUPABASE,
  Stytch: STYTCH,
  PropelAuth: PROPELAUTH,
  SuperTokens: SUPERTOKENS,
  Descope: DESCOPE,
  FusionAuth: FUSIONAUTH,
  "Microsoft Entra": ENTRA,
} as const satisfies Readonly<Record<string, Traits>>;
