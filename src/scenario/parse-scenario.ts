import { checkShape } from "../problems/check-shape.js";
import { inReadingOrder } from "../problems/in-reading-order.js";
import { type Problem, ProblemError, quoted } from "../problems/problem.js";
import { readDocument } from "../problems/read-document.js";
import { type Decimal, decimal } from "../units/decimal.js";
import { usd } from "../units/usd.js";
import { toConstraints, toTraits } from "./constraints-schema.js";
import type { Criterion, Score } from "./criteria.js";
import type { DriverName } from "./driver-spec.js";
import { HORIZON_DEFAULTS } from "./horizon.js";
import { toHorizon, toMigration } from "./horizon-schema.js";
import type { AlternativeRequest, Discounts, HandCost, Scenario } from "./scenario.js";
import { impossibleBeliefs } from "./impossible-beliefs.js";
import { misnamed } from "./misnamed.js";
import { type CheckNames, type NamedAlternative, namesIn } from "./names-in.js";
import { ALTERNATIVE_ID, type CostData, type DiscountsData, type ScenarioData, scenarioSchema } from "./scenario-schema.js";
import { toUncertainty } from "./uncertainty-schema.js";

const DEFAULT_REGION = "us-east-1";
const DEFAULT_BOOK = "aws";
/** A twentieth: below it, list prices, rounding and usage estimates matter more than the difference. */
const DEFAULT_MATERIALITY = "0.05";
/** A credit is one provider's: without a word, AWS's. */
const DEFAULT_CREDITED = "aws";
const DEFAULT_COST_WEIGHT = "5";

/**
 * Parses and checks a scenario file (YAML or JSON).
 * @param checkNames complains of names that the caller knows to be unknown (engine/check-names.ts): told together with the rest
 * @throws ProblemError with all problems at once, each with line and column
 */
export function parseScenario(
  text: string,
  at: { readonly file: string; readonly hash: string },
  checkNames: CheckNames = () => [],
): Scenario {
  const document = readDocument(text, at.file);
  const names = namesIn(document, DEFAULT_BOOK, (id) => ALTERNATIVE_ID.test(id));
  const strange = [...duplicateIds(names.alternatives), ...checkNames(names)];
  const data = checkShape(document, scenarioSchema, strange);
  const alternatives = data.alternatives.map((one, index) =>
    toRequest(one, (path, part) => document.locate(["alternatives", index, ...path], part)),
  );
  const workload = new Map(
    Object.entries(data.workload).flatMap(([name, value]) => (value === undefined ? [] : [[name as DriverName, decimal(value)] as const])),
  );
  const scenario: Scenario = {
    name: data.name,
    title: data.title ?? data.name,
    description: data.description,
    ...at,
    prices: {
      book: data.prices?.book ?? DEFAULT_BOOK,
      asOf: data.prices?.asOf,
      region: data.prices?.region ?? DEFAULT_REGION,
      standIn: data.prices?.standIn,
      freeTier: data.prices?.freeTier ?? true,
    },
    workload,
    points: userCounts(data.at?.mau ?? [data.workload.mau ?? "0"]),
    requirements: [...new Set(data.requirements ?? [])],
    discounts: toDiscounts(data.discounts),
    alternatives,
    decision: {
      cost: decimal(data.decision?.cost ?? DEFAULT_COST_WEIGHT),
      priorities: weights(data.decision?.priorities ?? {}),
      materiality: decimal(data.decision?.materiality ?? DEFAULT_MATERIALITY),
      constraints: toConstraints(data.decision?.constraints),
    },
    labour: { hourlyRate: usd(data.labour?.hourlyRate ?? HORIZON_DEFAULTS.hourlyRate.value), defaulted: data.labour === undefined },
    horizon: data.horizon && toHorizon(data.horizon),
    migration: toMigration(data.migration),
    uncertainty: toUncertainty(data.uncertainty),
    place: document.locate,
  };
  const problems = [...strange, ...misnamed(scenario), ...impossibleBeliefs(scenario)];
  if (problems.length > 0) throw new ProblemError(inReadingOrder(problems));
  return scenario;
}

/** Ascending, each once. */
export function userCounts(texts: readonly string[]): readonly Decimal[] {
  const counts = texts.map(decimal).sort((a, b) => a.comparedTo(b));
  return counts.filter((count, index) => index === 0 || !count.eq(counts[index - 1] ?? -1));
}

function weights(given: Partial<Record<Criterion, string | undefined>>): Partial<Record<Criterion, Decimal>> {
  return Object.fromEntries(Object.entries(given).flatMap(([criterion, text]) => (text === undefined ? [] : [[criterion, decimal(text)]])));
}

function toRequest(given: ScenarioData["alternatives"][number], place: AlternativeRequest["place"]): AlternativeRequest {
  if (typeof given === "string") return { id: given, architecture: given, settings: {}, costs: [], scores: {}, traits: {}, place };
  const scores = Object.fromEntries(
    Object.entries(given.scores ?? {}).flatMap(([criterion, one]) =>
      one === undefined ? [] : [[criterion, { score: Number(one.score) as Score["score"], because: one.because }]],
    ),
  );
  const architecture = given.architecture ?? (given.costs === undefined ? given.id : undefined);
  return {
    id: given.id,
    ...(given.title === undefined ? {} : { title: given.title }),
    ...(architecture === undefined ? {} : { architecture }),
    settings: given.settings ?? {},
    costs: (given.costs ?? []).map(toCost),
    scores,
    traits: toTraits(given.traits),
    place,
  };
}

function toCost(given: CostData): HandCost {
  return {
    name: given.name,
    kind: given.kind ?? (given.hoursPerYear === undefined && given.hoursOnce === undefined ? "infrastructure" : "labour"),
    ...(given.monthly === undefined ? {} : { monthly: usd(given.monthly) }),
    ...(given.once === undefined ? {} : { once: usd(given.once) }),
    ...(given.perMau === undefined ? {} : { perMau: usd(given.perMau) }),
    ...(given.hoursPerYear === undefined ? {} : { hoursPerYear: decimal(given.hoursPerYear) }),
    ...(given.hoursOnce === undefined ? {} : { hoursOnce: decimal(given.hoursOnce) }),
  };
}

function toDiscounts(given: DiscountsData | undefined): Discounts {
  return {
    percentages: (given?.percentages ?? []).map((one) => ({ ...one, percent: decimal(one.percent) })),
    reserved: (given?.reserved ?? []).map((one) => ({ ...one, coverage: decimal(one.coverage ?? "1") })),
    credits: (given?.credits ?? []).map((one) => ({ ...one, applies: one.applies ?? DEFAULT_CREDITED, monthly: usd(one.monthly) })),
  };
}

function duplicateIds(alternatives: readonly NamedAlternative[]): Problem[] {
  const seen = new Set<string>();
  return alternatives.flatMap((one) => {
    if (!seen.has(one.id)) {
      seen.add(one.id);
      return [];
    }
    return [
      {
        code: "duplicate" as const,
        place: one.place(["id"]),
        message: `two alternatives are called ${quoted(one.id)}`,
        hint: "give one of them another id and its architecture",
      },
    ];
  });
}
