import type { Rate } from "../../../prices/rate-card.js";
import type { Schedule } from "../../../prices/schedule.js";
import { formatNumber } from "../../../units/format.js";
import { NO_USD } from "../../../units/usd.js";
import { withReading } from "../computation.js";
import type { Misreading, Surroundings } from "./misreading.js";

type Graduated = Extract<Schedule, { kind: "graduated" }>;

/** Changes the tiers of a rate, where it has any. */
function tiersRead(rate: Rate, change: (schedule: Graduated) => Graduated): Rate {
  return rate.schedule.kind === "graduated" ? { ...rate, schedule: change(rate.schedule) } : rate;
}

/** The first paid rate for everything, as if there were no further tiers. */
export function flatRate({ rates }: Surroundings): readonly Misreading[] {
  return rates.flatMap((rate): readonly Misreading[] => {
    const paid = rate.schedule.kind === "graduated" ? rate.schedule.tiers.find((tier) => tier.unitRate.gt(0)) : undefined;
    if (!paid) return [];
    const flat = (schedule: Graduated): Graduated => {
      const isFree = schedule.tiers[0]?.unitRate.isZero() === true;
      const unitRate = schedule.tiers[isFree ? 1 : 0]?.unitRate ?? paid.unitRate;
      return { ...schedule, tiers: isFree ? schedule.tiers.slice(0, 1) : [], thereafter: { unitRate, flat: NO_USD } };
    };
    return [
      {
        kind: "flat-rate",
        slot: `tiers:${rate.pool}`,
        explain: `everything at the first rate of ${rate.id} (${paid.unitRate.toFixed()}), later tiers ignored`,
        apply: (one) => withReading(one, rate.pool, { key: "flat", read: (read) => tiersRead(read, flat) }),
      },
    ];
  });
}

/** Bounds that count after the free units, read as if they counted from the first unit: the free units use up the first tiers. */
export function absoluteThresholds({ rates }: Surroundings): readonly Misreading[] {
  return rates.flatMap((rate): readonly Misreading[] => {
    if (rate.schedule.kind !== "graduated" || rate.allowance.isZero()) return [];
    const lowered =
      (by: Rate["allowance"]) =>
      (schedule: Graduated): Graduated => ({
        ...schedule,
        tiers: schedule.tiers.map((tier) => ({ ...tier, upTo: tier.upTo.minus(by) })).filter((tier) => tier.upTo.gt(0)),
      });
    return [
      {
        kind: "absolute-thresholds",
        slot: `tiers:${rate.pool}`,
        explain: `the tiers of ${rate.id} are counted from the first unit instead of after the free ${formatNumber(rate.allowance)}`,
        apply: (one) => withReading(one, rate.pool, { key: "absolute", read: (read) => tiersRead(read, lowered(read.allowance)) }),
      },
    ];
  });
}
