import type { Rate } from "../prices/rate-card.js";
import type { Schedule, Thereafter, Tier } from "../prices/schedule.js";
import { ProblemError, quoted } from "../problems/problem.js";
import { type Decimal, ONE, smallest, ZERO } from "../units/decimal.js";
import { formatNumber } from "../units/format.js";
import { unitWord } from "../units/unit.js";
import { charge, minusUsd, sumUsd, type Usd } from "../units/usd.js";
import type { Slice } from "./slice.js";

export type Rated = {
  readonly rate: Rate;
  readonly quantity: Decimal;
  readonly allowance: Decimal;
  readonly slices: readonly Slice[];
  readonly amount: Usd;
};

/**
 * Rates one month's quantity: allowance first, then the schedule, then the minimum.
 * The amount is the sum of the slices; nothing is rounded.
 * @throws ProblemError when the quantity is negative or above what the provider publishes a price for
 */
export function rateQuantity(rate: Rate, quantity: Decimal): Rated {
  if (quantity.isNegative() && !quantity.isZero()) {
    throw new ProblemError([
      { code: "out-of-range", message: `a quantity of ${quoted(rate.id)} cannot be negative`, found: formatNumber(quantity) },
    ]);
  }
  const allowance = smallest([quantity, rate.allowance]);
  const billable = quantity.minus(allowance);
  const slices: Slice[] = [];
  if (allowance.gt(0))
    slices.push({ kind: "allowance", from: ZERO, upTo: rate.allowance, quantity: allowance, rate: ZERO, amount: charge(allowance, ZERO) });
  if (billable.gt(0)) slices.push(...bySchedule(rate, billable).map((slice) => shift(slice, rate.allowance)));
  const amount = sumUsd(slices.map((slice) => slice.amount));
  if (quantity.gt(0) && amount.lt(rate.minimum)) {
    slices.push({ kind: "minimum", from: ZERO, upTo: null, quantity: ZERO, rate: ZERO, amount: minusUsd(rate.minimum, amount) });
  }
  return { rate, quantity, allowance, slices, amount: sumUsd(slices.map((slice) => slice.amount)) };
}

const shift = (slice: Slice, by: Decimal): Slice => ({
  ...slice,
  from: slice.from.plus(by),
  upTo: slice.upTo === null ? null : slice.upTo.plus(by),
});

function bySchedule(rate: Rate, billable: Decimal): readonly Slice[] {
  const { schedule } = rate;
  switch (schedule.kind) {
    case "per-unit":
      return [unitSlice(ZERO, null, billable, schedule.unitRate)];
    case "flat":
      return [{ ...flatSlice(ZERO, null, schedule.amount), quantity: billable }];
    case "package": {
      const packages = billable.div(schedule.size).ceil();
      return [
        {
          kind: "package",
          from: ZERO,
          upTo: null,
          quantity: billable,
          rate: schedule.packageRate,
          amount: charge(packages, schedule.packageRate),
        },
      ];
    }
    case "graduated":
      return graduated(rate, schedule, billable);
    case "volume":
      return volume(rate, schedule, billable);
    default:
      return schedule satisfies never;
  }
}

const unitSlice = (from: Decimal, upTo: Decimal | null, quantity: Decimal, unitRate: Decimal): Slice => ({
  kind: "tier",
  from,
  upTo,
  quantity,
  rate: unitRate,
  amount: charge(quantity, unitRate),
});
const flatSlice = (from: Decimal, upTo: Decimal | null, amount: Usd): Slice => ({
  kind: "flat",
  from,
  upTo,
  quantity: ZERO,
  rate: ZERO,
  amount,
});

type Tiered = Extract<Schedule, { tiers: unknown }>;
type Step = { readonly from: Decimal; readonly upTo: Decimal | null; readonly unitRate: Decimal; readonly flat: Usd };

/** The tiers with their lower bounds, and what follows the last one. */
function stepsOf(schedule: Tiered): { readonly steps: readonly Step[]; readonly last: Decimal; readonly thereafter: Thereafter } {
  const steps = schedule.tiers.map((tier: Tier, index) => ({
    from: schedule.tiers[index - 1]?.upTo ?? ZERO,
    upTo: tier.upTo,
    unitRate: tier.unitRate,
    flat: tier.flat,
  }));
  return { steps, last: schedule.tiers.at(-1)?.upTo ?? ZERO, thereafter: schedule.thereafter };
}

function openStep(rate: Rate, last: Decimal, thereafter: Thereafter, billable: Decimal): Step {
  if (thereafter !== "quote") return { from: last, upTo: null, ...thereafter };
  throw new ProblemError([
    {
      code: "unpublished-price",
      message: `${quoted(rate.id)} has ${endOfPrices(rate, last)}`,
      found: formatNumber(billable.plus(rate.allowance)),
      hint:
        rate.openEnd?.kind === "unread"
          ? asClause(rate.openEnd?.note ?? "there is one that was not read")
          : "the provider asks for a quote",
    },
  ]);
}

/** Where a rate's prices end, in words: "no published price above 50,000 MAU". */
export function endOfPrices(rate: Rate, last = "tiers" in rate.schedule ? (rate.schedule.tiers.at(-1)?.upTo ?? ZERO) : ZERO): string {
  const bound = last.plus(rate.allowance);
  return `no ${rate.openEnd?.kind === "unread" ? "known" : "published"} price above ${formatNumber(bound)} ${unitWord(rate.unit, bound)}`;
}

/** A sentence as part of another: small at its start, without its full stop. */
function asClause(sentence: string): string {
  return sentence.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase()).replace(/\.$/, "");
}

function graduated(rate: Rate, schedule: Tiered, billable: Decimal): readonly Slice[] {
  const { steps, last, thereafter } = stepsOf(schedule);
  const reached = billable.gt(last)
    ? [...steps, openStep(rate, last, thereafter, billable)]
    : steps.filter((step) => billable.gt(step.from));
  return reached.flatMap((step) => {
    const end = step.upTo === null ? billable : smallest([billable, step.upTo]);
    const flat = step.flat.isZero() ? [] : [flatSlice(step.from, step.upTo, step.flat)];
    return [...flat, unitSlice(step.from, step.upTo, end.minus(step.from), step.unitRate)];
  });
}

function volume(rate: Rate, schedule: Tiered, billable: Decimal): readonly Slice[] {
  const { steps, last, thereafter } = stepsOf(schedule);
  const step = steps.find((one) => billable.lte(one.upTo ?? billable)) ?? openStep(rate, last, thereafter, billable);
  const flat = step.flat.isZero() ? [] : [flatSlice(step.from, step.upTo, step.flat)];
  return [...flat, unitSlice(step.from, step.upTo, billable, step.unitRate)];
}

/** How many packages a package slice stands for. */
export function packagesOf(rate: Rate, slice: Slice): Decimal {
  return rate.schedule.kind === "package" ? slice.quantity.div(rate.schedule.size).ceil() : ONE;
}
