import type { Comparison } from "../analysis/compare.js";
import { formatNumber } from "../units/format.js";
import type { SectionsDoc } from "./render/html/sections-page.js";
import type { Block, Cell, Row, Section, Table } from "./report-doc.js";
import { compareJson, type Json } from "./result-json.js";
import { comparisonTable } from "./sections/comparison.js";
import { costOverUsers } from "./sections/cost-over-users.js";
import { moneyCell } from "./money-cell.js";
import { verdictLabel } from "./verdict-words.js";

/** Several scenarios, a row each: size, choice, what it costs, how sure. */
export function scenariosTable(comparisons: readonly Comparison[]): Table {
  return {
    id: "scenarios",
    caption: "Scenarios side by side",
    columns: [
      { title: "Scenario", align: "left" },
      { title: "Users", align: "right" },
      { title: "Choice", align: "left" },
      { title: "Cost", align: "right" },
      { title: "For", align: "left" },
      { title: "Verdict", align: "left" },
    ],
    rows: comparisons.map(({ study, recommendation }): Row => {
      const [first] = recommendation.ranking;
      const span = recommendation.measure === "horizon" ? `${recommendation.months} months, in dollars of today` : "a month";
      return {
        cells: [
          { text: study.scenario.title },
          { text: formatNumber(recommendation.mau) },
          first ? { text: first.model.title, alternative: first.model.id } : { text: "none" },
          first ? moneyCell(first.cost) : { text: "–" },
          { text: first ? span : "" },
          { text: verdictLabel(recommendation.verdict).toLowerCase() },
        ],
      };
    }),
  };
}

/** What each alternative costs in a month in each scenario, at that scenario's own size; alternatives of the same id are one row. */
export function alternativesTable(comparisons: readonly Comparison[]): Table {
  const rows = [...titlesOf(comparisons)].map(
    ([id, title]): Row => ({ cells: [{ text: title, alternative: id }, ...comparisons.map((one): Cell => costIn(one, id))] }),
  );
  return {
    id: "alternatives-by-scenario",
    caption: "Dollars a month at each scenario's own size",
    columns: [
      { title: "Alternative", align: "left" },
      ...comparisons.map(({ study }) => ({ title: study.scenario.name, align: "right" as const })),
    ],
    rows,
  };
}

function titlesOf(comparisons: readonly Comparison[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const { study } of comparisons) for (const model of study.models) if (!titles.has(model.id)) titles.set(model.id, model.title);
  return titles;
}

function costIn({ study, recommendation }: Comparison, id: string): Cell {
  const model = study.models.find((one) => one.id === id);
  if (!model) return { text: "–" };
  const bills = study.models.map((one) => study.billAt(one, recommendation.mau)).filter((bill) => bill.obstacles.length === 0);
  const own = study.billAt(model, recommendation.mau);
  if (own.obstacles.length > 0) return { text: "not possible", mark: "infeasible" };
  return moneyCell(own.monthly, bills.every((bill) => own.monthly.lte(bill.monthly)) ? { mark: "cheapest" } : {});
}

/** Several scenarios as one page: side by side first, then each with its answer and its chart. */
export function sideBySideDoc(comparisons: readonly Comparison[]): SectionsDoc {
  const each = comparisons.map((one, index): Section => {
    const chart = costOverUsers(one);
    return {
      id: `scenario-${index + 1}`,
      title: one.study.scenario.title,
      lead: one.recommendation.sentence,
      blocks: [
        { kind: "list", items: one.recommendation.reasons },
        ...flipsBlocks(one),
        { kind: "chart", chart: { ...chart, id: `${chart.id}-${index + 1}` } },
        { kind: "table", table: { ...comparisonTable(one), id: `comparison-${index + 1}`, folded: true } },
      ],
    };
  });
  const overview: Section = {
    id: "side-by-side",
    title: "Side by side",
    blocks: [
      { kind: "table", table: scenariosTable(comparisons) },
      { kind: "table", table: alternativesTable(comparisons) },
    ],
  };
  return {
    title: `${comparisons.length} scenarios side by side`,
    lead: comparisons.map(({ recommendation }) => recommendation.sentence),
    alternatives: [...titlesOf(comparisons)].map(([id, title]) => ({ id, title, summary: "" })),
    sections: [overview, ...each],
  };
}

export function sideBySideJson(comparisons: readonly Comparison[]): Json {
  return { schemaVersion: 1, scenarios: comparisons.map(compareJson) };
}

function flipsBlocks({ recommendation }: Comparison): readonly Block[] {
  const { flipTexts } = recommendation;
  return flipTexts.length === 0
    ? []
    : [
        { kind: "prose", paragraphs: ["What would change the answer:"] },
        { kind: "list", items: flipTexts },
      ];
}
