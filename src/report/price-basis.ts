import type { Comparison } from "../analysis/compare.js";
import type { Study } from "../analysis/study.js";

/** What the prices of a result are: "list prices of 2026-10-06, us-east-1, book aws, without free tiers". */
export function priceBasis({ scenario, card }: Pick<Study, "scenario" | "card">): string {
  const { asOf, region, standIn, freeTier } = card;
  return `list prices of ${asOf}, ${region}${standIn === undefined ? "" : ` (${standIn} where none is known there)`}, book ${scenario.prices.book}${freeTier ? "" : ", without free tiers"}`;
}

/** Names the rates whose price is another Region's. @returns nothing when every price is the Region's own */
export function standInSentences({ study, rates }: Pick<Comparison, "study" | "rates">): readonly string[] {
  const borrowed = rates.filter((rate) => rate.region !== study.card.region).map((rate) => rate.id);
  if (borrowed.length === 0) return [];
  return [`No price is known in ${study.card.region} for ${borrowed.join(", ")}: ${borrowed.length === 1 ? "that" : "those"} of ${study.card.standIn} ${borrowed.length === 1 ? "stands" : "stand"} in.`];
}
