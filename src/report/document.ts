import type { Comparison } from "../analysis/compare.js";
import { formatNumber } from "../units/format.js";
import type { Headline, ReportDoc } from "./report-doc.js";
import { assumptionsSection } from "./sections/assumptions.js";
import { billSection } from "./sections/bills.js";
import { comparisonSection } from "./sections/comparison.js";
import { costOverUsers } from "./sections/cost-over-users.js";
import { criteriaSection } from "./sections/criteria.js";
import { sourcesSection } from "./sections/sources.js";

const VERDICTS: Record<Headline["verdict"]["key"], Omit<Headline["verdict"], "key">> = {
  clear: { label: "Clear", meaning: "The answer holds from half to twice this size." },
  conditional: { label: "Conditional", meaning: "A change of size within a factor of two, or the weight given to the priorities, would change the answer." },
  "too-close": { label: "Too close to call", meaning: "The two best differ by less than list prices and estimates can tell." },
  infeasible: { label: "Not possible", meaning: "No alternative can carry this load as described." },
};

/** Turns a comparison into the report: headline and main chart first, then what it is made of, then why to trust it. */
export function reportDocument(comparison: Comparison): ReportDoc {
  const { study, recommendation } = comparison;
  const { scenario, card } = study;
  return {
    schemaVersion: 1,
    title: scenario.title,
    subtitle: `${formatNumber(recommendation.mau)} users active in a month (MAU); list prices of ${card.asOf} in ${card.region}${card.freeTier ? "" : ", without free tiers"}.${scenario.description ? ` ${scenario.description}` : ""}`,
    headline: {
      sentence: recommendation.sentence,
      verdict: { key: recommendation.verdict, ...VERDICTS[recommendation.verdict] },
      reasons: recommendation.reasons,
      flips: recommendation.flipTexts,
      chart: costOverUsers(comparison),
    },
    alternatives: study.models.map(({ id, title, summary }) => ({ id, title, summary })),
    sections: [comparisonSection(comparison), billSection(comparison), criteriaSection(comparison), assumptionsSection(comparison), sourcesSection(comparison)],
  };
}
