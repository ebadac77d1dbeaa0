import type { Comparison } from "../../analysis/compare.js";
import { VERSION } from "../../units/version.js";
import type { Cell, Row, Section } from "../report-doc.js";

/** Days between two calendar days. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Age on the report's own date, in days or, from two years on, years; a reading after that date says so. */
function ageText(retrieved: string, asOf: string): string {
  const days = daysBetween(retrieved, asOf);
  if (days < 0) return "read later";
  return days < 730 ? `${days} days` : `${Math.floor(days / 365)} years`;
}

/** Every price that a bill used, with its date, age, confidence and source; and what made this result. */
export function sourcesSection(comparison: Comparison): Section {
  const { study, rates } = comparison;
  const { asOf } = study.card;
  const rows = rates.map((rate): Row => {
    const { source } = rate;
    const confidence: Cell = { text: source.confidence, ...(source.confidence === "low" ? { mark: "low-confidence" } : {}) };
    return {
      cells: [
        { text: rate.id },
        { text: source.standing.since },
        { text: source.retrieved },
        { text: ageText(source.retrieved, asOf) },
        confidence,
        { text: "source", url: source.url },
      ],
      detail: {
        lines: [rate.title, ...(source.note ? [source.note] : []), `File pricing/${source.file}, content ${source.hash}`],
        source: { text: source.url, url: source.url },
      },
    };
  });
  const low = rates.filter((rate) => rate.source.confidence === "low").length;
  return {
    id: "sources",
    title: "Prices and their sources",
    lead: `${rates.length} rates in force on ${asOf}; ${low === 0 ? "none" : low} of them with low confidence.`,
    blocks: [
      {
        kind: "table",
        table: {
          id: "rates",
          caption: "Rates used; open a line for the note on its source",
          columns: [
            { title: "Rate", align: "left" },
            { title: "Known since", align: "left" },
            { title: "Read", align: "left" },
            { title: "Age", align: "right" },
            { title: "Confidence", align: "left" },
            { title: "Source", align: "left" },
          ],
          rows,
        },
      },
      {
        kind: "list",
        items: [
          `Engine: authcost ${VERSION}.`,
          `Scenario: ${study.scenario.name}, content ${study.scenario.hash}.`,
          `Prices of ${asOf} in ${study.card.region}, book ${study.scenario.prices.book}.`,
        ],
      },
    ],
  };
}
