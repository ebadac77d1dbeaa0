import type { Architecture } from "../architectures/architecture.js";
import { settingValues } from "../components/setting.js";
import { CRITERIA, CRITERION_NAMES } from "../scenario/criteria.js";
import { REQUIREMENTS } from "../scenario/requirements.js";
import { TRAIT_NAMES, TRAITS } from "../scenario/traits.js";
import { capitalized } from "../units/format.js";
import { factsJson, factText, groundText } from "./fact-words.js";
import type { SectionsDoc } from "./render/html/sections-page.js";
import type { Table } from "./report-doc.js";
import type { Json } from "./result-json.js";
import { tableOf } from "./text-rows.js";

/** How one is written in a scenario, and what stands for what no architecture covers. */
export const NAMING =
  "In a scenario: `alternatives: [{ id: ours, architecture: ID, settings: { … } }]`, or the id alone with its defaults. What none of them is, costs given by hand describe.";

/** Everything that a scenario of a book can name. */
export function architecturesTable(all: readonly Architecture[]): Table {
  return {
    id: "architectures",
    caption: "What a scenario can name",
    columns: [
      { title: "Id", align: "left" },
      { title: "What it is", align: "left" },
      { title: "Settings", align: "right" },
    ],
    rows: all.map((one) => ({
      cells: [{ text: one.id }, { text: one.title }, { text: String(Object.keys(one.settings).length) }],
    })),
  };
}

export function architecturesDoc(all: readonly Architecture[], book: string): SectionsDoc {
  return {
    title: `Architectures of book ${book}`,
    lead: [NAMING],
    alternatives: [],
    sections: [{ id: "architectures-section", title: "All of them", blocks: [{ kind: "table", table: architecturesTable(all) }] }],
  };
}

/** One architecture: what it is, what can be set, what its plans hold, what it is like besides money, what its bill leaves out. */
export function architectureDoc(one: Architecture): SectionsDoc {
  const parts = [
    { title: "Settings", table: settingsTable(one) },
    { title: "Plans", table: plansTable(one) },
    { title: "Besides money", table: besidesMoneyTable(one) },
  ].filter(({ table }) => table.rows.length > 0);
  return {
    title: `${one.title} (${one.id})`,
    lead: [`${capitalized(one.summary)}.`],
    alternatives: [],
    sections: [
      ...parts.map(({ title, table }) => ({ id: `${table.id}-section`, title, blocks: [{ kind: "table" as const, table }] })),
      ...(one.leavesOut.length > 0
        ? [{ id: "leaves-out", title: "Not in its bill", blocks: [{ kind: "list" as const, items: one.leavesOut.map(capitalized) }] }]
        : []),
    ],
  };
}

export function settingsTable({ settings }: Architecture): Table {
  return tableOf(
    "settings",
    "What can be set, and what stands otherwise",
    ["Setting", "Default", "Values", "Meaning", "Reason for the default"],
    Object.entries(settings).map(([name, spec]) => [name, String(spec.default), settingValues(spec), spec.meaning, spec.because]),
  );
}

export function plansTable({ plans }: Architecture): Table {
  return tableOf(
    "plans",
    "Features of its plans",
    ["Plan", "Features that a scenario can require"],
    Object.entries(plans?.features ?? {}).map(([plan, features]) => [
      plans?.offered.includes(plan) === false ? `${plan} (no longer offered)` : plan,
      features.map((feature) => REQUIREMENTS[feature]).join("; "),
    ]),
  );
}

export function besidesMoneyTable({ scores, traits }: Architecture): Table {
  return tableOf(
    "besides-money",
    "Scores from 1 (badly) to 5 (fully), and facts",
    ["Criterion or fact", "Here", "Because"],
    [
      ...CRITERION_NAMES.map((name) => [CRITERIA[name], `${scores[name].score} of 5`, scores[name].because]),
      ...TRAIT_NAMES.map((trait) => [TRAITS[trait], factText(traits, trait), groundText(traits, trait)]),
    ],
  );
}

/** One architecture as plain data. */
export function architectureJson(one: Architecture): { readonly [key: string]: Json } {
  return {
    id: one.id,
    book: one.book,
    title: one.title,
    summary: one.summary,
    settings: Object.entries(one.settings).map(([name, { meaning, because, ...spec }]) => ({ name, ...spec, meaning, because })),
    plans: Object.entries(one.plans?.features ?? {}).map(([plan, features]) => ({
      plan,
      offered: one.plans?.offered.includes(plan) ?? false,
      features: [...features],
    })),
    scores: Object.fromEntries(CRITERION_NAMES.map((name) => [name, { ...one.scores[name] }])),
    facts: factsJson(one.traits),
    leavesOut: [...one.leavesOut],
  };
}
