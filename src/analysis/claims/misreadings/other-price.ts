import { ProblemError } from "../../../problems/problem.js";
import type { Rate } from "../../../prices/rate-card.js";
import { itemsOf, withItems } from "../computation.js";
import { remembered } from "../remembered.js";
import { ownPool } from "../side.js";
import { type Misreading, serviceOf, type Surroundings } from "./misreading.js";

/** A sibling of a rate, of the same unit and date, in its place. */
export function wrongMeter({ computation, prices, shelf }: Surroundings): readonly Misreading[] {
  const used = new Set(itemsOf(computation).map((item) => item.rate));
  return itemsOf(computation).flatMap((item) => {
    const { unit } = prices.rate(computation, item.pool);
    const ids = shelf.siblings(item.rate, unit);
    return ids
      .filter((id) => rateIf(() => prices.rate(computation, id)))
      .flatMap((id): readonly Misreading[] => {
        const swap: Misreading = {
          kind: "wrong-meter",
          slot: `meter:${item.id}`,
          explain: `${id} instead of ${item.rate}`,
          changesRates: true,
          apply: (one) => withItems(one, (other) => (other.id === item.id ? { ...other, rate: id, pool: id } : other)),
        };
        // A rate that is in use already may take the quantity in, or be counted beside it a second time.
        if (!used.has(id)) return [swap];
        return [
          swap,
          {
            ...swap,
            explain: `${swap.explain}, with tiers and a free part of its own`,
            apply: (one) => withItems(one, (other) => (other.id === item.id ? { ...other, rate: id, pool: ownPool(id, item.id) } : other)),
          },
        ];
      });
  });
}

/** Prices of another day: of everything, or of one service. Days with the same prices are one. */
export function otherDates({ computation, rates, prices, shelf }: Surroundings): readonly Misreading[] {
  const services = [...new Set(rates.map((rate) => serviceOf(rate.id)))];
  const groups = [rates, ...(services.length > 1 ? services.map((service) => rates.filter((rate) => serviceOf(rate.id) === service)) : [])];
  const seen = new Set<string>();
  return groups.flatMap((group) => {
    const days = new Set(group.flatMap((rate) => shelf.files(rate.id).map((file) => file.effective)));
    return [...days].sort().flatMap((day): readonly Misreading[] => {
      const moved = group.filter((rate) => {
        const there = rateIf(() => prices.rate({ ...computation, days: new Map([[rate.pool, day]]) }, rate.pool));
        return there !== undefined && shapeOf(there) !== shapeOf(rate);
      });
      const key = moved
        .map((rate) => `${rate.id} ${shapeOf(prices.rate({ ...computation, days: new Map([[rate.pool, day]]) }, rate.pool))}`)
        .join();
      if (moved.length === 0 || seen.has(key)) return [];
      seen.add(key);
      return [
        {
          kind: "other-date",
          slot: "date",
          changesRates: true,
          explain: `the prices of ${day} and not those of ${computation.asOf} (${moved.map((rate) => rate.id).join(", ")})`,
          apply: (one) => ({ ...one, days: new Map([...one.days, ...moved.map((rate) => [rate.pool, day] as const)]) }),
        },
      ];
    });
  });
}

/** Prices of another Region, of everything. Regions with the same prices are one. */
export function otherRegions({ computation, rates, prices, shelf }: Surroundings): readonly Misreading[] {
  const regions = new Set(rates.flatMap((rate) => shelf.regions(rate.id)));
  const seen = new Set<string>();
  return [...regions]
    .sort()
    .filter((region) => region !== computation.region && region !== "global")
    .flatMap((region): readonly Misreading[] => {
      const there = rates.map((rate) => rateIf(() => prices.rate({ ...computation, region }, rate.pool)));
      const key = there.map((rate) => rate && shapeOf(rate)).join();
      if (there.includes(undefined) || key === rates.map(shapeOf).join() || seen.has(key)) return [];
      seen.add(key);
      return [
        {
          kind: "other-region",
          slot: "region",
          explain: `the prices of ${region} and not those of ${computation.region}`,
          changesRates: true,
          apply: (one) => ({ ...one, region }),
        },
      ];
    });
}

/** What a rate charges, whenever and wherever it was read. */
function shapeOf({ schedule, allowance, minimum }: Rate): string {
  return `${remembered(schedules, schedule, () => ({ text: JSON.stringify(schedule) })).text} ${allowance.toFixed()} ${minimum.toFixed()}`;
}
const schedules = new WeakMap<Rate["schedule"], { readonly text: string }>();

function rateIf(find: () => Rate): Rate | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}
