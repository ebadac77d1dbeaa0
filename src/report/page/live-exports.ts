import { compare } from "../../analysis/compare.js";
import { ProblemError } from "../../problems/problem.js";
import type { Catalogue } from "../../prices/price-file.js";
import type { Scenario } from "../../scenario/scenario.js";
import { lineItemRows } from "../line-item-rows.js";
import { scenarioYaml } from "../live/scenario-yaml.js";
import { smallCsv } from "../live/small-csv.js";
import { compareJson, jsonText } from "../result-json.js";
import { slug } from "../render/html/frame.js";
import type { PanelButton } from "./live-panel.js";
import { copy, download, say } from "./table-tools.js";

export type ExportedState = { readonly scenario: Scenario; readonly catalogue: Catalogue; readonly fragment: string };

/** The state as a link: the address says what changed. */
export const LINK: PanelButton = {
  label: "Copy link",
  act: (self) => void copy(location.href).then((done) => say(self, done ? "Copied" : "Not copied")),
};

/** The state as files: the scenario for the command line, every line item, the whole result. */
export function exportsOf(state: () => ExportedState, notice: (texts: readonly string[]) => void): readonly PanelButton[] {
  const guarded = (act: (state: ExportedState) => void) => (): void => {
    try {
      act(state());
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      notice(["Nothing to save: this cannot be computed.", ...error.problems.slice(0, 4).map(({ message }) => message)]);
    }
  };
  return [
    {
      label: "Scenario (YAML)",
      act: guarded(({ scenario, fragment }) =>
        download(
          `${slug(scenario.name)}.yaml`,
          `# authcost compare ${slug(scenario.name)}.yaml${fragment === "" ? "" : `\n# changed in the report: ${fragment}`}\n${scenarioYaml(scenario)}`,
          "application/yaml",
        ),
      ),
    },
    {
      label: "Line items (CSV)",
      act: guarded(({ scenario, catalogue }) =>
        download("line-items.csv", smallCsv(lineItemRows(compare(scenario, catalogue))), "text/csv"),
      ),
    },
    {
      label: "Result (JSON)",
      act: guarded(({ scenario, catalogue }) =>
        download("result.json", jsonText(compareJson(compare(scenario, catalogue))), "application/json"),
      ),
    },
  ];
}
