import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";

const FOLDER = fileURLToPath(new URL("../../scenarios/", import.meta.url));

/** The shipped scenarios by name, as their files say. */
export const SHIPPED: ReadonlyMap<string, Scenario> = new Map(readdirSync(FOLDER).filter((file) => file.endsWith(".yaml")).sort().map((file) => {
  return [file.replace(/\.yaml$/, ""), parseScenario(readFileSync(`${FOLDER}${file}`, "utf8"), { file, hash: "" })];
}));

export function shipped(name: string): Scenario {
  const found = SHIPPED.get(name);
  if (!found) throw new Error(`no scenario is called ${name}`);
  return found;
}
