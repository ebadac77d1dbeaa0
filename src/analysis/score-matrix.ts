import type { AlternativeModel } from "../engine/model.js";
import { CRITERION_NAMES, type Criterion } from "../scenario/criteria.js";
import type { Decision } from "../scenario/scenario.js";
import { ONE } from "../units/decimal.js";
import { decide } from "./decide.js";

export type Weighed = "cost" | Criterion;

/** The parts that `decide` weighs, from 0 to 1, of the alternatives that can be chosen: cheapest first, so that equal totals rank as there. */
export type ScoreMatrix = {
  readonly models: readonly AlternativeModel[];
  readonly criteria: readonly Weighed[];
  readonly scores: readonly (readonly number[])[];
};

/** Every criterion counts, so that `decide` gives the part of each. */
const EACH: Decision["priorities"] = Object.fromEntries(CRITERION_NAMES.map((name) => [name, ONE]));

/** @param costs in the order of the models; Infinity for an alternative that cannot be chosen */
export function scoreMatrix(costs: readonly number[], models: readonly AlternativeModel[], decision: Decision): ScoreMatrix {
  const criteria: readonly Weighed[] = ["cost", ...CRITERION_NAMES];
  const merits = [...decide(costs, models, { ...decision, priorities: EACH })].sort(
    (a, b) => (costs[a.index] ?? 0) - (costs[b.index] ?? 0) || a.index - b.index,
  );
  const rows = merits.flatMap((merit) => {
    const model = models[merit.index];
    return model ? [{ model, row: criteria.map((name) => merit.parts.get(name) ?? 0) }] : [];
  });
  return { models: rows.map(({ model }) => model), criteria, scores: rows.map(({ row }) => row) };
}
