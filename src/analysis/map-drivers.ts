import type { Catalogue } from "../prices/price-file.js";
import { DRIVER_NAMES } from "../scenario/drivers.js";
import type { DriverName } from "../scenario/driver-spec.js";
import type { Scenario } from "../scenario/scenario.js";
import { assumedVariables } from "./assumed-variables.js";
import { costModel } from "./cost-model.js";
import { leadersOf } from "./leaders.js";
import { DEFAULT_SPREAD } from "./ranged-variables.js";
import { reaching, withEveryDriver } from "./reach.js";
import { study } from "./study.js";
import { allSteps } from "./steps.js";
import { tornado } from "./tornado.js";

const FALLBACK: DriverName = "federatedShare";

/** The axes of a map: as named; else users across, and up the driver besides it that moves the difference between the two leaders most. */
export function mapDrivers(
  scenario: Scenario,
  catalogue: Catalogue,
  x: string | undefined,
  y: string | undefined,
): { readonly x: string; readonly y: string } {
  const across = x ?? (y === "mau" ? mostMoving(scenario, catalogue, "mau") : "mau");
  return { x: across, y: y ?? (across === "mau" ? mostMoving(scenario, catalogue, across) : "mau") };
}

/** federatedShare where nothing else moves the month's difference, or there is nothing to choose between. */
function mostMoving(scenario: Scenario, catalogue: Catalogue, besides: string): string {
  const month = costModel(scenario, catalogue, [], "month");
  const leaders = leadersOf(month.study, month.exact(new Map()));
  if (!leaders) return FALLBACK;
  const { models } = study(withEveryDriver(scenario), catalogue);
  const reached = new Set(
    [leaders.choice.index, leaders.rival.index].flatMap((index) => {
      const model = models[index];
      return model ? [...reaching(model, "month")] : [];
    }),
  );
  const drivers = assumedVariables(scenario, DEFAULT_SPREAD, "month").variables.filter(
    ({ name }) => name !== besides && reached.has(name) && (DRIVER_NAMES as readonly string[]).includes(name),
  );
  return allSteps(tornado(scenario, catalogue, drivers, leaders, "month")).bars[0]?.variable.name ?? FALLBACK;
}
