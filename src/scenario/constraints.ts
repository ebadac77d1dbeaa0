import type { Decimal } from "../units/decimal.js";
import type { Location } from "./areas.js";

/** What an alternative must offer, whatever it costs: one that does not is out. */
export type Constraints = {
  readonly hashExport: boolean;
  readonly hashImport: boolean;
  readonly totpExport: boolean;
  /** user data is kept inside one of these; empty: anywhere */
  readonly residency: readonly Location[];
  /** the least monthly uptime that must be promised, in percent */
  readonly sla: Decimal | undefined;
  /** ids of alternatives that are shown but may not be chosen */
  readonly excludes: readonly string[];
};

export const NO_CONSTRAINTS: Constraints = {
  hashExport: false,
  hashImport: false,
  totpExport: false,
  residency: [],
  sla: undefined,
  excludes: [],
};
