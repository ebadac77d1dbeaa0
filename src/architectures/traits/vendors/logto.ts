import { known, type Traits } from "../../../scenario/traits.js";
import { NOT_FOUND, read } from "../read.js";

export const LOGTO: Traits = {
  hashExport: NOT_FOUND,
  hashImport: known(
    "yes",
    "Argon2, bcrypt, MD5, SHA-1, SHA-256, PBKDF2 and whatever else Node.js can check",
    read("https://docs.logto.io/user-management/user-migration", "high", "2026-11-27"),
  ),
  totpExport: NOT_FOUND,
  residency: NOT_FOUND,
  sla: NOT_FOUND,
};
