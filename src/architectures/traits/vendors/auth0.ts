import { known, type Traits } from "../../../scenario/traits.js";
import { read } from "../read.js";

export const AUTH0: Traits = {
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
