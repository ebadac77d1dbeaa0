import type { AlternativeModel } from "../engine/model.js";
import { CRITERION_NAMES } from "../scenario/criteria.js";
import { type CriterionStability, criterionStability } from "./criterion-stability.js";
import { hasPriorities } from "./decide.js";
import type { Recommendation } from "./recommend.js";
import { scoreMatrix, type Weighed } from "./score-matrix.js";
import { rankAcceptability } from "./statistics/rank-acceptability.js";
import type { Study } from "./study.js";

/** How often each alternative takes each rank when nothing is known of the weights; parts of 1. */
export type Acceptability = {
  readonly weightings: number;
  readonly seed: number;
  readonly criteria: readonly Weighed[];
  readonly alternatives: readonly {
    readonly model: AlternativeModel;
    readonly ranks: readonly number[];
    /** the mean weights that make it first, in the order of the criteria; undefined where none do */
    readonly central: readonly number[] | undefined;
  }[];
  /** alternatives that can be chosen but lack a score, so that they cannot be ranked */
  readonly unranked: readonly AlternativeModel[];
};

export type CriteriaAnalysis = {
  /** one for cost and each criterion; empty where nothing is chosen or nothing else can be */
  readonly stability: readonly CriterionStability[];
  /** only where the scenario states no priorities */
  readonly acceptability: Acceptability | undefined;
};

/** Enough that a share is known to about half a percentage point. */
const WEIGHTINGS = 10_000;

/** What the weights of cost and criteria decide: how far each may move, and without stated priorities what all of them together say. */
export function analyseCriteria(one: Study, recommendation: Recommendation): CriteriaAnalysis {
  const { decision, uncertainty } = one.scenario;
  const costs = one.models.map(
    (model) => recommendation.ranking.find((ranked) => ranked.model === model)?.cost.toNumber() ?? Number.POSITIVE_INFINITY,
  );
  const choice = one.models.findIndex((model) => model.id === recommendation.choice);
  const isWeighed = hasPriorities(decision);
  const criteria: readonly Weighed[] = [...(isWeighed ? (["cost"] as const) : []), ...CRITERION_NAMES];
  return {
    stability:
      recommendation.ranking.length < 2
        ? []
        : criteria.map((criterion) => criterionStability(costs, one.models, decision, choice, criterion)),
    acceptability: isWeighed ? undefined : acceptabilityOf(one, costs, uncertainty.seed),
  };
}

function acceptabilityOf(one: Study, costs: readonly number[], seed: number): Acceptability | undefined {
  const isScored = (model: AlternativeModel): boolean => CRITERION_NAMES.every((name) => model.scores[name] !== undefined);
  const { decision } = one.scenario;
  const ranked = scoreMatrix(
    costs.map((cost, index) => (one.models[index] && isScored(one.models[index]) ? cost : Number.POSITIVE_INFINITY)),
    one.models,
    decision,
  );
  if (ranked.models.length < 2) return undefined;
  const { ranks, centralWeights } = rankAcceptability(ranked.scores, WEIGHTINGS, seed);
  const rows = ranked.models.map((model, index) => ({ model, ranks: ranks[index] ?? [], central: centralWeights[index] }));
  return {
    weightings: WEIGHTINGS,
    seed,
    criteria: ranked.criteria,
    alternatives: one.models.flatMap((model) => rows.filter((row) => row.model === model)),
    unranked: one.models.filter((model, index) => Number.isFinite(costs[index] ?? Number.POSITIVE_INFINITY) && !isScored(model)),
  };
}
