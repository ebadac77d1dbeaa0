import type { Answer, Comparison } from "../analysis/compare.js";
import { formatNumber } from "../units/format.js";
import { flipsSection } from "./advice-report.js";
import { priceBasis } from "./price-basis.js";
import type { Questions } from "./questions.js";
import type { Headline, LineChart, ReportDoc, Section } from "./report-doc.js";
import { assumptionsSection } from "./sections/assumptions.js";
import { billSection } from "./sections/bills.js";
import { comparisonSection } from "./sections/comparison.js";
import { costOverUsers } from "./sections/cost-over-users.js";
import { criteriaSection } from "./sections/criteria.js";
import { drivesSection } from "./sections/drives.js";
import { horizonSection } from "./sections/horizon.js";
import { mapSection } from "./sections/map.js";
import { sourcesSection } from "./sections/sources.js";
import { uncertaintySection } from "./sections/uncertainty.js";
import { unitEconomicsSection } from "./sections/unit-economics.js";
import { verdictLabel, verdictMeaning } from "./verdict-words.js";

function verdictOf({ recommendation }: Answer): Headline["verdict"] {
  const { verdict } = recommendation;
  return { key: verdict, label: verdictLabel(verdict), meaning: verdictMeaning(recommendation) };
}

/** A section that is made when it is asked for: some take a moment. */
export type SectionBuilder = { readonly id: string; readonly title: string; readonly build: () => Section };

/** The report's sections in reading order: what the answer is made of, what would change it, then why to trust it. */
export function sectionBuilders(comparison: Comparison, questions: Questions = {}): readonly SectionBuilder[] {
  const { horizon, map, sensitivity, simulation, units, advice } = questions;
  const asked = <T>(
    question: (() => T) | undefined,
    id: string,
    title: string,
    section: (answer: T) => Section,
  ): readonly SectionBuilder[] => (question ? [{ id, title, build: () => section(question()) }] : []);
  return [
    { id: "comparison-section", title: "Side by side", build: () => comparisonSection(comparison) },
    { id: "bills", title: "What the bill is made of", build: () => billSection(comparison) },
    ...asked(horizon, "horizon", "Over the horizon", horizonSection),
    ...asked(advice, "flips-section", "What would flip it", flipsSection),
    ...asked(map, "map", "Where each is cheapest", mapSection),
    ...asked(sensitivity, "drives", "What drives the difference", drivesSection),
    ...asked(simulation, "how-sure", "How sure", uncertaintySection),
    ...asked(units, "unit-economics", "Cost per user", unitEconomicsSection),
    { id: "criteria", title: "Besides money", build: () => criteriaSection(comparison) },
    { id: "assumptions", title: "Assumptions", build: () => assumptionsSection(comparison) },
    { id: "sources", title: "Prices and their sources", build: () => sourcesSection(comparison) },
  ];
}

/** What stands above the sections. */
export function reportHead(answer: Answer, chart: LineChart = costOverUsers(answer)): Omit<ReportDoc, "sections"> {
  const { study, recommendation } = answer;
  const { scenario } = study;
  return {
    schemaVersion: 1,
    title: scenario.title,
    subtitle: `${formatNumber(recommendation.mau)} users active in a month (MAU); ${priceBasis(study)}.${scenario.description ? ` ${scenario.description}` : ""}`,
    headline: {
      sentence: recommendation.sentence,
      verdict: verdictOf(answer),
      reasons: recommendation.reasons,
      flips: recommendation.flipTexts,
      chart,
    },
    alternatives: study.models.map(({ id, title, summary }) => ({ id, title, summary })),
  };
}

/** Turns a comparison, and the answers to further questions, into the report: headline and main chart first. */
export function reportDocument(comparison: Comparison, questions: Questions = {}): ReportDoc {
  return {
    ...reportHead(comparison, costOverUsers(comparison, questions.band?.())),
    sections: sectionBuilders(comparison, questions).map((one) => one.build()),
  };
}
