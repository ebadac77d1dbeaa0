import { type HorizonComparison, type HorizonCost, horizonComparison } from "../../src/analysis/horizon.js";
import { DEFAULT_HORIZON } from "../../src/analysis/horizon-assumptions.js";
import { type Outlook, outlook } from "../../src/analysis/outlook.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { catalogue } from "./catalogue.js";

/** A scenario at the prices of one day from the rest of its text. */
export const scenarioFrom = (yaml: string): Scenario => parseScenario(`name: ahead\nprices: { asOf: 2026-10-06 }\n${yaml}\n`, { file: "ahead.yaml", hash: "" });

export function outlookFrom(yaml: string): Outlook {
  const scenario = scenarioFrom(yaml);
  return outlook(scenario, catalogue, scenario.horizon ?? DEFAULT_HORIZON);
}

export const comparisonFrom = (yaml: string): HorizonComparison => horizonComparison(outlookFrom(yaml));

/** The cost of the alternative of that id. */
export function costOf(comparison: HorizonComparison, id: string): HorizonCost {
  const found = comparison.costs.find((cost) => cost.model.id === id);
  if (!found) throw new Error(`no alternative ${id}`);
  return found;
}
