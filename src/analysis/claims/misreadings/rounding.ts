import { decimal, ONE } from "../../../units/decimal.js";
import type { ClaimedSpan } from "../claimed-amount.js";
import type { Computation, Rounding } from "../computation.js";
import { isMoney } from "../parse-claims.js";
import type { Misreading, Surroundings } from "./misreading.js";

const WHOLE: Rounding = { step: ONE, to: "nearest" };
const withRounding =
  (what: "line" | "month" | "figure", rounding: Rounding) =>
  (one: Computation): Computation => ({ ...one, rounded: new Map(one.rounded).set(what, rounding) });

/** A month's amount rounded to whole dollars before it is multiplied by the months. */
export function roundedMonth({ computation }: Surroundings): readonly Misreading[] {
  const { kind, months } = computation.subject;
  if (kind !== "total" || months.eq(1)) return [];
  return [
    {
      kind: "rounding",
      slot: "round",
      explain: `the month is rounded to whole dollars before it is taken ${months.toFixed()} times`,
      apply: withRounding("month", WHOLE),
    },
  ];
}

/** Every line of a sum rounded for itself, as a table prints them. */
export function roundedLines({ computation }: Surroundings): readonly Misreading[] {
  const lines = Math.max(...computation.sides.map((side) => side.items.length + side.costs.length));
  if (!isMoney(computation.subject) || lines < 2) return [];
  const rounded = (rounding: Rounding, words: string): Misreading => ({
    kind: "other-rounding",
    slot: "round",
    explain: `each line is rounded ${words} before the sum`,
    apply: withRounding("line", rounding),
  });
  return [
    rounded(WHOLE, "to whole dollars"),
    rounded({ ...WHOLE, to: "up" }, "up to whole dollars"),
    rounded({ ...WHOLE, step: decimal("0.01") }, "to cents"),
  ];
}

/** The right figure, rounded up or down to the digit that is printed. It is a cause on its own: together with another it would fit too much. */
export function roundedFigure(claimed: ClaimedSpan): readonly Misreading[] {
  if (claimed.kind !== "exact") return [];
  const step = claimed.high.minus(claimed.low);
  return (["up", "down"] as const).map(
    (to): Misreading => ({
      kind: "other-rounding",
      slot: "figure",
      explain: `rounded ${to} to ${claimed.text}, not to the nearest`,
      apply: withRounding("figure", { step, to }),
    }),
  );
}
