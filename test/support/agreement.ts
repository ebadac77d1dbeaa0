import { bill, type Point } from "../../src/engine/bill.js";
import type { AlternativeModel } from "../../src/engine/model.js";
import type { Plan, Slots } from "../../src/engine/plan.js";
import type { DriverName } from "../../src/scenario/driver-spec.js";
import type { RateCard } from "../../src/prices/rate-card.js";
import { plain } from "../../src/units/decimal.js";

/** What came of one comparison of the fast plan with the exact bill. */
export type Agreement = { readonly kind: "agrees" | "refuses" | "infeasible" } | { readonly kind: "differs"; readonly says: string };

/** |fast - exact| <= 1e-9 + 1e-12 |exact|; infinite where the bill has an obstacle; a refusal claims nothing. */
export function agreement(model: AlternativeModel, plan: Plan, card: RateCard, point: Point, slots: Slots): Agreement {
  const inputs = new Float64Array(slots.size);
  for (const [driver, slot] of slots) inputs[slot] = point.get(driver as DriverName)?.toNumber() ?? Number.NaN;
  const fast = plan.monthly(inputs);
  if (Number.isNaN(fast)) return { kind: "refuses" };
  const exact = bill(model, point, card);
  const where = (): string => `${model.id} at ${[...point].map(([name, value]) => `${name} ${plain(value)}`).join(", ")}: fast ${fast}, exact ${plain(exact.monthly)}, obstacles ${exact.obstacles.length}`;
  if (exact.obstacles.length > 0) return fast === Number.POSITIVE_INFINITY ? { kind: "infeasible" } : { kind: "differs", says: where() };
  if (fast === Number.POSITIVE_INFINITY) return { kind: "differs", says: where() };
  const most = exact.monthly.abs().times("1e-12").plus("1e-9");
  return exact.monthly.minus(fast).abs().lte(most) ? { kind: "agrees" } : { kind: "differs", says: where() };
}

/** The sentences of all differences. */
export const differences = (found: readonly Agreement[]): readonly string[] => found.flatMap((one) => (one.kind === "differs" ? [one.says] : []));
export const countOf = (found: readonly Agreement[], kind: Agreement["kind"]): number => found.filter((one) => one.kind === kind).length;
