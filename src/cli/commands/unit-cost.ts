import { unitEconomics } from "../../analysis/unit-economics.js";
import { emit, type Format, progress } from "../emit.js";
import { inFormat } from "../in-format.js";
import { loadCatalogue } from "../load-catalogue.js";
import { readScenario, type ScenarioFlags } from "../read-scenario.js";

type Flags = ScenarioFlags & { readonly format: Format; readonly output?: string | undefined };

/** What an active user costs, and what the next one adds. */
export async function runUnitCost(flags: Flags): Promise<void> {
  await emit(flags.output, async () => {
    progress("pricing user by user…");
    const units = unitEconomics(readScenario(flags), await loadCatalogue());
    progress("");
    const report = () => import("../../report/unit-report.js");
    return inFormat(flags.format, {
      table: async () => (await import("../unit-text.js")).unitText(units),
      json: async () => (await report()).unitResultJson(units),
      csv: async () => (await report()).unitCsv(units),
      doc: async () => (await report()).unitDoc(units),
    });
  });
}
