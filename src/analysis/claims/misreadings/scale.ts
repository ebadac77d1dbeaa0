import { type Decimal, decimal, ONE, whole } from "../../../units/decimal.js";
import { formatNumber } from "../../../units/format.js";
import { itemsOf, withItems } from "../computation.js";
import type { Misreading, Surroundings } from "./misreading.js";

/** What prices are quoted per, besides single units. */
const QUOTED_PER = ["1000", "1000000"];
/** 1 GB is 2^30 bytes at AWS; counted as 10^9 bytes a quantity grows by this factor. */
const BINARY = decimal("1.073741824");

/** A price per thousand or million taken as a price per unit, or the other way round. */
export function unitSlips({ rates, shelf }: Surroundings): readonly Misreading[] {
  return rates
    .filter((rate) => rate.unit !== "month")
    .flatMap((rate) => {
      const own = shelf
        .files(rate.id)
        .flatMap((file) => file.rates[rate.id]?.prices ?? [])
        .flatMap((price) => price.per ?? []);
      const slip = (factor: Decimal, explain: string): Misreading => ({
        kind: "unit-slip",
        slot: `unit:${rate.pool}`,
        explain: `${rate.id}: ${explain}`,
        apply: (one) => ({ ...one, factors: new Map(one.factors).set(rate.pool, (one.factors.get(rate.pool) ?? ONE).times(factor)) }),
      });
      const binary = /^(?:GB|GiB)/.test(rate.unit)
        ? [slip(BINARY, "a GB counted as 10^9 bytes instead of 2^30"), slip(ONE.div(BINARY), "a GB counted as 2^30 bytes instead of 10^9")]
        : [];
      return [
        ...binary,
        ...[...new Set([...QUOTED_PER, ...own])]
          .filter((per) => per !== "1")
          .map((per) => decimal(per))
          .flatMap((per) => [
            slip(per, `a price per ${formatNumber(per)} taken as a price of each`),
            slip(ONE.div(per), `a price of each taken as a price per ${formatNumber(per)}`),
          ]),
      ];
    });
}

/** Months as people count them: 730 on average, 28 to 31 days, AWS's free 750. */
const MONTH_HOURS = [672, 696, 720, 730, 744, 750];

/** A month of another length than the claim's, for rates billed by the hour. */
export function hoursPerMonth({ computation, rates }: Surroundings): readonly Misreading[] {
  const hourly = new Set(rates.filter((rate) => rate.unit === "hour" || rate.unit.endsWith("-hour")).map((rate) => rate.id));
  const timed = itemsOf(computation)
    .filter((item) => hourly.has(item.rate))
    .map((item) => item.quantityAt(computation.at))
    .filter((quantity) => !quantity.isZero());
  const [spent = 730] = MONTH_HOURS.filter((hours) => timed.some((quantity) => quantity.mod(hours).isZero())).sort(
    (a, b) => Math.abs(a - 730) - Math.abs(b - 730),
  );
  if (!timed.some((quantity) => quantity.mod(spent).isZero())) return [];
  return MONTH_HOURS.filter((hours) => hours !== spent).map(
    (hours): Misreading => ({
      kind: "hours-per-month",
      slot: "hours",
      explain: `a month of ${hours} hours instead of ${spent}`,
      apply: (one) =>
        withItems(one, (item) =>
          hourly.has(item.rate) ? { ...item, quantityAt: (at) => item.quantityAt(at).times(whole(hours)).div(spent) } : item,
        ),
    }),
  );
}

/** Rows of a table are mixed up most often with the double and the tenfold. */
const NEAR_SIZES = ["2", "0.5", "10", "0.1"];

/** The figure of another row: everything for twice or ten times as many users, or as few. */
export function otherQuantity({ computation }: Surroundings): readonly Misreading[] {
  if (computation.subject.kind === "break-even") return [];
  const users = [...new Set(computation.subject.sides.flatMap((side) => side.point?.workload.mau ?? []))];
  const charges = computation.subject.sides.flatMap((side) => side.charges ?? []);
  const only = users.length === 1 && charges.length === 0 ? decimal(users[0] ?? "0") : undefined;
  if (only === undefined && (users.length > 0 || itemsOf(computation).length !== 1)) return [];
  return NEAR_SIZES.map((text) => decimal(text)).map(
    (factor): Misreading => ({
      kind: "other-quantity",
      slot: "size",
      explain:
        only === undefined
          ? `the figure for ${formatNumber(factor)} times the quantity`
          : `the figure for ${formatNumber(only.times(factor))} users`,
      apply: (one) =>
        only === undefined
          ? withItems(one, (item) => ({ ...item, quantityAt: (at) => item.quantityAt(at).times(factor) }))
          : { ...one, at: new Map(one.at).set("mau", only.times(factor)) },
    }),
  );
}
