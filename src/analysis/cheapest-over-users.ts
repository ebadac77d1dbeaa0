import { whole } from "../units/decimal.js";
import { type Breakeven, winnersOver } from "./breakeven.js";
import type { AllSizes } from "./remembered.js";
import type { Study } from "./study.js";

const LEAST_SEARCH = 10_000_000;

/** Up to how many users is looked: ten million, ten times the scenario's, or the largest of its points. */
export function searchEnd(one: Study): number {
  const largestPoint = one.scenario.points.at(-1)?.toNumber() ?? 0;
  const mau = one.scenario.workload.get("mau")?.toNumber() ?? 0;
  return Math.min(10 ** 11, Math.max(LEAST_SEARCH, 10 * mau, largestPoint));
}

export type OverUsers = Pick<Breakeven, "to" | "winners" | "crossings">;
const searched = new WeakMap<AllSizes, OverUsers>();

/** Who is cheapest at every user count from 1 on, exhaustively; remembered. */
export function cheapestOverUsers(one: Study): OverUsers {
  const end = whole(searchEnd(one));
  const before = searched.get(one.allSizes);
  if (before?.to.eq(end)) return before;
  const found = winnersOver(one, { over: "mau", from: whole(1), to: end });
  searched.set(one.allSizes, found);
  return found;
}
