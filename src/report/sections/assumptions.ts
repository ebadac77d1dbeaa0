import type { Comparison } from "../../analysis/compare.js";
import { DRIVER_NAMES, DRIVERS } from "../../scenario/drivers.js";
import { formatNumber } from "../../units/format.js";
import type { Block, Row, Section } from "../report-doc.js";

/** Everything that the result takes for granted: stated drivers, defaults with their reasons, what is left out. */
export function assumptionsSection(comparison: Comparison): Section {
  const { study, assumptions } = comparison;
  const { workload } = study.scenario;
  const drivers = DRIVER_NAMES.map((name): Row => {
    const value = workload.get(name);
    const assumed = assumptions.find((one) => one.kind === "driver" && one.name === name);
    return { cells: [{ text: name }, { text: value ? formatNumber(value) : (assumed?.value ?? "") }, { text: value ? "stated" : "default" }, { text: DRIVERS[name].meaning }, { text: value ? "" : (assumed?.because ?? "") }] };
  });
  const settings = study.models.filter((model) => Object.keys(model.settings).length > 0).map((model): Block => ({ kind: "table", table: {
    id: `settings-${model.id}`, caption: `Settings of ${model.title}`,
    columns: [{ title: "Setting", align: "left" }, { title: "Value", align: "left" }, { title: "From", align: "left" }, { title: "Meaning", align: "left" }, { title: "Reason for the default", align: "left" }],
    rows: Object.entries(model.settings).map(([name, value]): Row => {
      const assumed = model.assumptions.find((one) => one.name === name);
      return { cells: [{ text: name }, { text: String(value) }, { text: assumed ? "default" : "stated" }, { text: model.specs[name]?.meaning ?? "" }, { text: assumed?.because ?? "" }] };
    }),
  } }));
  return {
    id: "assumptions", title: "Assumptions",
    lead: "Every figure above follows from these. What the scenario does not state takes a documented default.",
    blocks: [
      { kind: "table", table: {
        id: "drivers", caption: "Drivers of the workload",
        columns: [{ title: "Driver", align: "left" }, { title: "Value", align: "right" }, { title: "From", align: "left" }, { title: "Meaning", align: "left" }, { title: "Reason for the default", align: "left" }],
        rows: drivers,
      } },
      ...settings,
      { kind: "list", items: [
        "An hour-priced resource runs 730 hours in an estimated month.",
        "List prices in US dollars, without tax, support plans, credits or negotiated discounts.",
        ...study.models.flatMap((model) => model.leavesOut.map((left) => `${model.title} leaves out: ${left}.`)),
      ] },
    ],
  };
}
