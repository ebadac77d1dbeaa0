import type { Advice } from "../analysis/advice.js";
import type { FlipVariable } from "../analysis/flip-variables.js";
import { plain } from "../units/decimal.js";
import { flipsTable, steadyTable } from "./flip-tables.js";
import { flipText, titlesOf } from "./flip-words.js";
import { stagedJson } from "./horizon-report.js";
import { stagedSentences } from "./horizon-words.js";
import type { SectionsDoc } from "./render/html/sections-page.js";
import type { Section } from "./report-doc.js";
import { type Json, recommendationJson } from "./result-json.js";
import { verdictSentence } from "./verdict-words.js";

export function flipsJson(advice: Advice): { readonly conditions: Json; readonly steady: Json } {
  const title = titlesOf(advice);
  const variable = (one: FlipVariable): { readonly [key: string]: Json } => ({
    driver: one.name,
    kind: one.kind,
    unit: one.unit,
    now: plain(one.base),
  });
  return {
    conditions: advice.flips.conditions.map((one) => ({
      ...variable(one.variable),
      direction: one.direction,
      at: plain(one.at),
      step: plain(one.variable.step),
      to: one.to ?? null,
      reason: one.reason,
      text: flipText(one, title, title(advice.recommendation.choice)),
    })),
    steady: advice.flips.steady.map((one) => ({ ...variable(one), from: plain(one.from), to: plain(one.to) })),
  };
}

export function adviceDoc(advice: Advice): SectionsDoc {
  const { recommendation, study } = advice;
  const why: Section = {
    id: "recommendation",
    title: "Why",
    lead: verdictSentence(recommendation),
    blocks: [{ kind: "list", items: recommendation.reasons }],
  };
  return {
    title: study.scenario.title,
    lead: [recommendation.sentence],
    alternatives: study.models,
    sections: [why, flipsSection(advice), ...stagedSections(advice)],
  };
}

/** Whether it pays to start with one alternative and change to another. */
function stagedSections({ ahead }: Advice): readonly Section[] {
  return ahead
    ? [{ id: "staged", title: "Start with one, change later?", blocks: [{ kind: "prose", paragraphs: stagedSentences(ahead()) }] }]
    : [];
}

/** What would flip the choice: users, upkeep, and every variable that was searched. */
export function flipsSection(advice: Advice): Section {
  const steady = steadyTable(advice);
  const { conditions } = advice.flips;
  return {
    id: "flips-section",
    title: "What would flip it",
    lead:
      conditions.length + advice.recommendation.flips.length > 0
        ? "Each variable was moved on its own, the others as stated. Every value here was priced exactly, and so was its neighbour one step nearer."
        : "Each variable was moved on its own, the others as stated, and none flips the choice.",
    blocks: [
      ...(advice.recommendation.flipTexts.length > 0 ? [{ kind: "list" as const, items: advice.recommendation.flipTexts }] : []),
      ...(conditions.length > 0 ? [{ kind: "table" as const, table: flipsTable(advice) }] : []),
      ...(steady === undefined ? [] : [{ kind: "table" as const, table: steady }]),
    ],
  };
}

/** The result of `recommend`. */
export function adviceJson(advice: Advice): Json {
  const { recommendation, study } = advice;
  return {
    schemaVersion: 1,
    scenario: { name: study.scenario.name, title: study.scenario.title, mau: plain(recommendation.mau) },
    asOf: study.card.asOf,
    region: study.card.region,
    recommendation: recommendationJson(recommendation),
    ...flipsJson(advice),
    winners: advice.overUsers.winners.map((one) => ({ from: plain(one.from), to: plain(one.to), winner: one.winner ?? null })),
    staged: advice.ahead ? stagedJson(advice.ahead()) : null,
  };
}
