import * as z from "zod";
import { UNITS } from "../../units/unit.js";
import { NOT_A_NUMBER } from "../../problems/plain-number.js";
import { DECIMAL_TEXT } from "../../units/decimal.js";

const text = z.string().min(1, { error: "is empty" });
const oneOrMore = z.union([text, z.array(text).min(1)], { error: "a text or a list of texts" });
const flag = z.enum(["true", "false"]).transform((word) => word === "true");
const units = z.string({ error: "a number" }).regex(DECIMAL_TEXT, { error: NOT_A_NUMBER });

/** What a product must say to be meant. A list is any of its texts; "{name}" in a text stands for any text and gives it a name. */
const match = z.strictObject({
  productFamily: oneOrMore.optional(),
  /** without the prefix of the Region; SKUs that know no Region are matched whole, as in "Global-CognitoFreeTierMAU" */
  usagetype: oneOrMore.optional(),
  operation: oneOrMore.optional(),
  databaseEngine: oneOrMore.optional(),
  databaseEdition: oneOrMore.optional(),
  deploymentOption: oneOrMore.optional(),
  cacheEngine: oneOrMore.optional(),
  instanceType: oneOrMore.optional(),
  licenseModel: oneOrMore.optional(),
  locationType: oneOrMore.optional(),
  group: oneOrMore.optional(),
  volumeType: oneOrMore.optional(),
  storageClass: oneOrMore.optional(),
  transferType: oneOrMore.optional(),
});

const term = z.strictObject({
  type: z.enum(["OnDemand", "Reserved"]),
  lease: oneOrMore.optional(),
  option: oneOrMore.optional(),
  offeringClass: oneOrMore.optional(),
  code: oneOrMore.optional(),
});

const rate = z.strictObject({
  /** rate id; "{instanceType}", "{lease}" and other names in braces are filled in, in lower case */
  rate: text,
  title: text,
  unit: z.enum(UNITS),
  /** how the list spells the unit; another spelling is an error, for it may mean another quantity */
  offerUnits: z.array(text).min(1),
  scope: z.enum(["organization", "account", "account-region", "resource"]),
  /** the SKU knows no Region */
  global: flag.optional(),
  match,
  term: term.optional(),
  note: text.optional(),
  /** free units that the list does not hold, and where they are written */
  allowance: z.strictObject({ units, note: text }).optional(),
});

/** A SKU of free units that belongs to rates of other SKUs, whose ranges start after it. */
const free = z.strictObject({
  match,
  offerUnits: z.array(text).min(1),
  rates: z.array(text).min(1),
  notIn: z.array(text).min(1).optional(),
});

/** How the products of an offer become the rates of a service. */
export const importRulesSchema = z.strictObject({
  service: text,
  title: text,
  offers: z.array(text).min(1),
  note: text.optional(),
  rates: z.array(rate).min(1),
  free: z.array(free).optional(),
});

/** How usage types and places name a Region. */
export const regionNamesSchema = z.record(
  z.string(),
  z.strictObject({ prefixes: z.array(text).min(1).optional(), names: z.array(text).min(1).optional() }),
);

export type ImportRules = z.infer<typeof importRulesSchema>;
export type RateRule = ImportRules["rates"][number];
export type FreeRule = NonNullable<ImportRules["free"]>[number];
export type MatchRule = RateRule["match"];
export type TermRule = NonNullable<RateRule["term"]>;
export type RegionNames = z.infer<typeof regionNamesSchema>;
