import * as z from "zod";
import { decimal, isDecimal } from "../units/decimal.js";
import { LOCATIONS, type Location } from "./areas.js";
import { type Constraints, NO_CONSTRAINTS } from "./constraints.js";
import { number } from "./number-schema.js";
import { type Ability, type Fact, known, type Traits } from "./traits.js";

const flag = z.enum(["true", "false"]);
const location = z.enum(LOCATIONS as [Location, ...Location[]]);
/** Percent, not a share: 0.999 is a slip. */
const LEAST_UPTIME = "50";
const uptime = number.refine((text) => !isDecimal(text) || (decimal(text).gte(decimal(LEAST_UPTIME)) && decimal(text).lte(100)), {
  error: "is no uptime in percent",
  params: { expected: `percent from ${LEAST_UPTIME} to 100, such as 99.9` },
});

/** `decision.constraints`: what an alternative must offer, whatever it costs. */
export const constraintsSchema = z.strictObject({
  hashExport: flag.optional(),
  hashImport: flag.optional(),
  totpExport: flag.optional(),
  residency: z.array(location).min(1, { error: "names no place" }).optional(),
  sla: uptime.optional(),
  excludes: z.array(z.string()).optional(),
});
type ConstraintsData = z.infer<typeof constraintsSchema>;

export function toConstraints(given: ConstraintsData | undefined): Constraints {
  if (given === undefined) return NO_CONSTRAINTS;
  const { hashExport, hashImport, totpExport, residency, sla, excludes } = given;
  return {
    hashExport: hashExport === "true",
    hashImport: hashImport === "true",
    totpExport: totpExport === "true",
    residency: [...new Set(residency ?? [])],
    sla: sla === undefined ? undefined : decimal(sla),
    excludes: [...new Set(excludes ?? [])],
  };
}

const ability = z.enum(["true", "false", "on-request"]);
/** `traits` of an alternative: what the scenario knows about it, in place of what authcost knows. */
export const traitsSchema = z.strictObject({
  hashExport: ability.optional(),
  hashImport: ability.optional(),
  totpExport: ability.optional(),
  residency: z.array(location).min(1, { error: "names no place" }).optional(),
  sla: z.union([uptime, z.literal("none")]).optional(),
  because: z.string().min(1, { error: "is empty" }).optional(),
});
type TraitsData = z.infer<typeof traitsSchema>;

const ABILITIES: Record<z.infer<typeof ability>, Ability> = { true: "yes", false: "no", "on-request": "on-request" };

export function toTraits(given: TraitsData | undefined): Partial<Traits> {
  const because = given?.because ?? "stated in the scenario";
  const can = (name: "hashExport" | "hashImport" | "totpExport"): Partial<Record<typeof name, Fact<Ability>>> => {
    const text = given?.[name];
    return text === undefined ? {} : { [name]: known(ABILITIES[text], because) };
  };
  return {
    ...can("hashExport"),
    ...can("hashImport"),
    ...can("totpExport"),
    ...(given?.residency === undefined ? {} : { residency: known(given.residency, because) }),
    ...(given?.sla === undefined ? {} : { sla: known(given.sla === "none" ? [] : [{ part: because, percent: given.sla }], because) }),
  };
}
