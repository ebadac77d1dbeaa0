import * as z from "zod";
import { isDay } from "../problems/day.js";
import { NOT_A_NUMBER } from "../problems/plain-number.js";
import { DECIMAL_TEXT } from "../units/decimal.js";
import { UNITS } from "../units/unit.js";

const amount = z
  .string({ error: "a number" })
  .regex(DECIMAL_TEXT, { error: NOT_A_NUMBER })
  .refine((text) => !text.startsWith("-"), { error: "a price or quantity cannot be negative" })
  .meta({ description: "A decimal number as quoted text, with the digits of the source." });
const day = z.string().refine(isDay, { error: "not a day of the calendar (YYYY-MM-DD)" });
const flag = z.enum(["true", "false"]).transform((text) => text === "true");
const text = z.string().min(1, { error: "is empty" });

const source = z.strictObject({
  url: text,
  retrieved: day,
  confidence: z.enum(["high", "medium", "low"]),
  note: text.optional(),
});

const tier = z.strictObject({ upTo: amount, rate: amount, flat: amount.optional(), free: flag.optional() });
const thereafter = z.union([amount, z.literal("quote"), z.literal("unread"), z.strictObject({ rate: amount, flat: amount.optional() })]);

const beside = {
  regions: z.array(text).min(1).optional(),
  per: amount.optional(),
  allowance: amount.optional(),
  minimum: amount.optional(),
  low: amount.optional(),
  high: amount.optional(),
  source: text,
  note: text.optional(),
};
const tiered = { tiers: z.array(tier).min(1), thereafter };
const price = z.union([
  z.strictObject({ schedule: z.literal("per-unit").optional(), rate: amount, ...beside }),
  z.strictObject({ schedule: z.literal("flat"), amount, ...beside }),
  z.strictObject({ schedule: z.literal("graduated"), ...tiered, ...beside }),
  z.strictObject({ schedule: z.literal("volume"), ...tiered, ...beside }),
  z.strictObject({ schedule: z.literal("package"), size: amount, rate: amount, ...beside }),
]);

const example = z.strictObject({
  quantity: amount,
  amount,
  because: text,
  region: text.optional(),
  freeTier: flag.optional(),
  rounded: z.string().regex(/^\d$/).transform(Number).optional(),
});

const rate = z.strictObject({
  title: text,
  unit: z.enum(UNITS),
  scope: z.enum(["organization", "account", "account-region", "resource"]),
  prices: z.array(price).min(1),
  examples: z.array(example).optional(),
  note: text.optional(),
});

/** The shape of one price file; cross-checks (sources resolve, tiers rise) follow in parse-price-file. */
export const priceFileSchema = z.strictObject({
  service: text,
  title: text,
  effective: day,
  basis: z.enum(["announced", "first-seen", "stated"]),
  currency: z.literal("USD"),
  regions: z.array(text).min(1),
  note: text.optional(),
  sources: z.record(z.string(), source),
  rates: z.record(z.string(), rate),
  unknown: z.record(z.string(), text).optional(),
});

export type PriceFileData = z.infer<typeof priceFileSchema>;
export type PriceData = PriceFileData["rates"][string]["prices"][number];
export type RateData = PriceFileData["rates"][string];
export type SourceData = PriceFileData["sources"][string];
export type ExampleData = NonNullable<RateData["examples"]>[number];
