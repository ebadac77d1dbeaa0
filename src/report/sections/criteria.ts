import type { Comparison } from "../../analysis/compare.js";
import { analyseCriteria } from "../../analysis/criteria.js";
import { CRITERIA, CRITERION_NAMES } from "../../scenario/criteria.js";
import { formatNumber } from "../../units/format.js";
import type { Block, Row, Section, Table } from "../report-doc.js";
import { constraintItems, factsTable } from "./facts-table.js";
import { acceptabilityTable, stabilityTable } from "./weights-tables.js";

/** What money does not measure: constraints and facts, scores with their reasons, and how much hangs on the weights. */
export function criteriaSection(comparison: Comparison): Section {
  const { study, recommendation } = comparison;
  const { decision } = study.scenario;
  const isWeighed = CRITERION_NAMES.some((name) => decision.priorities[name]?.gt(0) === true);
  const analysis = analyseCriteria(study, recommendation);
  const titleOf = (id: string): string => study.models.find((model) => model.id === id)?.title ?? id;
  const items = constraintItems(comparison);
  const unranked = analysis.acceptability?.unranked ?? [];
  return {
    id: "criteria",
    title: "Besides money",
    lead: isWeighed
      ? `The scenario weighs cost with ${formatNumber(decision.cost)} against these priorities.`
      : "The scenario states no priorities, so cost alone decided. The scores stand here for the discussion.",
    blocks: [
      ...(items.length > 0 ? [{ kind: "list" as const, items }] : []),
      tableBlock(factsTable(comparison)),
      tableBlock(scoresTable(comparison)),
      ...(analysis.stability.length > 0 ? [tableBlock(stabilityTable(analysis, decision.cost, titleOf))] : []),
      ...(analysis.acceptability ? [tableBlock(acceptabilityTable(analysis.acceptability))] : []),
      ...(unranked.length > 0
        ? [{ kind: "list" as const, items: unranked.map((model) => `${model.title} is not ranked: it lacks a score.`) }]
        : []),
    ],
  };
}

const tableBlock = (table: Table): Block => ({ kind: "table", table });

function scoresTable(comparison: Comparison): Table {
  const { models, scenario } = comparison.study;
  const { priorities } = scenario.decision;
  const rows = CRITERION_NAMES.map(
    (name): Row => ({
      cells: [
        { text: CRITERIA[name] },
        { text: priorities[name] ? formatNumber(priorities[name]) : "–" },
        ...models.map((model) => ({ text: model.scores[name] ? `${model.scores[name].score} of 5` : "–" })),
      ],
      detail: { lines: models.map((model) => `${model.title}: ${model.scores[name]?.because ?? "no score given"}`) },
    }),
  );
  return {
    id: "criteria-table",
    caption: "Scores from 1 (badly) to 5 (fully); open a line for the reasons",
    columns: [
      { title: "Criterion", align: "left" },
      { title: "Weight", align: "right" },
      ...models.map((model) => ({ title: model.title, align: "right" as const, alternative: model.id })),
    ],
    rows,
  };
}
