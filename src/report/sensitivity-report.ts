import type { Ranged } from "../analysis/ranged-variables.js";
import type { Compared, Sensitivity } from "../analysis/sensitivity.js";
import type { SobolOfDifference } from "../analysis/sobol-of-difference.js";
import type { IndexEstimate } from "../analysis/statistics/sobol-intervals.js";
import type { TornadoBar, TornadoOutcome } from "../analysis/tornado.js";
import { fromDouble, plain } from "../units/decimal.js";
import { csvText } from "./line-items-csv.js";
import type { SectionsDoc } from "./render/html/sections-page.js";
import { type Json, provenanceJson } from "./result-json.js";
import { drivesSection } from "./sections/drives.js";
import { flipSentences, monthsOf, sensitivitySentence, turnSentences } from "./sensitivity-words.js";
import { studyPage } from "./study-page.js";
import { usedRates } from "./used-rates.js";

/** The sensitivity as a page of its own. */
export function sensitivityDoc(one: Sensitivity): SectionsDoc {
  return studyPage(one.model.study, drivesSection(one));
}

/** The result of `sensitivity`. */
export function sensitivityResultJson(one: Sensitivity): Json {
  const { study } = one.model;
  return {
    schemaVersion: 1,
    scenario: { name: study.scenario.name, title: study.scenario.title, mau: plain(one.mau) },
    provenance: provenanceJson({ study, rates: usedRates(study, [one.mau]) }),
    sensitivity: sensitivityJson(one),
  };
}

/** The sensitivity as a part of a scenario's result: dollars exact, indices sampled. */
export function sensitivityJson(one: Sensitivity): { readonly [key: string]: Json } {
  const { compared } = one;
  const head = { measure: one.measure, months: monthsOf(one), sentence: sensitivitySentence(one) };
  if (!compared)
    return { ...head, choice: null, rival: null, difference: null, tornado: [], still: [], unreached: [], idle: [], sobol: null };
  const { leaders, difference, ranged, tornado, sobol } = compared;
  return {
    ...head,
    choice: leaders.choice.model.id,
    rival: leaders.rival.model.id,
    difference: plain(difference),
    spread: ranged.spread ? plain(ranged.spread) : null,
    tornado: tornado.bars.map(barJson),
    turns: turnSentences(one),
    flips: flipSentences(one),
    still: tornado.still.map((variable) => ({ ...variableJson(variable), low: plain(variable.low), high: plain(variable.high) })),
    unreached: ranged.unreached,
    idle: ranged.idle,
    sobol: sobol ? sobolJson(sobol, compared) : null,
  };
}

function variableJson(variable: Ranged): { readonly [key: string]: Json } {
  return { variable: variable.name, kind: variable.kind, unit: variable.unit, origin: variable.origin, now: plain(variable.base) };
}

function barJson(bar: TornadoBar): Json {
  const end = (one: TornadoOutcome): Json => ({
    value: plain(one.value),
    difference: one.difference ? plain(one.difference) : null,
    choice: one.choice ?? null,
    flips: one.flips,
  });
  return {
    ...variableJson(bar.variable),
    low: end(bar.low),
    high: end(bar.high),
    width: bar.width ? plain(bar.width) : null,
    turns: bar.turns.map((turn) => ({
      side: turn.side,
      at: plain(turn.at),
      difference: turn.difference ? plain(turn.difference) : null,
      before: plain(turn.before),
      differenceBefore: turn.differenceBefore ? plain(turn.differenceBefore) : null,
      reason: turn.reason,
    })),
  };
}

/** Sampled figures carry six decimals. */
const sampled = (value: number): string => plain(fromDouble(value).toDecimalPlaces(6));

function sobolJson(sobol: SobolOfDifference, { correlations }: Compared): Json {
  const index = (one: IndexEstimate): Json => ({
    value: sampled(one.value),
    low: sampled(one.low),
    high: sampled(one.high),
    indistinguishable: one.indistinguishable,
  });
  return {
    draws: sobol.draws,
    seed: sobol.seed,
    evaluations: sobol.evaluations,
    rows: sobol.rows,
    skipped: sobol.skipped,
    level: "0.95",
    correlationsLeftOut: correlations,
    mean: sampled(sobol.mean),
    variance: sampled(sobol.variance),
    indices: sobol.variables.map(({ name, first, total }) => ({ variable: name, first: index(first), total: index(total) })),
  };
}

const COLUMNS = [
  "variable",
  "kind",
  "unit",
  "origin",
  "now",
  "low",
  "difference_at_low_usd",
  "choice_at_low",
  "high",
  "difference_at_high_usd",
  "choice_at_high",
  "width_usd",
  "turns_at",
  "first",
  "first_low",
  "first_high",
  "total",
  "total_low",
  "total_high",
] as const;

/** A row for each variable: exact dollars, then its sampled indices. */
export function sensitivityCsv({ compared }: Sensitivity): string {
  const rows = (compared?.tornado.bars ?? []).map(({ variable, low, high, width, turns }) => {
    const index = compared?.sobol?.variables.find((one) => one.name === variable.name);
    const indices = index
      ? [index.first.value, index.first.low, index.first.high, index.total.value, index.total.low, index.total.high].map(sampled)
      : ["", "", "", "", "", ""];
    const end = (one: TornadoOutcome): readonly string[] => [
      plain(one.value),
      one.difference ? plain(one.difference) : "",
      one.choice ?? "",
    ];
    return [
      variable.name,
      variable.kind,
      variable.unit,
      variable.origin,
      plain(variable.base),
      ...end(low),
      ...end(high),
      width ? plain(width) : "",
      turns.map((turn) => plain(turn.at)).join(" "),
      ...indices,
    ];
  });
  return csvText([COLUMNS, ...rows]);
}
