import { type Decimal, ONE, whole } from "../../../units/decimal.js";
import { formatNumber } from "../../../units/format.js";
import type { Misreading, Surroundings } from "./misreading.js";

const YEAR = whole(12);

/** A month's figure for a year's, or the other way round; for a total also that of one month or one year. */
export function otherMonths({ computation }: Surroundings): readonly Misreading[] {
  const { subject } = computation;
  if (subject.kind === "break-even") return [];
  const { months } = subject;
  const candidates = [
    [months.times(YEAR), "a year's figure, taken for a month's"],
    [months.div(YEAR), "a month's figure, taken for a year's"],
    [ONE, "one month only"],
    [YEAR, "one year only"],
  ] as const;
  const seen = new Set<string>([months.toFixed()]);
  return candidates.flatMap(([other, words]: readonly [Decimal, string]): readonly Misreading[] => {
    if (seen.has(other.toFixed())) return [];
    seen.add(other.toFixed());
    return [
      {
        kind: "other-months",
        slot: "months",
        explain: `${words}: ${formatNumber(other, 3)} instead of ${formatNumber(months)} ${months.eq(1) ? "month" : "months"}`,
        apply: (one) => ({ ...one, subject: { ...one.subject, months: other } }),
      },
    ];
  });
}
