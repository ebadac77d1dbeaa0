import { simulate } from "../../src/analysis/simulate.js";
import type { Catalogue } from "../../src/prices/price-file.js";
import { simulationJson } from "../../src/report/simulation-report.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";

/** What the browser runs, and Node beside it: a scenario's text to the result's text. */
export function simulatedText(scenario: string, catalogue: Catalogue): string {
  const one = simulate(parseScenario(scenario, { file: "scenario.yaml", hash: "" }), catalogue);
  return JSON.stringify({ result: simulationJson(one), lastDraws: [...one.samples.drawn.values(), ...one.samples.costs].map((column) => column.at(-1)) });
}
