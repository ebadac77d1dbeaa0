import * as z from "zod";
import { isDay } from "../../problems/day.js";
import { DRIVER_NAMES, type DriverName } from "../../scenario/drivers.js";
import { driverSchema } from "../../scenario/scenario-schema.js";
import { DECIMAL_TEXT } from "../../units/decimal.js";
import { claimedAmount } from "./claimed-amount.js";

const text = z.string().min(1, { error: "is empty" });
const day = z.string().refine(isDay, { error: "not a day of the calendar (YYYY-MM-DD)" });
const flag = z.enum(["true", "false"]).transform((word) => word === "true");
const quantity = z.string().regex(DECIMAL_TEXT, { error: "not a plain decimal number" }).refine((one) => !one.startsWith("-"), { error: "cannot be negative" });
const figure = z.string().refine((one) => claimedAmount(one) !== undefined, { error: "not a figure as published, such as 275, ~$1,500, $0.13M, 500-1,000 or Free" });

const prices = { book: text.optional(), asOf: day.optional(), region: text.optional(), freeTier: flag.optional() };

const claim = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, { error: "not an id (small letters, digits, - _ .)" }),
  says: text, note: text.optional(), claimed: figure,
  /** the parts that the source prints before its total */
  parts: z.array(figure).min(1).optional(),
  charges: z.array(z.strictObject({ rate: text, quantity, times: quantity.optional() })).min(1).optional(),
  point: z.strictObject({
    architecture: text, settings: z.record(z.string(), z.string()).optional(),
    workload: z.strictObject(Object.fromEntries(DRIVER_NAMES.map((name) => [name, driverSchema(name).optional()])) as Record<DriverName, z.ZodOptional<ReturnType<typeof driverSchema>>>),
  }).optional(),
  ...prices,
}).refine((one) => (one.charges === undefined) !== (one.point === undefined), { error: "a claim says what it is about by either charges or a point", params: { code: "missing-key", expected: "charges or point" } });

/** A file of published figures to re-compute. */
export const claimsSchema = z.strictObject({
  title: text, source: z.strictObject({ url: text, date: text, note: text.optional() }),
  prices: z.strictObject(prices).optional(),
  claims: z.array(claim).min(1),
});

export type ClaimsData = z.infer<typeof claimsSchema>;
export type ClaimData = ClaimsData["claims"][number];
