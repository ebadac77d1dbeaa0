import { known, type Traits } from "../../../scenario/traits.js";
import { read } from "../read.js";

export const WORKOS: Traits = {
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
