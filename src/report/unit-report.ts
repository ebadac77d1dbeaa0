import type { CostStep } from "../analysis/cost-steps.js";
import type { UnitCost, UnitEconomics } from "../analysis/unit-economics.js";
import { plain } from "../units/decimal.js";
import { csvText } from "./line-items-csv.js";
import type { SectionsDoc } from "./render/html/sections-page.js";
import { type Json, provenanceJson } from "./result-json.js";
import { unitEconomicsSection } from "./sections/unit-economics.js";
import { stepWords, unitSentence } from "./unit-words.js";
import { studyPage } from "./study-page.js";
import { usedRates } from "./used-rates.js";

/** The unit economics as a page of their own. */
export function unitDoc(units: UnitEconomics): SectionsDoc {
  return studyPage(units.study, unitEconomicsSection(units));
}

/** The result of `unit-cost`. */
export function unitResultJson(units: UnitEconomics): Json {
  const { study } = units;
  return {
    schemaVersion: 1,
    scenario: { name: study.scenario.name, title: study.scenario.title },
    provenance: provenanceJson({
      study,
      rates: usedRates(
        study,
        units.points.map((point) => point.mau),
      ),
    }),
    unitEconomics: unitEconomicsJson(units),
  };
}

/** The unit economics as a part of a scenario's result. Quotients carry twenty significant digits; sums and differences are exact. */
export function unitEconomicsJson(units: UnitEconomics): { readonly [key: string]: Json } {
  return {
    sentence: unitSentence(units),
    points: units.points.map((point) => ({
      mau: plain(point.mau),
      window: plain(point.window),
      cheapest: point.cheapest?.id ?? null,
      alternatives: point.alternatives.map(unitJson),
    })),
    steps: units.steps.map(stepJson),
  };
}

const DIGITS = 20;

function unitJson(unit: UnitCost): Json {
  return {
    id: unit.model.id,
    feasible: unit.feasible,
    monthly: unit.feasible ? plain(unit.bill.monthly) : null,
    perMau: unit.perMau ? plain(unit.perMau.toSignificantDigits(DIGITS)) : null,
    next: unit.next ? plain(unit.next) : null,
    nextAverage: unit.nextAverage ? plain(unit.nextAverage.toSignificantDigits(DIGITS)) : null,
    steps: unit.steps.map((step) => plain(step.at)),
  };
}

function stepJson(step: CostStep): Json {
  return {
    id: step.model.id,
    at: plain(step.at),
    jump: plain(step.jump),
    text: stepWords(step),
    lines: step.lines.map((line) => ({
      component: line.component,
      charge: line.charge,
      before: line.before ? plain(line.before) : null,
      after: line.after ? plain(line.after) : null,
    })),
  };
}

const COLUMNS = [
  "mau",
  "alternative",
  "title",
  "feasible",
  "monthly_usd",
  "per_mau_usd",
  "next_user_usd",
  "next_users",
  "next_users_average_usd",
  "steps_at",
  "what_jumps",
] as const;

/** A row for each size and alternative. */
export function unitCsv(units: UnitEconomics): string {
  const rows = units.points.flatMap((point) =>
    point.alternatives.map((unit) => [
      plain(point.mau),
      unit.model.id,
      unit.model.title,
      String(unit.feasible),
      unit.feasible ? plain(unit.bill.monthly) : "",
      unit.perMau ? plain(unit.perMau.toSignificantDigits(DIGITS)) : "",
      unit.next ? plain(unit.next) : "",
      plain(point.window),
      unit.nextAverage ? plain(unit.nextAverage.toSignificantDigits(DIGITS)) : "",
      unit.steps.map((step) => plain(step.at)).join(" "),
      unit.steps.map(stepWords).join("; "),
    ]),
  );
  return csvText([COLUMNS, ...rows]);
}
