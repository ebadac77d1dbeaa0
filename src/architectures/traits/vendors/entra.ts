import type { Traits } from "../../../scenario/traits.js";
import { NOT_FOUND } from "../read.js";

export const ENTRA: Traits = { hashExport: NOT_FOUND, hashImport: NOT_FOUND, totpExport: NOT_FOUND, residency: NOT_FOUND, sla: NOT_FOUND };
