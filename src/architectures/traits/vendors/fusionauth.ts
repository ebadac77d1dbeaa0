import { known, type Traits } from "../../../scenario/traits.js";
import { NOT_FOUND, read } from "../read.js";

export const FUSIONAUTH: Traits = {
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
