import { known, type Traits } from "../../../scenario/traits.js";
import { NOT_FOUND, read } from "../read.js";

export const GOOGLE: Traits = {
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
