import { type Decimal, decimal } from "../units/decimal.js";
import { DRIVERS } from "./drivers.js";
import type { DriverName } from "./driver-spec.js";

/** The value of a driver: the stated one, or its default worked out from the others. @throws RangeError for mau, which has no default */
export function driverValue(name: DriverName, stated: ReadonlyMap<DriverName, Decimal>): Decimal {
  const value = stated.get(name);
  if (value !== undefined) return value;
  const spec = DRIVERS[name].default;
  switch (spec.kind) {
    case "value":
      return decimal(spec.value);
    case "multiple":
      return driverValue(spec.of, stated).times(decimal(spec.factor));
    case "required":
      throw new RangeError(`${name} has no default`);
    default:
      return spec satisfies never;
  }
}
