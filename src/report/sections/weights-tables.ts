import type { Acceptability, CriteriaAnalysis } from "../../analysis/criteria.js";
import type { CriterionStability, StabilityBound } from "../../analysis/criterion-stability.js";
import type { Weighed } from "../../analysis/score-matrix.js";
import { CRITERIA } from "../../scenario/criteria.js";
import type { Decimal } from "../../units/decimal.js";
import { formatNumber } from "../../units/format.js";
import type { Cell, Row, Table } from "../report-doc.js";

export const weighedLabel = (name: Weighed): string => (name === "cost" ? "cost" : CRITERIA[name]);

/** In which range of each weight the choice stays first, and who is first beyond it. */
export function stabilityTable(analysis: CriteriaAnalysis, cost: Decimal, titleOf: (id: string) => string): Table {
  const next = (bound: StabilityBound | undefined): Cell =>
    bound === undefined ? { text: "–" } : { text: `${titleOf(bound.to)} at ${formatNumber(bound.outside)}`, alternative: bound.to };
  const rows = analysis.stability.map(
    (one: CriterionStability): Row => ({
      cells: [
        { text: weighedLabel(one.criterion) },
        { text: formatNumber(one.weight) },
        { text: one.from ? formatNumber(one.from.inside) : "0" },
        { text: one.to ? formatNumber(one.to.inside) : "100" },
        next(one.from),
        next(one.to),
      ],
    }),
  );
  return {
    id: "weight-stability",
    caption: "How far each weight may move, the others as they are, while the choice stays first",
    columns: [
      { title: "Criterion", align: "left" },
      { title: "Weight", align: "right" },
      { title: "From", align: "right" },
      { title: "To", align: "right" },
      { title: "Below it", align: "left" },
      { title: "Above it", align: "left" },
    ],
    rows,
    note: `Weights go from 0 to 100; cost weighs ${formatNumber(cost)}. Each bound was confirmed by deciding again at it and one hundredth beyond it.`,
  };
}

/** "62 %"; a part that would round to none or all says so. */
const percent = (part: number): string =>
  part > 0 && part < 0.005 ? "<1 %" : part < 1 && part >= 0.995 ? ">99 %" : `${Math.round(part * 100)} %`;
const ordinal = (rank: number): string => `${rank}${["st", "nd", "rd"][rank - 1] ?? "th"}`;

/** How often each alternative takes each rank over all weights. */
export function acceptabilityTable(acceptability: Acceptability): Table {
  const { alternatives, criteria, weightings, seed } = acceptability;
  const rows = alternatives.map(
    ({ model, ranks, central }): Row => ({
      cells: [{ text: model.title, alternative: model.id }, ...ranks.map((part) => ({ text: percent(part), exact: part.toFixed(4) }))],
      detail: {
        lines: [
          central
            ? `Weights of those that put it first, on average: ${criteria.map((name, index) => `${weighedLabel(name)} ${percent(central[index] ?? 0)}`).join("; ")}.`
            : "No weights put it first.",
        ],
      },
    }),
  );
  return {
    id: "rank-acceptability",
    caption: "How often each takes each rank when every weighting of cost and criteria is as likely as any other",
    columns: [
      { title: "Alternative", align: "left" },
      ...alternatives.map((_, index) => ({ title: ordinal(index + 1), align: "right" as const })),
    ],
    rows,
    note: `${formatThousands(weightings)} weightings, drawn evenly with seed ${seed}; a share is known to about one percentage point.`,
  };
}

const formatThousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
