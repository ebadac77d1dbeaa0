import { known, type Traits } from "../../../scenario/traits.js";
import { NOT_FOUND, read } from "../read.js";

export const DESCOPE: Traits = {
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
