import type { Schedule } from "../../../prices/schedule.js";
import { type Decimal, decimal, sum, whole } from "../../../units/decimal.js";
import { formatNumber } from "../../../units/format.js";
import { unitWord } from "../../../units/unit.js";
import { NO_USD } from "../../../units/usd.js";
import type { ClaimedSpan } from "../claimed-amount.js";
import { type Computation, withReading } from "../computation.js";
import type { Pool, Pricer } from "../pricer.js";
import type { Misreading } from "./misreading.js";

type Graduated = Extract<Schedule, { kind: "graduated" }>;
/** A bound that people make up is round: so many digits that are not zero. */
const MOST_DIGITS = 2;

/**
 * A bound between the first two prices of a rate that the rate does not have, solved for so that it gives the figure.
 * Only round bounds count. A bound that is solved for is never certain.
 */
export function inventedTiers(computation: Computation, prices: Pricer, claimed: ClaimedSpan): readonly Misreading[] {
  const [side] = computation.sides;
  if (computation.subject.kind !== "amount" || !side) return [];
  const pools = prices.pools(side, computation);
  const others = (pool: Pool): Decimal =>
    sum([...pools.filter((one) => one !== pool).map((one) => one.amount), ...side.costs.map((cost) => cost.amountAt(computation.at))]);
  return pools.flatMap((pool): readonly Misreading[] => {
    const { rate } = pool;
    const { schedule, allowance } = rate;
    if (schedule.kind !== "graduated" || schedule.thereafter === "quote") return [];
    const steps = [...schedule.tiers, schedule.thereafter].filter((step) => step.unitRate.gt(0));
    const [first, second] = steps;
    if (!first || !second || first.unitRate.eq(second.unitRate)) return [];
    const boundFor = (figure: Decimal): Decimal =>
      figure
        .minus(others(pool))
        .plus(first.unitRate.times(allowance))
        .minus(second.unitRate.times(pool.quantity))
        .div(first.unitRate.minus(second.unitRate));
    const [low, high] = [boundFor(claimed.low), boundFor(claimed.high)].sort((a, b) => a.comparedTo(b));
    const found = low && high ? roundest(low, high, allowance) : undefined;
    if (!low || !high || !found || found.bound.lte(allowance) || found.bound.gte(pool.quantity)) return [];
    const { bound } = found;
    const invented = (tiers: Graduated): Graduated => ({
      ...tiers,
      tiers: [{ upTo: bound.minus(allowance), unitRate: first.unitRate, flat: NO_USD, free: false }],
      thereafter: { unitRate: second.unitRate, flat: NO_USD },
    });
    return [
      {
        kind: "invented-tiers",
        slot: `tiers:${pool.pool}`,
        explain: `${rate.id} as if ${first.unitRate.toFixed()} ended at ${formatNumber(bound)} ${unitWord(rate.unit, bound)} and ${second.unitRate.toFixed()} began there: a bound that the rate does not have, but the one that gives this figure (${oddsOf(found, high.minus(low), pool.quantity.minus(allowance))})`,
        apply: (one) =>
          withReading(one, pool.pool, {
            key: `bound ${bound.toFixed()}`,
            read: (read) => (read.schedule.kind === "graduated" ? { ...read, schedule: invented(read.schedule) } : read),
          }),
      },
    ];
  });
}

type Round = { readonly bound: Decimal; readonly digits: number };

/** How many figures have so round a bound: one in so many, when as wide a stretch gives the same figure. */
function oddsOf({ bound, digits }: Round, width: Decimal, room: Decimal): string {
  const spacing = decimal("10").pow(
    bound
      .log(10)
      .floor()
      .minus(digits - 1),
  );
  const candidates = room.div(spacing);
  const share = candidates.times(width).div(room);
  const one = share.gte(1) ? whole(1) : whole(1).div(share).floor();
  return `one figure in ${formatNumber(one)} has so round a bound by chance`;
}

/** The number with the fewest digits between the bounds, counted from the first unit or after the free ones. */
function roundest(low: Decimal, high: Decimal, free: Decimal): Round | undefined {
  for (let digits = 1; digits <= MOST_DIGITS; digits++) {
    for (const offset of [decimal("0"), free]) {
      const middle = low.plus(high).div(2).minus(offset);
      if (middle.lte(0)) continue;
      const round = middle.toSignificantDigits(digits).plus(offset);
      if (round.gte(low) && round.lte(high)) return { bound: round, digits };
    }
  }
  return undefined;
}
