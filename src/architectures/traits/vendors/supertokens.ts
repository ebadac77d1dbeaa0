import { known, type Traits } from "../../../scenario/traits.js";
import { NOT_FOUND, read } from "../read.js";

export const SUPERTOKENS: Traits = {
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
