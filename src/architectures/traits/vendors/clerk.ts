import { known, type Traits } from "../../../scenario/traits.js";
import { NOT_FOUND, read } from "../read.js";

export const CLERK: Traits = {
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
