import type { Study } from "../analysis/study.js";
import type { Rate } from "../prices/rate-card.js";
import type { Decimal } from "../units/decimal.js";

/** Every rate that a bill used at some user counts, by its id. */
export function usedRates(one: Study, counts: readonly Decimal[]): readonly Rate[] {
  const lines = counts.flatMap((mau) => one.models.flatMap((model) => one.billAt(model, mau).lines));
  const rates = new Map(lines.flatMap((line) => (line.rate ? [[line.rate.id, line.rate] as const] : [])));
  return [...rates.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
