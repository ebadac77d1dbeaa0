import * as z from "zod";
import { isDay } from "../problems/day.js";
import { DECIMAL_TEXT, decimal } from "../units/decimal.js";
import { CRITERION_NAMES, type Criterion } from "./criteria.js";
import { constraintsSchema, traitsSchema } from "./constraints-schema.js";
import { DRIVER_NAMES, DRIVERS } from "./drivers.js";
import type { DriverName } from "./driver-spec.js";
import { horizonSchema, migrationSchema } from "./horizon-schema.js";
import { positive, share } from "./number-schema.js";
import { REQUIREMENT_NAMES, type Requirement } from "./requirements.js";
import { uncertaintySchema } from "./uncertainty-schema.js";

const name = z.string().min(1, { error: "is empty" }).max(10_000, { error: "is longer than 10,000 characters" });
export const ALTERNATIVE_ID = /^[a-z0-9][a-z0-9._-]{0,63}$/;
const id = z.string().regex(ALTERNATIVE_ID, { error: "not an id (small letters, digits, - _ . ; at most 64)" });
const flag = z.enum(["true", "false"]).transform((text) => text === "true");
const day = z.string().refine(isDay, { error: "not a day of the calendar (YYYY-MM-DD)" });

/** The values a driver may take, as one schema per driver so that each complaint names its own limits. */
export function driverSchema(driver: DriverName) {
  const spec = DRIVERS[driver];
  return positive
    .refine((text) => !DECIMAL_TEXT.test(text) || decimal(text).lte(decimal(spec.most)), {
      error: `is above the most that ${driver} can be`,
      params: { expected: `0 to ${spec.most}` },
    })
    .refine((text) => !DECIMAL_TEXT.test(text) || !spec.integer || decimal(text).isInteger(), { error: "must be a whole number" });
}

const workload = z
  .strictObject(
    Object.fromEntries(DRIVER_NAMES.map((driver) => [driver, driverSchema(driver).optional()])) as Record<
      DriverName,
      z.ZodOptional<ReturnType<typeof driverSchema>>
    >,
  )
  .refine((given) => given.mau !== undefined, {
    error: '"mau" is missing',
    path: ["mau"],
    params: { code: "missing-key", expected: "users active in the month" },
  })
  .refine(
    (given) =>
      !validShare(given.federatedShare) ||
      !validShare(given.socialShare) ||
      decimal(given.federatedShare).plus(decimal(given.socialShare)).lte(1),
    { error: "federatedShare and socialShare together are above 1", path: ["socialShare"] },
  );
function validShare(text: string | undefined): text is string {
  return text !== undefined && DECIMAL_TEXT.test(text);
}

export const COST_AMOUNTS = ["monthly", "once", "perMau", "hoursPerYear", "hoursOnce"] as const;
const cost = z
  .strictObject({
    name,
    kind: z.enum(["infrastructure", "labour", "licence"]).optional(),
    monthly: positive.optional(),
    once: positive.optional(),
    perMau: positive.optional(),
    hoursPerYear: positive.optional(),
    hoursOnce: positive.optional(),
    note: name.optional(),
  })
  .refine((one) => COST_AMOUNTS.some((amount) => one[amount] !== undefined), {
    error: "a cost needs an amount",
    params: { code: "missing-key", expected: COST_AMOUNTS.join(", ") },
  });

const score = z.strictObject({ score: z.enum(["1", "2", "3", "4", "5"]), because: name });
const perCriterion = <T extends z.ZodType>(schema: T) =>
  z.strictObject(
    Object.fromEntries(CRITERION_NAMES.map((criterion) => [criterion, schema.optional()])) as unknown as Record<
      Criterion,
      z.ZodOptional<T>
    >,
  );

const alternative = z.union([
  id,
  z.strictObject({
    id,
    title: name.optional(),
    architecture: z.string().optional(),
    settings: z.record(z.string(), z.string()).optional(),
    costs: z.array(cost).min(1).optional(),
    scores: perCriterion(score).optional(),
    traits: traitsSchema.optional(),
  }),
]);

const percent = positive.refine((text) => !DECIMAL_TEXT.test(text) || decimal(text).lte(100), { error: "a percentage is at most 100" });
const signed = { author: name, reason: name };
/** Prices as negotiated: an overlay that names who says so and why; the book is never edited. */
const discounts = z.strictObject({
  percentages: z
    .array(z.strictObject({ applies: z.string().min(1), percent, ...signed }))
    .min(1)
    .optional(),
  reserved: z
    .array(
      z.strictObject({
        applies: z.string().min(1),
        term: z.enum(["1yr-no-upfront", "1yr-partial-upfront", "3yr-no-upfront", "3yr-partial-upfront", "3yr-all-upfront"]),
        coverage: share.optional(),
        ...signed,
      }),
    )
    .min(1)
    .optional(),
  credits: z
    .array(z.strictObject({ name, applies: z.string().min(1).optional(), monthly: positive, ...signed }))
    .min(1)
    .optional(),
});

const weight = positive.refine((text) => !DECIMAL_TEXT.test(text) || decimal(text).lte(100), { error: "a weight is at most 100" });

/** The scenario file. */
export const scenarioSchema = z.strictObject({
  name,
  title: name.optional(),
  description: name.optional(),
  prices: z
    .strictObject({ book: id.optional(), asOf: day.optional(), region: id.optional(), standIn: id.optional(), freeTier: flag.optional() })
    .optional(),
  workload,
  requirements: z.array(z.enum(REQUIREMENT_NAMES as [Requirement, ...Requirement[]])).optional(),
  discounts: discounts.optional(),
  labour: z.strictObject({ hourlyRate: positive }).optional(),
  horizon: horizonSchema.optional(),
  migration: migrationSchema.optional(),
  uncertainty: uncertaintySchema.optional(),
  at: z.strictObject({ mau: z.array(driverSchema("mau")).min(1).max(50) }).optional(),
  alternatives: z.array(alternative).min(1).max(50),
  decision: z
    .strictObject({
      cost: weight.optional(),
      priorities: perCriterion(weight).optional(),
      materiality: positive.optional(),
      constraints: constraintsSchema.optional(),
    })
    .optional(),
});

export type ScenarioData = z.infer<typeof scenarioSchema>;
export type DiscountsData = z.infer<typeof discounts>;
export type CostData = z.infer<typeof cost>;
