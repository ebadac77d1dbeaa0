import type { Architecture } from "../../src/architectures/architecture.js";
import { BOOKS } from "../../src/architectures/registry.js";
import { assemble } from "../../src/engine/assemble.js";
import type { AlternativeModel } from "../../src/engine/model.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";

/** A scenario from plain data, as a scenario file would say it. */
export function scenarioOf(data: Readonly<Record<string, unknown>>): Scenario {
  return parseScenario(JSON.stringify({ name: "test", ...data }), { file: "test.yaml", hash: "" });
}

/** The one alternative of a scenario, ready to be priced. */
export function modelOf(scenario: Scenario): AlternativeModel {
  const [model] = assemble(scenario);
  if (model === undefined) throw new Error("the scenario has no alternative");
  return model;
}

/** A book that a scenario with the architecture can be priced with: vendors stand beside the alternatives of any book. */
export const bookFor = (architecture: Architecture): string => (BOOKS.includes(architecture.book) ? architecture.book : "aws");
