import type { Comparison } from "../analysis/compare.js";
import { cheapestOverUsers } from "../analysis/cheapest-over-users.js";
import type { Recommendation } from "../analysis/recommend.js";
import { LEAST_UPKEEP_HOURS } from "../analysis/unstated-upkeep.js";
import type { Bill, LineItem } from "../engine/bill.js";
import type { AlternativeModel } from "../engine/model.js";
import type { Rated } from "../rating/rate-quantity.js";
import type { Slice } from "../rating/slice.js";
import { plain } from "../units/decimal.js";
import { VERSION } from "../units/version.js";
import { criteriaJson } from "./criteria-json.js";
import { lineArithmetic } from "./line-arithmetic.js";
import { hasPrice } from "./unpriced.js";

/** Amounts and quantities are decimal strings in base units, never rounded, never with an exponent. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The result of `price`: one month's quantity of one rate. */
export function priceJson(rated: Rated, asOf: string): Json {
  const { rate } = rated;
  const { url, retrieved, confidence, note, file, effective, until, basis, hash, standing } = rate.source;
  return {
    schemaVersion: 1,
    rate: rate.id,
    title: rate.title,
    asOf,
    region: rate.region,
    unit: rate.unit,
    quantity: plain(rated.quantity),
    allowance: plain(rated.allowance),
    amount: plain(rated.amount),
    slices: rated.slices.map(sliceJson),
    ...(rate.range ? { range: { low: plain(rate.range.low), high: plain(rate.range.high) } } : {}),
    source: {
      url,
      retrieved,
      confidence,
      ...(note === undefined ? {} : { note }),
      file,
      effective,
      until,
      since: standing.since,
      basis,
      hash,
    },
  };
}

/** The result of `compare`: every alternative at every point with its lines, and the recommendation. */
export function compareJson(comparison: Comparison): Json {
  const { recommendation, study } = comparison;
  return {
    schemaVersion: 1,
    scenario: { name: study.scenario.name, title: study.scenario.title, mau: plain(recommendation.mau) },
    provenance: provenanceJson(comparison),
    points: comparison.points.map((point) => ({
      mau: plain(point.mau),
      cheapest: point.cheapest?.model.id ?? null,
      alternatives: point.alternatives.map(({ model, bill, feasible }) => alternativeJson(model, bill, feasible)),
    })),
    recommendation: {
      ...recommendationJson(recommendation),
      winners: cheapestOverUsers(study).winners.map((stretch) => ({
        from: plain(stretch.from),
        to: plain(stretch.to),
        winner: stretch.winner ?? null,
      })),
    },
    criteria: criteriaJson(comparison),
    planChoices: comparison.planChoices.map((one) => ({
      alternative: one.alternative,
      plan: one.plan,
      monthly: plain(one.monthly),
      requirements: one.costs.map((cost) => ({
        requirement: cost.requirement,
        monthly: plain(cost.monthly),
        planWithout: cost.planWithout,
      })),
    })),
    assumptions: comparison.assumptions.map((one) => ({ ...one })),
  };
}

/** The choice and what decided it; `margin` and `cost` are dollars of the measure: a month, or the present value over the horizon. */
export function recommendationJson(recommendation: Recommendation): { readonly [key: string]: Json } {
  return {
    mau: plain(recommendation.mau),
    measure: recommendation.measure,
    months: recommendation.months,
    choice: recommendation.choice ?? null,
    verdict: recommendation.verdict,
    conditions: recommendation.conditions,
    sentence: recommendation.sentence,
    cheapest: recommendation.cheapest ?? null,
    margin: recommendation.margin ? plain(recommendation.margin) : null,
    reasons: recommendation.reasons,
    flips: recommendation.flips.map((flip, index) => ({
      driver: flip.driver,
      direction: flip.direction,
      at: plain(flip.at),
      to: flip.to,
      text: recommendation.flipTexts[index] ?? "",
    })),
    upkeep: recommendation.upkeep
      ? {
          hoursAYear: plain(LEAST_UPKEEP_HOURS),
          monthly: plain(recommendation.upkeep.monthly),
          alternatives: recommendation.upkeep.lacking.map((model) => model.id),
          choice: recommendation.upkeep.choice.id,
        }
      : null,
    ranking: recommendation.ranking.map(({ model, monthly, cost }) => ({ id: model.id, monthly: plain(monthly), cost: plain(cost) })),
  };
}

/** What a result was made with: engine, scenario, and the price files of the rates that it used. */
export function provenanceJson(comparison: Pick<Comparison, "study" | "rates">): Json {
  const { study, rates } = comparison;
  const files = new Map(rates.map((rate) => [rate.source.file, rate.source.hash]));
  const { book, region, standIn, freeTier } = study.scenario.prices;
  return {
    engine: `authcost ${VERSION}`,
    scenarioHash: study.scenario.hash,
    book,
    region,
    ...(standIn === undefined ? {} : { standIn }),
    asOf: study.card.asOf,
    freeTier,
    priceFiles: [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, hash]) => ({ file, hash })),
  };
}

function alternativeJson(model: AlternativeModel, bill: Bill, feasible: boolean): Json {
  return {
    id: model.id,
    title: model.title,
    feasible,
    monthly: hasPrice(bill) ? plain(bill.monthly) : null,
    once: plain(bill.once),
    labour: plain(bill.labour),
    obstacles: bill.obstacles.map((one) => ({
      name: one.name,
      found: plain(one.found),
      most: plain(one.most),
      unit: one.unit,
      because: one.because,
    })),
    lines: bill.lines.map(lineJson),
  };
}

export function lineJson(line: LineItem): { readonly [key: string]: Json } {
  return {
    component: line.component,
    charge: line.charge,
    ledger: line.ledger,
    rate: line.rate?.id ?? null,
    quantity: plain(line.quantity),
    unit: line.unit,
    allowance: plain(line.allowance),
    slices: line.slices.map(sliceJson),
    amount: line.unpriced ? null : plain(line.amount),
    explain: lineArithmetic(line).join("\n"),
  };
}

function sliceJson(slice: Slice): Json {
  return {
    kind: slice.kind,
    from: plain(slice.from),
    upTo: slice.upTo === null ? null : plain(slice.upTo),
    quantity: plain(slice.quantity),
    rate: plain(slice.rate),
    amount: plain(slice.amount),
  };
}

/** Stable, readable JSON with a final line break. */
export function jsonText(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
