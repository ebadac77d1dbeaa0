import { pointAt } from "../../analysis/compare.js";
import { study } from "../../analysis/study.js";
import { nameHint } from "../../problems/nearest-name.js";
import { ProblemError, quoted } from "../../problems/problem.js";
import { type Explained, explainCsv, explainDoc, explainJson } from "../../report/explain-document.js";
import { whole } from "../../units/decimal.js";
import { emit, type Format } from "../emit.js";
import { explainText } from "../explain-text.js";
import { inFormat } from "../in-format.js";
import { loadCatalogue } from "../load-catalogue.js";
import { readScenario, type ScenarioFlags } from "../read-scenario.js";

type Flags = ScenarioFlags & { readonly alternative: string; readonly format: Format; readonly output?: string | undefined };

/** The arithmetic of one alternative's bill in words. */
export async function runExplain(flags: Flags): Promise<void> {
  await emit(flags.output, async () => {
    const scenario = readScenario(flags);
    const one = study(scenario, await loadCatalogue());
    const mau = flags.mau === undefined ? (scenario.workload.get("mau") ?? whole(0)) : (scenario.points.at(-1) ?? whole(0));
    const found = one.models.find((model) => model.id === flags.alternative);
    if (!found) {
      const ids = one.models.map((model) => model.id);
      throw new ProblemError([
        {
          code: "unknown-name",
          place: { file: "--alternative" },
          message: `the scenario has no alternative ${quoted(flags.alternative)}`,
          ...nameHint(flags.alternative, ids),
        },
      ]);
    }
    const priced = pointAt({ ...one, models: [found], fast: one.fast }, mau).alternatives[0];
    if (!priced) return "";
    const explained: Explained = { ...priced, mau, asOf: one.card.asOf, region: one.card.region };
    return inFormat(flags.format, {
      table: () => explainText(explained),
      json: () => explainJson(explained),
      csv: () => explainCsv(explained),
      doc: () => explainDoc(explained),
    });
  });
}
