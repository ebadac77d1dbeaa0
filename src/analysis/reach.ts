import type { AlternativeModel } from "../engine/model.js";
import { driverValue } from "../scenario/driver-value.js";
import { DRIVER_NAMES } from "../scenario/drivers.js";
import type { Scenario } from "../scenario/scenario.js";
import { costName, HOURLY_RATE, rateName } from "../scenario/variable-names.js";
import { inputsOf } from "../units/node.js";
import type { Measure } from "./cost-model.js";

/** The scenario with a value for every driver, so that each is an input of the trees that use it. */
export function withEveryDriver(scenario: Scenario): Scenario {
  return { ...scenario, workload: new Map(DRIVER_NAMES.map((name) => [name, driverValue(name, scenario.workload)])) };
}

/**
 * The names of everything that can move an alternative's cost: drivers, costs given by hand, the hourly rate, levels of rates.
 * Read off its trees, not guessed: what is not among them changes nothing at any value.
 * @param model of a scenario `withEveryDriver`
 */
export function reaching(model: AlternativeModel, measure: Measure): ReadonlySet<string> {
  const nodes = [...model.charges.map((charge) => charge.quantity), ...model.limits.map((limit) => limit.value)];
  const names = new Set(nodes.flatMap((node) => [...inputsOf(node)]));
  for (const charge of model.charges) names.add(rateName(charge.rate));
  for (const cost of model.costs) {
    const atOnce = measure === "horizon" && (cost.once !== undefined || cost.hoursOnce !== undefined);
    if (atOnce || cost.monthly !== undefined || cost.perMau !== undefined || cost.hoursPerYear !== undefined)
      names.add(costName(cost.name));
    if (cost.perMau !== undefined) names.add("mau");
    if (cost.hoursPerYear !== undefined || (measure === "horizon" && cost.hoursOnce !== undefined)) names.add(HOURLY_RATE);
  }
  return names;
}
