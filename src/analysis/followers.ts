import type { Values } from "../engine/varied.js";
import { DRIVERS } from "../scenario/drivers.js";
import type { DriverName } from "../scenario/driver-spec.js";
import type { Scenario } from "../scenario/scenario.js";
import { decimal } from "../units/decimal.js";

/**
 * Drivers that a scenario leaves at a multiple of another one follow it when it varies. The trees of a month do so by themselves;
 * over a horizon these drivers are the inputs that its first month begins with, so their values must be brought along.
 */
const FOLLOWERS = ["registeredUsers"] as const satisfies readonly DriverName[];

export type Followers = {
  /** how many accounts come with each user, where they follow the users */
  readonly accountsPerUser: number | undefined;
  readonly values: (varied: Values) => Values;
  readonly columns: (varied: ReadonlyMap<string, Float64Array>) => ReadonlyMap<string, Float64Array>;
};

/** @param varied names that are given values of their own */
export function followersOf(scenario: Scenario, varied: readonly string[]): Followers {
  const following = FOLLOWERS.flatMap((name) => {
    const spec = DRIVERS[name].default;
    return spec.kind === "multiple" && !scenario.workload.has(name) && !varied.includes(name)
      ? [{ name, of: spec.of, factor: spec.factor }]
      : [];
  });
  const accounts = following.find(({ name, of }) => name === "registeredUsers" && of === "mau");
  return {
    accountsPerUser: accounts && Number(accounts.factor),
    values: (given) => {
      const all = new Map(given);
      for (const { name, of, factor } of following) {
        const leader = given.get(of);
        if (leader) all.set(name, leader.times(decimal(factor)));
      }
      return all;
    },
    columns: (given) => {
      const all = new Map(given);
      for (const { name, of, factor } of following) {
        const multiple = Number(factor);
        const leader = given.get(of);
        if (leader)
          all.set(
            name,
            leader.map((value) => value * multiple),
          );
      }
      return all;
    },
  };
}
