import type { Scenario } from "../scenario/scenario.js";
import { ZERO } from "../units/decimal.js";
import { isLarge } from "./sla-settings.js";

/** Whether two scenarios give a request the same model: everything that assembling reads is the same; values of drivers are not read, only which are stated and the class of size. */
export function sameBasis(one: Scenario, other: Scenario): boolean {
  return (
    one.discounts === other.discounts &&
    one.decision === other.decision &&
    one.requirements === other.requirements &&
    one.labour.hourlyRate === other.labour.hourlyRate &&
    one.prices.book === other.prices.book &&
    one.prices.region === other.prices.region &&
    sameKeys(one.workload, other.workload) &&
    isLarge(one.workload.get("mau") ?? ZERO) === isLarge(other.workload.get("mau") ?? ZERO)
  );
}

function sameKeys(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean {
  return one.size === other.size && [...one.keys()].every((key) => other.has(key));
}
