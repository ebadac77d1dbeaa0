import { known, type Traits } from "../../../scenario/traits.js";
import { NOT_FOUND, read } from "../read.js";

export const APPWRITE: Traits = {
  hashExport: NOT_FOUND,
  hashImport: known(
    "yes",
    "a call of its own for each kind of hash: Argon2, bcrypt, scrypt, SHA and more",
    read("https://app.unpkg.com/node-appwrite@14.0.0/files/dist/services/users.d.ts", "high", "2026-11-27"),
  ),
  totpExport: NOT_FOUND,
  residency: known(
    ["eu", "us", "au", "sg", "ca"],
    "a project lies in the region that is chosen for it, of six",
    read("https://appwrite.io/docs/products/network/regions", "high", "2026-11-27"),
  ),
  sla: known(
    [
      {
        part: "Appwrite Cloud Pro",
        percent: "99.5",
        source: read("https://appwrite.io/docs/advanced/billing/uptime-sla", "medium", "2026-09-12"),
      },
    ],
    "a credit is paid below it",
  ),
};
