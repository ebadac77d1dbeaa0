import type { AlternativeModel } from "../engine/model.js";
import type { Usd } from "../units/usd.js";
import { decide } from "./decide.js";
import { amount } from "./judge.js";
import type { Study } from "./study.js";

export type Leader = { readonly index: number; readonly model: AlternativeModel; readonly cost: Usd };

/**
 * The two that a decision is between: the choice, and what would be chosen if it were not there.
 * Without priorities these are the two cheapest; with priorities the rival is the next in merit, which need not be the next in cost.
 */
export type Leaders = { readonly choice: Leader; readonly rival: Leader };

/** @param costs of the alternatives, in their order; undefined where one cannot carry the load. @returns undefined when fewer than two can */
export function leadersOf(one: Study, costs: readonly (Usd | undefined)[]): Leaders | undefined {
  const [choice, rival] = decide(costs.map(amount), one.models, one.scenario.decision).flatMap(({ index }): Leader[] => {
    const [model, cost] = [one.models[index], costs[index]];
    return model && cost ? [{ index, model, cost }] : [];
  });
  return choice && rival ? { choice, rival } : undefined;
}
