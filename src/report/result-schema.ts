import * as z from "zod";

/**
 * What `compare --format json` and result.json hold, for scripts and editors. A key keeps its meaning; later versions add keys,
 * so a reader lets pass what it does not know. Analyses beside the comparison stand at the top, under keys of their own.
 */
const figure = z
  .string()
  .regex(/^-?\d+(?:\.\d+)?$/)
  .describe("an exact decimal number in base units, never rounded, never with an exponent");
const users = figure.describe("users active in a month");
const dollars = figure.describe("US dollars, exact");
const id = z.string().describe("id of an alternative of the scenario");
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe("a day, YYYY-MM-DD");

const slice = z
  .object({
    kind: z.enum(["allowance", "tier", "package", "flat", "minimum", "discount"]),
    from: figure.describe("the tier begins above this quantity"),
    upTo: figure.nullable().describe("the last quantity of the tier; null: no end"),
    quantity: figure,
    rate: figure.describe("dollars for one unit, or for one package"),
    amount: dollars,
  })
  .describe("a piece of the calculation; the slices of a line add up to its amount");

const line = z.object({
  component: z.string(),
  charge: z.string(),
  ledger: z.enum(["infrastructure", "labour", "licence"]),
  rate: z.string().nullable().describe("rate id; null for costs given by hand"),
  quantity: figure,
  unit: z.string(),
  allowance: figure.describe("free units deducted before tiers are counted"),
  slices: z.array(slice),
  amount: dollars.nullable().describe("dollars; null where no price is published at this quantity"),
  explain: z.string().describe("the arithmetic in words, one step a line"),
});

const obstacle = z.object({ name: z.string(), found: figure, most: figure, unit: z.string(), because: z.string() });

const alternative = z.object({
  id,
  title: z.string(),
  feasible: z.boolean().describe("false when an obstacle stands in the way at this size"),
  monthly: dollars.nullable().describe("dollars a month: the sum of the lines; null where one has no price"),
  once: dollars.describe("dollars once, not part of the month"),
  labour: dollars.describe("the labour in the month"),
  obstacles: z.array(obstacle),
  lines: z.array(line),
});

const flip = z.object({
  driver: z.string().describe("a driver, or upkeep: dollars a month added to the choice"),
  direction: z.enum(["above", "below"]),
  at: figure.describe("the first value (above) or the last (below) with the other choice"),
  to: id,
  text: z.string(),
});

const recommendation = z.object({
  mau: users,
  measure: z.enum(["month", "horizon"]).describe("what costs are compared by: a month's dollars, or the present value over the horizon"),
  months: z.int().min(1),
  choice: id.nullable(),
  verdict: z.enum(["clear", "conditional", "too-close", "infeasible"]),
  conditions: z.array(z.enum(["size", "priorities", "constraint", "upkeep"])).describe("what a conditional verdict hangs on"),
  sentence: z.string(),
  cheapest: id.nullable(),
  margin: dollars.nullable().describe("dollars of the measure between the cheapest and the next"),
  reasons: z.array(z.string()),
  flips: z.array(flip),
  upkeep: z
    .object({ hoursAYear: figure, monthly: dollars, alternatives: z.array(id), choice: id })
    .nullable()
    .describe(
      "the choice if each service that its owner runs, and whose labour is not stated, had the least upkeep; null where the choice needs none or has it",
    ),
  ranking: z
    .array(z.object({ id, monthly: dollars, cost: dollars.describe("dollars of the measure") }))
    .describe("alternatives that can carry the load, best first"),
  winners: z.array(z.object({ from: users, to: users, winner: id.nullable() })).describe("who is cheapest at every number of users"),
});

const share = z.number().min(0).max(1);
const constraint = z.object({
  constraint: z.string(),
  status: z.enum(["met", "broken", "unknown"]),
  required: z.string(),
  has: z.string(),
  remark: z.string().optional(),
  source: z.object({ url: z.string(), retrieved: day, confidence: z.enum(["high", "medium", "low"]) }).optional(),
});
const weightEnd = z
  .object({ inside: figure.describe("the last weight with this choice"), outside: figure, to: id.describe("who is chosen there") })
  .nullable()
  .describe("null where the range ends with the scale");
const criteria = z.object({
  alternatives: z.array(
    z.object({
      id,
      facts: z.record(z.string(), z.object({ value: z.string(), because: z.string() })),
      requirementsNotChecked: z
        .array(z.string())
        .optional()
        .describe("requirements of the scenario that the bill takes as met, though nothing says that they are"),
      constraints: z.array(constraint),
    }),
  ),
  merits: z.array(z.object({ id, total: z.number(), parts: z.record(z.string(), z.number()) })),
  stability: z
    .array(z.object({ criterion: z.string(), weight: figure, from: weightEnd, to: weightEnd }))
    .describe("how far each weight may move before the choice changes"),
  acceptability: z
    .object({
      weightings: z.int(),
      seed: z.int(),
      criteria: z.array(z.string()),
      unranked: z.array(id),
      alternatives: z.array(
        z.object({
          id,
          ranks: z.array(share).describe("how often it takes each rank over all weights, first rank first"),
          central: z.array(share).nullable().describe("the mean weights that make it first"),
        }),
      ),
    })
    .nullable(),
});

const provenance = z.object({
  engine: z.string(),
  scenarioHash: z.string(),
  book: z.string(),
  region: z.string(),
  standIn: z.string().optional(),
  asOf: day,
  freeTier: z.boolean(),
  priceFiles: z.array(z.object({ file: z.string(), hash: z.string() })).describe("the price files of the rates that were used"),
});

/** The result of `compare`. */
export const resultSchema = z.looseObject({
  schemaVersion: z.literal(1),
  scenario: z.object({ name: z.string(), title: z.string(), mau: users }),
  provenance,
  points: z
    .array(z.object({ mau: users, cheapest: id.nullable(), alternatives: z.array(alternative) }))
    .min(1)
    .describe("every alternative at each number of users, ascending"),
  recommendation,
  criteria: criteria.optional().describe("what money does not measure: facts, constraints, scores and weights"),
  planChoices: z
    .array(
      z.object({
        alternative: id,
        plan: z.string(),
        monthly: dollars,
        requirements: z.array(z.object({ requirement: z.string(), monthly: dollars, planWithout: z.string() })),
      }),
    )
    .describe("plans that the scenario's requirements picked, and what each requirement costs"),
  assumptions: z
    .array(
      z.object({
        kind: z.string(),
        name: z.string(),
        value: z.string(),
        meaning: z.string(),
        because: z.string(),
        alternative: id.optional(),
      }),
    )
    .describe("drivers and settings that the scenario leaves at their defaults"),
});
