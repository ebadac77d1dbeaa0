import type { Comparison } from "../analysis/compare.js";
import type { Study } from "../analysis/study.js";

/** What the prices of a result are: "list prices of 2026-10-06, us-east-1, book aws, without free tiers". */
export function priceBasis({ scenario, card }: Pick<Study, "scenario" | "card">): string {
  const { asOf, region, standIn, freeTier } = card;
  return `list prices of ${asOf}, ${region}${standIn === undefined ? "" : ` (${standIn} where none is known there)`}, book ${scenario.prices.book}${freeTier ? "" : ", without free tiers"}`;
}

/** Names the rates whose price is another Region's. @returns nothing when every price is the Region's own */
export function standInSentences({ study: { card }, assumptions }: Pick<Comparison, "study" | "assumptions">): readonly string[] {
  const lent = assumptions.filter((one) => one.kind === "price").map((one) => one.name);
  if (lent.length === 0) return [];
  return [
    `No price is known in ${card.region} for ${lent.join(", ")}: ${lent.length === 1 ? "that" : "those"} of ${card.standIn} ${lent.length === 1 ? "stands" : "stand"} in.`,
  ];
}
