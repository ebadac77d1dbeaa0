import type { Rate } from "../../../prices/rate-card.js";
import { type Decimal, sum, ZERO } from "../../../units/decimal.js";
import { formatNumber } from "../../../units/format.js";
import { unitWord } from "../../../units/unit.js";
import { type Computation, itemsOf, withReading } from "../computation.js";
import type { Misreading, PooledRate, Surroundings } from "./misreading.js";

/** Units that cost nothing: deducted before the tiers, or a first tier at no price. */
function freePart(rate: Rate): Decimal {
  if (rate.allowance.gt(0)) return rate.allowance;
  const first = "tiers" in rate.schedule ? rate.schedule.tiers[0] : undefined;
  return first?.unitRate.isZero() ? first.upTo : ZERO;
}
const freeText = (rate: Rate): string => `the free ${formatNumber(freePart(rate))} ${unitWord(rate.unit, freePart(rate))} of ${rate.id}`;

/** The free part forgotten: of one rate, or of all of them. */
export function freeTierLeftOut({ computation, rates }: Surroundings): readonly Misreading[] {
  if (!computation.freeTier) return [];
  const free = rates.filter((rate) => freePart(rate).gt(0));
  const leaveOut = (left: readonly PooledRate[], slot: string): Misreading => ({
    kind: "free-tier-left-out",
    slot,
    explain: `${left.map(freeText).join(" and ")} are paid`,
    apply: (one) => left.reduce(unfree, one),
  });
  return [...free.map((rate) => leaveOut([rate], `free:${rate.pool}`)), ...(free.length > 1 ? [leaveOut(free, "free:*")] : [])];
}

/** Free units are paid like those after them. What a plan includes is no free tier to the rate card, so it is read away here. */
function unfree(computation: Computation, { pool }: PooledRate): Computation {
  const always = { ...computation, unfree: new Set([...computation.unfree, pool]) };
  return withReading(always, pool, {
    key: "unfree",
    read: (read) => {
      if (!("tiers" in read.schedule) || read.schedule.tiers[0]?.unitRate.isZero() !== true) return read;
      const [, ...tiers] = read.schedule.tiers;
      return { ...read, schedule: { ...read.schedule, tiers } };
    },
  });
}

/** The free part of another rate of the same service and unit, on any date. */
export function otherFreeTier({ computation, rates, shelf }: Surroundings): readonly Misreading[] {
  if (!computation.freeTier) return [];
  return rates.flatMap((rate) => {
    const own = freePart(rate);
    return shelf
      .freeParts(rate.id, rate.unit)
      .filter(({ free }) => !free.eq(own))
      .map(
        ({ free, id }): Misreading => ({
          kind: "other-free-tier",
          slot: `free:${rate.pool}`,
          ...(id === rate.id ? { partOf: "other-date" as const } : {}),
          explain: `${rate.id} with the free part of ${id === rate.id ? "another date" : id}: ${formatNumber(free)} instead of ${formatNumber(own)}`,
          apply: (one) => withReading(one, rate.pool, { key: `free ${free.toFixed()}`, read: (read) => withFree(read, free) }),
        }),
      );
  });
}

function withFree(rate: Rate, free: Decimal): Rate {
  const { schedule } = rate;
  if (rate.allowance.gt(0) || !("tiers" in schedule) || schedule.tiers[0]?.unitRate.isZero() !== true) return { ...rate, allowance: free };
  const [first, ...others] = schedule.tiers;
  return { ...rate, schedule: { ...schedule, tiers: [{ ...first, upTo: free }, ...others.filter((tier) => tier.upTo.gt(free))] } };
}

/** Copies of a rate share one free part and one set of tiers; here every copy gets its own. */
export function freeTierPerPool({ computation, rates }: Surroundings): readonly Misreading[] {
  return rates.flatMap((rate): readonly Misreading[] => {
    const copies = sum(
      itemsOf(computation)
        .filter((item) => item.pool === rate.pool)
        .map((item) => item.copies),
    );
    if (rate.scope === "resource" || copies.lte(1) || (rate.allowance.isZero() && !("tiers" in rate.schedule))) return [];
    return [
      {
        kind: "free-tier-per-pool",
        slot: `pool:${rate.pool}`,
        explain: `each of the ${formatNumber(copies)} gets the free part and the tiers of ${rate.id} for itself, though the ${rate.scope.replace("account-region", "account and region")} has them once`,
        apply: (one) => ({ ...one, apart: new Set([...one.apart, rate.pool]) }),
      },
    ];
  });
}
