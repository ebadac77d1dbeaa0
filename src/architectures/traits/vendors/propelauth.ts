import { known, type Traits } from "../../../scenario/traits.js";
import { NOT_FOUND, read } from "../read.js";

export const PROPELAUTH: Traits = {
  hashExport: NOT_FOUND,
  hashImport: known("yes", "a call takes the hash of a user who is moved in", read("https://docs.propelauth.com/migrations", "high")),
  totpExport: NOT_FOUND,
  residency: NOT_FOUND,
  sla: NOT_FOUND,
};
