import type { Comparison } from "../../analysis/compare.js";
import type { AlternativeModel } from "../../engine/model.js";
import { DRIVER_NAMES, DRIVERS } from "../../scenario/drivers.js";
import { capitalized, formatNumber, listed } from "../../units/format.js";
import { standInSentences } from "../price-basis.js";
import type { Block, Row, Section } from "../report-doc.js";

/** Everything that the result takes for granted: stated drivers, defaults with their reasons, what is left out. */
export function assumptionsSection(comparison: Comparison): Section {
  const { study, assumptions } = comparison;
  const { workload } = study.scenario;
  const drivers = DRIVER_NAMES.map((name): Row => {
    const value = workload.get(name);
    const assumed = assumptions.find((one) => one.kind === "driver" && one.name === name);
    return {
      cells: [
        { text: capitalized(DRIVERS[name].title) },
        { text: name },
        { text: value ? formatNumber(value) : (assumed?.value ?? "") },
        { text: value ? "stated" : "default" },
        { text: DRIVERS[name].meaning },
        { text: value ? "" : (assumed?.because ?? "") },
      ],
    };
  });
  return {
    id: "assumptions",
    title: "Assumptions",
    lead: "Every figure above follows from these. What the scenario does not state takes a documented default.",
    blocks: [
      {
        kind: "table",
        table: {
          id: "drivers",
          caption: "Drivers of the workload",
          columns: [
            { title: "Driver", align: "left" },
            { title: "In a scenario", align: "left" },
            { title: "Value", align: "right" },
            { title: "From", align: "left" },
            { title: "Meaning", align: "left" },
            { title: "Reason for the default", align: "left" },
          ],
          rows: drivers,
        },
      },
      ...settingsBlock(comparison),
      {
        kind: "list",
        items: [
          ...standInSentences(comparison),
          "An hour-priced resource runs 730 hours in an estimated month.",
          "List prices in US dollars, without tax, support plans, credits or negotiated discounts.",
          ...leftOut(study.models),
        ],
      },
    ],
  };
}

/** What bills leave out, once for all alternatives that leave out the same. */
function leftOut(models: readonly AlternativeModel[]): readonly string[] {
  const titles = new Map<string, string[]>();
  for (const { title, leavesOut } of models) {
    if (leavesOut.length === 0) continue;
    const what = leavesOut.join("; ");
    titles.set(what, [...(titles.get(what) ?? []), title]);
  }
  return [...titles].map(([what, of]) => `${listed(of)} ${of.length === 1 ? "leaves" : "leave"} out: ${what}.`);
}

/** All settings in one table: what each alternative uses, stated values marked; a line opens to meaning and reason. */
function settingsBlock(comparison: Comparison): readonly Block[] {
  const models = comparison.study.models.filter((model) => Object.keys(model.settings).length > 0);
  const specs = new Map(models.flatMap((model) => Object.entries(model.specs)));
  if (specs.size === 0) return [];
  const rows = [...specs].map(
    ([name, spec]): Row => ({
      cells: [{ text: name }, ...models.map((model) => ({ text: settingText(model, name) }))],
      detail: { lines: [`Meaning: ${spec.meaning}.`, `Default ${String(spec.default)}, because: ${spec.because}.`] },
    }),
  );
  return [
    {
      kind: "table",
      table: {
        id: "settings",
        folded: true,
        caption: "Settings of the alternatives; a value in quotation marks is stated by the scenario, the others are defaults",
        columns: [
          { title: "Setting", align: "left" },
          ...models.map((model) => ({ title: model.title, align: "left" as const, alternative: model.id })),
        ],
        rows,
      },
    },
  ];
}

function settingText(model: Comparison["study"]["models"][number], name: string): string {
  const value = model.settings[name];
  if (value === undefined) return "–";
  return model.assumptions.some((one) => one.name === name) ? String(value) : `“${String(value)}”`;
}
