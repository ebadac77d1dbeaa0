import { DRIVERS } from "./drivers.js";
import type { DriverName } from "./driver-spec.js";

/** What an uncertain value may be, bounds inclusive; draws beyond are taken back to them. */
export type Limits = { readonly least: number; readonly most: number; readonly integer: boolean };

export const MONEY_LIMITS: Limits = { least: 0, most: 1e12, integer: false };
/** a factor on a listed price */
export const LEVEL_LIMITS: Limits = { least: 0, most: 1000, integer: false };
/** the part by which users grow in a month */
export const GROWTH_LIMITS: Limits = { least: -0.99, most: 1, integer: false };

export function driverLimits(name: DriverName): Limits {
  return { least: 0, most: Number(DRIVERS[name].most), integer: DRIVERS[name].integer === true };
}
