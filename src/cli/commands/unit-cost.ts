import { unitEconomics } from "../../analysis/unit-economics.js";
import { emit, type Format, progress } from "../emit.js";
import { loadCatalogue } from "../load-catalogue.js";
import { readScenario, type ScenarioFlags } from "../read-scenario.js";

type Flags = ScenarioFlags & { readonly format: Format; readonly output?: string | undefined };

/** What an active user costs, and what the next one adds. */
export async function runUnitCost(flags: Flags): Promise<void> {
  await emit(flags.output, async () => {
    progress("pricing user by user…");
    const units = unitEconomics(readScenario(flags), await loadCatalogue());
    progress("");
    switch (flags.format) {
      case "table":
        return (await import("../unit-text.js")).unitText(units);
      case "json": {
        const [{ unitResultJson }, { jsonText }] = await Promise.all([import("../../report/unit-report.js"), import("../../report/result-json.js")]);
        return jsonText(unitResultJson(units));
      }
      case "csv":
        return (await import("../../report/unit-report.js")).unitCsv(units);
      case "markdown": {
        const [{ unitDoc }, { sectionsMarkdown }] = await Promise.all([import("../../report/unit-report.js"), import("../../report/render/markdown.js")]);
        return sectionsMarkdown(unitDoc(units));
      }
      case "html": {
        const [{ unitDoc }, { sectionsHtml }] = await Promise.all([import("../../report/unit-report.js"), import("../html-page.js")]);
        return sectionsHtml(unitDoc(units));
      }
      default:
        return flags.format satisfies never;
    }
  });
}
