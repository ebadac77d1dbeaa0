import { known, type Traits } from "../../../scenario/traits.js";
import { NOT_FOUND, read } from "../read.js";

export const KINDE: Traits = {
  hashExport: known(
    "yes",
    "an export of users in lines of JSON holds their passwords, as another environment of Kinde takes them",
    read("https://docs.kinde.com/manage-users/add-and-edit/move-users", "medium", "2026-11-27"),
  ),
  hashImport: known(
    "yes",
    "users come with their passwords from CSV or lines of JSON",
    read("https://docs.kinde.com/manage-users/add-and-edit/import-users-in-bulk/", "medium", "2026-11-27"),
  ),
  totpExport: NOT_FOUND,
  residency: NOT_FOUND,
  sla: NOT_FOUND,
};
