import { variedCard, variedModel, type Values } from "../engine/varied.js";
import { DRIVER_NAMES } from "../scenario/drivers.js";
import { HOURLY_RATE } from "../scenario/variable-names.js";
import type { Usd } from "../units/usd.js";
import type { Study } from "./study.js";

/** The study with other values: drivers, costs, the price of an hour, the level of rates. */
export function variedStudy(one: Study, values: Values): Study {
  const workload = new Map(one.scenario.workload);
  for (const name of DRIVER_NAMES) {
    const value = values.get(name);
    if (value) workload.set(name, value);
  }
  const hourlyRate = (values.get(HOURLY_RATE) as Usd | undefined) ?? one.scenario.labour.hourlyRate;
  return {
    ...one,
    scenario: { ...one.scenario, workload, labour: { ...one.scenario.labour, hourlyRate } },
    models: one.models.map((model) => variedModel(model, values)),
    card: variedCard(one.card, values),
  };
}
