import * as z from "zod";
import { isDay } from "../../problems/day.js";
import { DRIVER_NAMES } from "../../scenario/drivers.js";
import type { DriverName } from "../../scenario/driver-spec.js";
import { driverSchema } from "../../scenario/scenario-schema.js";
import { NOT_A_NUMBER } from "../../problems/plain-number.js";
import { DECIMAL_TEXT, decimal } from "../../units/decimal.js";
import { claimedAmount, figureProblem } from "./claimed-amount.js";
import { claimProblems, isFilled } from "./claim-problems.js";

const text = z.string().min(1, { error: "is empty" });
const day = z.string().refine(isDay, { error: "not a day of the calendar (YYYY-MM-DD)" });
const flag = z.enum(["true", "false"]).transform((word) => word === "true");
const number = z
  .string({ error: "a number" })
  .regex(DECIMAL_TEXT, { error: NOT_A_NUMBER })
  .refine((one) => !one.startsWith("-"), { error: "cannot be negative" });
const count = z.string().regex(/^\d{1,12}$/, { error: "not a whole number" });
const months = z.string().regex(/^[1-9]\d{0,2}$/, { error: "not a whole number of months from 1 to 999" });
const figure = z
  .string()
  .superRefine((one, context) => {
    if (claimedAmount(one) === undefined) context.addIssue({ code: "custom", message: figureProblem(one) });
  })
  .meta({ description: "a figure as published: 275, ~$1,500, $0.13M, 500-1,000, under $50, Free, 2x, 60%" });
const part = figure.refine((one) => ["exact", "about"].includes(claimedAmount(one)?.kind ?? "exact"), {
  error: "a part is one figure, neither a range nor a bound",
});

/** `date`: when it was published, as far as it says; `retrieved`: the day it was read */
const source = z.strictObject({ url: text, date: text, retrieved: day.optional(), note: text.optional() });
const prices = { book: text.optional(), asOf: day.optional(), region: text.optional(), freeTier: flag.optional() };

/** A quantity of a rate; `times` copies of it share tiers and free part. `each` is the quantity for one of what a break-even runs over. */
const charge = z
  .strictObject({ rate: text, quantity: number.optional(), each: number.optional(), times: number.optional() })
  .refine((one) => (one.quantity === undefined) !== (one.each === undefined), {
    error: "a charge has either a quantity or, in a break-even, a quantity for each",
    params: { code: "missing-key", expected: "quantity or each" },
  });

const point = z.strictObject({
  architecture: text,
  settings: z.record(z.string(), z.string()).optional(),
  workload: z.strictObject(
    Object.fromEntries(DRIVER_NAMES.map((name) => [name, driverSchema(name).optional()])) as Record<
      DriverName,
      z.ZodOptional<ReturnType<typeof driverSchema>>
    >,
  ),
});

/** Dollars that the source states itself and no price file knows: hours of work, a lump sum. */
const cost = z
  .strictObject({
    name: text,
    monthly: number.optional(),
    yearly: number.optional(),
    once: number.optional(),
    each: number.optional(),
    times: number.optional(),
  })
  .refine((one) => [one.monthly, one.yearly, one.once, one.each].filter((amount) => amount !== undefined).length === 1, {
    error: "a cost is one of monthly, yearly, once and each",
    params: { code: "missing-key", expected: "one amount" },
  });

const parts = { charges: z.array(charge).min(1).optional(), point: point.optional(), costs: z.array(cost).min(1).optional() };
const side = z.strictObject(parts).refine(isFilled, {
  error: "a side is charges or a point, costs, or both",
  params: { code: "missing-key", expected: "charges, point or costs" },
});

const range = { from: number, to: number };
const rising = (one: { readonly from: string; readonly to: string }): boolean =>
  !DECIMAL_TEXT.test(one.from) || !DECIMAL_TEXT.test(one.to) || decimal(one.from).lt(decimal(one.to));
const solve = z
  .union([
    z.strictObject({ driver: z.enum(DRIVER_NAMES), ...range }),
    z.strictObject({ rate: text, ...range }),
    z.strictObject({ quantity: text, ...range }),
    z.strictObject({ cost: text, ...range }),
  ])
  .refine(rising, { error: "the range must rise from `from` to `to`" });

const KINDS = ["amount", "total", "break-even", "difference", "ratio", "saving"] as const;

const claim = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, { error: "not an id (small letters, digits, - _ .)" }),
    says: text,
    note: text.optional(),
    claimed: figure,
    /** where this one is published, when not where the file says */
    source: source.optional(),
    /** the parts that the source prints before its total */
    parts: z.array(part).min(1).optional(),
    /**
     * amount: dollars of a month; total: dollars over some months, with what is paid once; break-even: the first count from which
     * `above` costs less than `below`; difference: `first` less `second`; ratio: `first` over `second`; saving: the part of `first` that `second` saves, in per cent
     */
    kind: z.enum(KINDS).optional(),
    ...parts,
    months: months.optional(),
    over: text.optional(),
    from: count.optional(),
    to: count.optional(),
    below: side.optional(),
    above: side.optional(),
    first: side.optional(),
    second: side.optional(),
    /** what would have to be true: the value of a driver, the unit price of a rate, its quantity or a cost at which the claim holds */
    solve: z.union([solve, z.array(solve).min(1)]).optional(),
    ...prices,
  })
  .superRefine((one, context) =>
    claimProblems(one, (message, key, expected) =>
      context.addIssue({ code: "custom", message, path: [key], params: { code: "missing-key", expected } }),
    ),
  );

/** A file of published figures to re-compute. */
export const claimsSchema = z.strictObject({
  title: text,
  source,
  prices: z.strictObject(prices).optional(),
  claims: z.array(claim).min(1),
});

export type ClaimsData = z.infer<typeof claimsSchema>;
export type ClaimData = ClaimsData["claims"][number];
export type ClaimKind = (typeof KINDS)[number];
export type SideData = z.infer<typeof side>;
export type SolveData = z.infer<typeof solve>;
