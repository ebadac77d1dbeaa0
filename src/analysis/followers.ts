import { DRIVERS, type DriverName } from "../scenario/drivers.js";
import type { Scenario } from "../scenario/scenario.js";

/**
 * Drivers that the scenario leaves at a multiple of a drawn one: they follow its draws.
 * The trees of a month do so by themselves; over a horizon these drivers are the inputs that its first month begins with.
 */
const FOLLOWERS = ["registeredUsers"] as const satisfies readonly DriverName[];

export function followerColumns(scenario: Scenario, drawn: ReadonlyMap<string, Float64Array>): ReadonlyMap<DriverName, Float64Array> {
  return new Map(FOLLOWERS.flatMap((name): (readonly [DriverName, Float64Array])[] => {
    const spec = DRIVERS[name].default;
    const leader = spec.kind === "multiple" ? drawn.get(spec.of) : undefined;
    if (spec.kind !== "multiple" || !leader || scenario.workload.has(name) || drawn.has(name)) return [];
    const factor = Number(spec.factor);
    return [[name, leader.map((value) => value * factor)]];
  }));
}
