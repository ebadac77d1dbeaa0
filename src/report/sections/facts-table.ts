import type { Comparison } from "../../analysis/compare.js";
import { constraintReasons } from "../../analysis/constraint-words.js";
import type { AlternativeModel } from "../../engine/model.js";
import type { Constraints } from "../../scenario/constraints.js";
import { TRAIT_NAMES, type Traits, TRAITS } from "../../scenario/traits.js";
import { formatNumber } from "../../units/format.js";
import { factText, groundText } from "../fact-words.js";
import type { Cell, Row, Table } from "../report-doc.js";

/** What each alternative can and cannot do besides money, beside what the scenario demands; a line opens to grounds and sources. */
export function factsTable(comparison: Comparison): Table {
  const { models, scenario } = comparison.study;
  const isConstrained = models.some((model) => model.checks.length > 0);
  const rows = TRAIT_NAMES.map(
    (trait): Row => ({
      cells: [
        { text: TRAITS[trait] },
        ...(isConstrained ? [{ text: demandText(trait, scenario.decision.constraints) }] : []),
        ...models.map((model) => factCell(model, trait)),
      ],
      detail: { lines: models.map((model) => `${model.title}: ${groundText(model.traits, trait)}`) },
    }),
  );
  return {
    id: "facts",
    caption: "What each can do besides money; open a line for the grounds and their sources",
    columns: [
      { title: "Fact", align: "left" },
      ...(isConstrained ? [{ title: "Required", align: "left" as const }] : []),
      ...models.map((model) => ({ title: model.title, align: "right" as const, alternative: model.id })),
    ],
    rows,
  };
}

function demandText(trait: keyof Traits, constraints: Constraints): string {
  switch (trait) {
    case "residency":
      return constraints.residency.length > 0 ? constraints.residency.join(" or ") : "–";
    case "sla":
      return constraints.sla === undefined ? "–" : `${formatNumber(constraints.sla)} %`;
    default:
      return constraints[trait] ? "yes" : "–";
  }
}

function factCell(model: AlternativeModel, trait: keyof Traits): Cell {
  const isBroken = model.checks.some((check) => check.constraint === trait && check.status === "broken");
  return { text: factText(model.traits, trait), ...(isBroken ? { mark: "infeasible" as const } : {}) };
}

/** What the constraints come to: who is out, what is open, what is met with a remark. */
export function constraintItems(comparison: Comparison): readonly string[] {
  const outItems = (model: AlternativeModel): readonly string[] =>
    model.checks
      .filter((check) => check.status === "broken")
      .map(
        ({ constraint, required, has }) =>
          `${model.title} is out: ${constraint === "excludes" ? "the scenario excludes it" : `${required} is required, but ${has}`}.`,
      );
  return comparison.study.models.flatMap((model) => {
    const out = outItems(model);
    return out.length > 0 ? out : constraintReasons(model);
  });
}
