import { known, type Traits } from "../../../scenario/traits.js";
import { NOT_FOUND, read } from "../read.js";

export const STYTCH: Traits = {
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
