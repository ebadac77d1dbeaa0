import * as z from "zod";
import { decimal, isDecimal } from "../units/decimal.js";
import type { Distribution } from "./distribution.js";
import { DRIVER_NAMES } from "./drivers.js";
import type { DriverName } from "./driver-spec.js";
import { count, number, positive } from "./number-schema.js";
import type { Uncertainty } from "./uncertainty.js";

const rising = (texts: readonly string[]): boolean =>
  !texts.every(isDecimal) || texts.every((text, index) => index === 0 || decimal(text).gte(decimal(texts[index - 1] ?? text)));
const apart = (low: string, high: string): boolean => !isDecimal(low) || !isDecimal(high) || decimal(low).lt(decimal(high));
const aboveZero = positive.refine((text) => !isDecimal(text) || !decimal(text).isZero(), { error: "must be above 0" });

const LEAST_LIKELIEST_MOST = "[least, likeliest, most]";
const LEAST_MOST = "[least, most]";

const distribution = z
  .strictObject({
    triangular: z
      .tuple([number, number, number], { error: LEAST_LIKELIEST_MOST })
      .refine(([low, mode, high]) => rising([low, mode, high]) && apart(low, high), {
        error: "must rise",
        params: { expected: LEAST_LIKELIEST_MOST },
      })
      .optional(),
    uniform: z
      .tuple([number, number], { error: LEAST_MOST })
      .refine(([low, high]) => apart(low, high), { error: "must rise", params: { expected: LEAST_MOST } })
      .optional(),
    normal: z.strictObject({ mean: number, sd: aboveZero }).optional(),
    lognormal: z
      .strictObject({ p10: aboveZero, p90: aboveZero })
      .refine(({ p10, p90 }) => apart(p10, p90), { error: "p10 must lie below p90" })
      .optional(),
    beta: z
      .strictObject({ alpha: aboveZero, beta: aboveZero, low: number.optional(), high: number.optional() })
      .refine(({ low, high }) => apart(low ?? "0", high ?? "1"), { error: "low must lie below high" })
      .optional(),
    discrete: z
      .record(number, aboveZero)
      .refine((outcomes) => Object.keys(outcomes).length > 0, { error: "needs an outcome" })
      .optional(),
    empirical: z.array(number).min(1).max(100_000).optional(),
  })
  .refine((one) => Object.values(one).filter((given) => given !== undefined).length === 1, {
    error: "say one distribution",
    params: { expected: "triangular, uniform, normal, lognormal, beta, discrete or empirical" },
  });

const rho = number.refine((text) => !isDecimal(text) || decimal(text).abs().lt(1), { error: "a correlation lies between -1 and 1" });

export const uncertaintySchema = z.strictObject({
  drivers: z
    .strictObject(
      Object.fromEntries(DRIVER_NAMES.map((driver) => [driver, distribution.optional()])) as Record<
        DriverName,
        z.ZodOptional<typeof distribution>
      >,
    )
    .optional(),
  hourlyRate: distribution.optional(),
  costs: z.record(z.string(), distribution).optional(),
  rates: z.record(z.string(), distribution).optional(),
  growth: distribution.optional(),
  correlations: z.array(z.strictObject({ between: z.tuple([z.string(), z.string()], { error: "[variable, variable]" }), rho })).optional(),
  draws: count(100, 10_000_000).optional(),
  seed: count(0, 4_294_967_295).optional(),
});

const DEFAULT_DRAWS = 20_000;
const DEFAULT_SEED = 1;

export function toUncertainty(given: z.infer<typeof uncertaintySchema> | undefined): Uncertainty {
  const entries = <K extends string>(of: Readonly<Partial<Record<K, z.infer<typeof distribution> | undefined>>> | undefined) =>
    new Map(
      (Object.entries(of ?? {}) as [K, z.infer<typeof distribution> | undefined][]).flatMap(([name, one]) =>
        one === undefined ? [] : [[name, toDistribution(one)] as const],
      ),
    );
  return {
    drivers: entries(given?.drivers),
    costs: entries(given?.costs),
    rates: entries(given?.rates),
    hourlyRate: given?.hourlyRate && toDistribution(given.hourlyRate),
    growth: given?.growth && toDistribution(given.growth),
    correlations: (given?.correlations ?? []).map((one) => ({ left: one.between[0], right: one.between[1], rho: decimal(one.rho) })),
    draws: Number(given?.draws ?? DEFAULT_DRAWS),
    seed: Number(given?.seed ?? DEFAULT_SEED),
  };
}

function toDistribution(given: z.infer<typeof distribution>): Distribution {
  const { triangular, uniform, normal, lognormal, beta, discrete, empirical } = given;
  if (triangular) return { kind: "triangular", low: decimal(triangular[0]), mode: decimal(triangular[1]), high: decimal(triangular[2]) };
  if (uniform) return { kind: "uniform", low: decimal(uniform[0]), high: decimal(uniform[1]) };
  if (normal) return { kind: "normal", mean: decimal(normal.mean), sd: decimal(normal.sd) };
  if (lognormal) return { kind: "lognormal", p10: decimal(lognormal.p10), p90: decimal(lognormal.p90) };
  if (beta)
    return {
      kind: "beta",
      alpha: decimal(beta.alpha),
      beta: decimal(beta.beta),
      low: decimal(beta.low ?? "0"),
      high: decimal(beta.high ?? "1"),
    };
  if (discrete)
    return {
      kind: "discrete",
      outcomes: Object.entries(discrete)
        .map(([value, weight]) => ({ value: decimal(value), weight: decimal(weight) }))
        .sort((a, b) => a.value.comparedTo(b.value)),
    };
  return { kind: "empirical", values: (empirical ?? []).map(decimal) };
}
