import { whole } from "../units/decimal.js";
import { type Breakeven, winnersOver } from "./breakeven.js";
import type { Study } from "./study.js";

const LEAST_SEARCH = 10_000_000;

/** Up to how many users is looked: ten million, ten times the scenario's, or the largest of its points. */
export function searchEnd(one: Study): number {
  const largestPoint = one.scenario.points.at(-1)?.toNumber() ?? 0;
  const mau = one.scenario.workload.get("mau")?.toNumber() ?? 0;
  return Math.min(10 ** 11, Math.max(LEAST_SEARCH, 10 * mau, largestPoint));
}

const searched = new WeakMap<Study, Breakeven>();

/** Who is cheapest at every user count from 1 on, exhaustively; remembered for the study. */
export function cheapestOverUsers(one: Study): Breakeven {
  const found = searched.get(one) ?? winnersOver(one, { over: "mau", from: whole(1), to: whole(searchEnd(one)) });
  searched.set(one, found);
  return found;
}
