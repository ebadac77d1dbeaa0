import type { Comparison } from "../../analysis/compare.js";
import { CRITERIA, CRITERION_NAMES } from "../../scenario/criteria.js";
import { formatNumber } from "../../units/format.js";
import type { Row, Section } from "../report-doc.js";

/** What money does not measure: scores from 1 to 5 with their reasons, and the scenario's weights. */
export function criteriaSection(comparison: Comparison): Section {
  const { study } = comparison;
  const { priorities } = study.scenario.decision;
  const stated = CRITERION_NAMES.filter((name) => priorities[name]?.gt(0) === true);
  const rows = CRITERION_NAMES.map((name): Row => ({
    cells: [
      { text: CRITERIA[name] },
      { text: priorities[name] ? formatNumber(priorities[name]) : "–" },
      ...study.models.map((model) => ({ text: model.scores[name] ? `${model.scores[name].score} of 5` : "–" })),
    ],
    detail: { lines: study.models.map((model) => `${model.title}: ${model.scores[name]?.because ?? "no score given"}`) },
  }));
  return {
    id: "criteria", title: "Besides money",
    lead: stated.length === 0 ? "The scenario states no priorities, so cost alone decided. The scores stand here for the discussion." : `The scenario weighs cost with ${formatNumber(study.scenario.decision.cost)} against these priorities.`,
    blocks: [{ kind: "table", table: {
      id: "criteria-table", caption: "Scores from 1 (badly) to 5 (fully); open a line for the reasons",
      columns: [{ title: "Criterion", align: "left" }, { title: "Weight", align: "right" }, ...study.models.map((model) => ({ title: model.title, align: "right" as const, alternative: model.id }))],
      rows,
    } }],
  };
}
