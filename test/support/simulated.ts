import { type Simulation, simulate, type SimulationOptions } from "../../src/analysis/simulate.js";
import { simulationJson } from "../../src/report/simulation-report.js";
import { catalogue } from "./catalogue.js";
import { hand } from "./recommended.js";
import { scenarioOf } from "./models.js";

/** A simulation of a scenario given as plain data; a thousand users unless it says otherwise. */
export function simulated(data: Readonly<Record<string, unknown>>, options: SimulationOptions = {}): Simulation {
  return simulate(scenarioOf({ workload: { mau: "1000" }, ...data }), catalogue, options);
}

/** An alternative that costs one named amount a month. */
export const monthly = (id: string, monthly: string) => ({ ...hand(id, {}), costs: [{ name: id, monthly }] });

/** The JSON of a simulation as text, for comparing to the last byte. */
export const bytes = (one: Simulation): string => JSON.stringify(simulationJson(one));

export const outcome = (one: Simulation, place: number) => {
  const [found, choice] = [one.outcomes[place], one.choice.alternatives[place]];
  if (!found?.summary || !choice) throw new Error(`no outcome at place ${place}`);
  return { ...found, summary: found.summary, choice };
};
