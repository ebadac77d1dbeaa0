import type { Comparison } from "../analysis/compare.js";
import { type Acceptability, analyseCriteria } from "../analysis/criteria.js";
import type { StabilityBound } from "../analysis/criterion-stability.js";
import { plain } from "../units/decimal.js";
import { factsJson } from "./fact-words.js";
import type { Json } from "./result-json.js";

/** Facts and constraints of each alternative, the range of each weight, and the ranks over all weights; weights are decimal strings, shares are parts of 1. */
export function criteriaJson(comparison: Comparison): Json {
  const { study, recommendation } = comparison;
  const { stability, acceptability } = analyseCriteria(study, recommendation);
  return {
    alternatives: study.models.map((model) => ({
      id: model.id,
      facts: factsJson(model.traits),
      ...(model.unchecked.length > 0 ? { requirementsNotChecked: [...model.unchecked] } : {}),
      constraints: model.checks.map(({ constraint, status, required, has, remark, source }) => ({
        constraint,
        status,
        required,
        has,
        ...(remark === undefined ? {} : { remark }),
        ...(source === undefined ? {} : { source: { ...source } }),
      })),
    })),
    merits: recommendation.ranking.map(({ model, merit }) => ({
      id: model.id,
      total: merit.total,
      parts: Object.fromEntries(merit.parts),
    })),
    stability: stability.map((one) => ({
      criterion: one.criterion,
      weight: plain(one.weight),
      from: boundJson(one.from),
      to: boundJson(one.to),
    })),
    acceptability: acceptability ? acceptabilityJson(acceptability) : null,
  };
}

/** null where the range ends with the scale */
const boundJson = (bound: StabilityBound | undefined): Json =>
  bound ? { inside: plain(bound.inside), outside: plain(bound.outside), to: bound.to } : null;

function acceptabilityJson({ weightings, seed, criteria, alternatives, unranked }: Acceptability): Json {
  return {
    weightings,
    seed,
    criteria,
    alternatives: alternatives.map(({ model, ranks, central }) => ({ id: model.id, ranks, central: central ?? null })),
    unranked: unranked.map((model) => model.id),
  };
}
