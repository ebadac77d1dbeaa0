import * as z from "zod";
import { isDecimal, decimal } from "../units/decimal.js";
import { type Growth, type Horizon, HORIZON_DEFAULTS, type Migration } from "./horizon.js";
import { count, number, positive, share } from "./number-schema.js";

const MOST_MONTHS = 120;
const above = (least: number, error: string) => number.refine((text) => !isDecimal(text) || decimal(text).gt(least), { error });
const monthly = above(-1, "a month cannot lose all users").refine((text) => !isDecimal(text) || decimal(text).lte(1), {
  error: "at most doubles in a month",
  params: { expected: "a part such as 0.03 for 3 % a month" },
});
const towards = monthly.refine((text) => !isDecimal(text) || !decimal(text).isNegative(), {
  error: "logistic growth leads to its ceiling, so it cannot be negative",
  params: { expected: "a part such as 0.1 for 10 % a month" },
});
const users = positive.refine((text) => !isDecimal(text) || decimal(text).lte(decimal("100000000000")), {
  error: "more users than authcost counts",
});

const growth = z
  .strictObject({
    compound: monthly.optional(),
    linear: number.optional(),
    logistic: z.strictObject({ monthly: towards, ceiling: users }).optional(),
    table: z.record(count(1, MOST_MONTHS), users).optional(),
  })
  .refine((one) => Object.values(one).filter((given) => given !== undefined).length === 1, {
    error: "say one kind of growth",
    params: { expected: "compound, linear, logistic or table" },
  })
  .refine((one) => one.table === undefined || Object.keys(one.table).length > 0, { error: "an empty table", path: ["table"] });

export const horizonSchema = z.strictObject({
  months: count(1, MOST_MONTHS).optional(),
  growth: growth.optional(),
  seasonality: z.array(positive).min(1).max(12).optional(),
  churn: share.optional(),
  discountRate: share.optional(),
});

export const migrationSchema = z.strictObject({
  from: z.string().min(1).optional(),
  method: z.enum(["lazy", "forced-reset"]).optional(),
  tail: z.array(share).min(1).max(36).optional(),
  hours: positive.optional(),
});

export function toHorizon(given: z.infer<typeof horizonSchema>): Horizon {
  return {
    months: Number(given.months ?? HORIZON_DEFAULTS.months.value),
    growth: toGrowth(given.growth),
    seasonality: (given.seasonality ?? []).map(decimal),
    churn: decimal(given.churn ?? HORIZON_DEFAULTS.churn.value),
    discountRate: decimal(given.discountRate ?? HORIZON_DEFAULTS.discountRate.value),
    defaulted: (["months", "churn", "discountRate"] as const).filter((name) => given[name] === undefined),
  };
}

function toGrowth(given: z.infer<typeof growth> | undefined): Growth {
  if (given?.compound !== undefined) return { kind: "compound", monthly: decimal(given.compound) };
  if (given?.linear !== undefined) return { kind: "linear", users: decimal(given.linear) };
  if (given?.logistic !== undefined)
    return { kind: "logistic", monthly: decimal(given.logistic.monthly), ceiling: decimal(given.logistic.ceiling) };
  if (given?.table === undefined) return { kind: "none" };
  return {
    kind: "table",
    months: Object.entries(given.table)
      .map(([month, mau]) => ({ month: Number(month), mau: decimal(mau) }))
      .sort((a, b) => a.month - b.month),
  };
}

export function toMigration(given: z.infer<typeof migrationSchema> | undefined): Migration {
  return {
    from: given?.from,
    method: given?.method ?? HORIZON_DEFAULTS.method.value,
    tail: given?.tail?.map(decimal) ?? HORIZON_DEFAULTS.tail.value.split(", ").map(decimal),
    hours: decimal(given?.hours ?? HORIZON_DEFAULTS.hours.value),
    defaulted: (["method", "tail", "hours"] as const).filter((name) => given?.[name] === undefined),
  };
}
