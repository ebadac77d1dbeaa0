import { crossoverMapping } from "../../analysis/crossover-map.js";
import type { Measure } from "../../analysis/cost-model.js";
import { emit, type Format, progress } from "../emit.js";
import { inFormat } from "../in-format.js";
import { inSteps } from "../in-steps.js";
import { loadCatalogue } from "../load-catalogue.js";
import { readScenario, type ScenarioFlags } from "../read-scenario.js";

type Ends = {
  readonly fromX?: string | undefined;
  readonly toX?: string | undefined;
  readonly fromY?: string | undefined;
  readonly toY?: string | undefined;
};
type Flags = ScenarioFlags &
  Ends & {
    readonly x?: string | undefined;
    readonly y?: string | undefined;
    readonly measure: Measure;
    readonly format: Format;
    readonly output?: string | undefined;
  };

/** Where each alternative is the cheapest, over two drivers. */
export async function runMap(flags: Flags): Promise<void> {
  await emit(flags.output, async () => {
    const { measure, x, y, fromX, toX, fromY, toY } = flags;
    const steps = crossoverMapping(readScenario(flags), await loadCatalogue(), {
      measure,
      x: { name: x, from: fromX, to: toX },
      y: { name: y, from: fromY, to: toY },
    });
    const found = await inSteps(steps, (share) => progress(`drawing the map… ${Math.round(share * 100)} %`));
    progress("");
    const report = () => import("../../report/map-report.js");
    return inFormat(flags.format, {
      table: async () => (await import("../map-text.js")).mapText(found),
      json: async () => (await report()).mapResultJson(found),
      csv: async () => (await report()).mapCsv(found),
      doc: async () => (await report()).mapDoc(found),
    });
  });
}
