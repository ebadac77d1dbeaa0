import { CRITERION_NAMES } from "../../scenario/criteria.js";
import type { Constraints } from "../../scenario/constraints.js";
import type { Distribution } from "../../scenario/distribution.js";
import type { Growth, Horizon, Migration } from "../../scenario/horizon.js";
import type { AlternativeRequest, Decision, Discounts, HandCost, Scenario } from "../../scenario/scenario.js";
import type { Ability, Traits } from "../../scenario/traits.js";
import type { Uncertainty } from "../../scenario/uncertainty.js";
import { type Decimal, plain } from "../../units/decimal.js";
import { type YamlValue, yamlText } from "./yaml-text.js";

type Block = { readonly [key: string]: YamlValue | undefined };

/** The scenario as a file that the command line reads: parsed, it is this scenario again. */
export function scenarioYaml(scenario: Scenario): string {
  const { prices, labour, requirements, uncertainty } = scenario;
  return yamlText({
    name: scenario.name,
    title: scenario.title,
    description: scenario.description,
    prices: {
      book: prices.book,
      asOf: prices.asOf,
      region: prices.region,
      standIn: prices.standIn,
      freeTier: prices.freeTier ? undefined : "false",
    },
    workload: Object.fromEntries([...scenario.workload].map(([name, value]) => [name, plain(value)])),
    at: { mau: texts(scenario.points) },
    requirements: requirements.length === 0 ? undefined : requirements,
    discounts: discountsBlock(scenario.discounts),
    labour: labour.defaulted ? undefined : { hourlyRate: plain(labour.hourlyRate) },
    horizon: scenario.horizon && horizonBlock(scenario.horizon),
    migration: migrationBlock(scenario.migration),
    uncertainty: uncertaintyBlock(uncertainty),
    alternatives: scenario.alternatives.map(alternativeBlock),
    decision: decisionBlock(scenario.decision),
  });
}

const texts = (values: readonly Decimal[]): readonly string[] => values.map(plain);
const text = (value: Decimal | undefined): string | undefined => value && plain(value);
/** Nothing instead of a block without keys. */
const filled = (block: Block): Block | undefined => (Object.values(block).some((one) => one !== undefined) ? block : undefined);

function discountsBlock({ percentages, reserved, credits }: Discounts): Block | undefined {
  return filled({
    percentages:
      percentages.length === 0
        ? undefined
        : percentages.map(({ applies, percent, author, reason }) => ({ applies, percent: plain(percent), author, reason })),
    reserved:
      reserved.length === 0
        ? undefined
        : reserved.map(({ applies, term, coverage, author, reason }) => ({ applies, term, coverage: plain(coverage), author, reason })),
    credits:
      credits.length === 0
        ? undefined
        : credits.map(({ name, applies, monthly, author, reason }) => ({ name, applies, monthly: plain(monthly), author, reason })),
  });
}

function horizonBlock({ months, growth, seasonality, churn, discountRate, defaulted }: Horizon): Block {
  const stated = (name: Horizon["defaulted"][number], value: string): string | undefined => (defaulted.includes(name) ? undefined : value);
  return {
    months: stated("months", String(months)),
    growth: growthBlock(growth),
    seasonality: seasonality.length === 0 ? undefined : texts(seasonality),
    churn: stated("churn", plain(churn)),
    discountRate: stated("discountRate", plain(discountRate)),
  };
}

function growthBlock(growth: Growth): Block | undefined {
  switch (growth.kind) {
    case "none":
      return undefined;
    case "compound":
      return { compound: plain(growth.monthly) };
    case "linear":
      return { linear: plain(growth.users) };
    case "logistic":
      return { logistic: { monthly: plain(growth.monthly), ceiling: plain(growth.ceiling) } };
    case "table":
      return { table: Object.fromEntries(growth.months.map(({ month, mau }) => [String(month), plain(mau)])) };
    default:
      return growth satisfies never;
  }
}

function migrationBlock({ from, method, tail, hours, defaulted }: Migration): Block | undefined {
  return filled({
    from,
    method: defaulted.includes("method") ? undefined : method,
    tail: defaulted.includes("tail") ? undefined : texts(tail),
    hours: defaulted.includes("hours") ? undefined : plain(hours),
  });
}

function uncertaintyBlock(uncertainty: Uncertainty): Block {
  const blocks = (all: ReadonlyMap<string, Distribution>): Block | undefined =>
    all.size === 0 ? undefined : Object.fromEntries([...all].map(([name, one]) => [name, distributionBlock(one)]));
  return {
    drivers: blocks(uncertainty.drivers),
    hourlyRate: uncertainty.hourlyRate && distributionBlock(uncertainty.hourlyRate),
    costs: blocks(uncertainty.costs),
    rates: blocks(uncertainty.rates),
    growth: uncertainty.growth && distributionBlock(uncertainty.growth),
    correlations:
      uncertainty.correlations.length === 0
        ? undefined
        : uncertainty.correlations.map(({ left, right, rho }) => ({ between: [left, right], rho: plain(rho) })),
    draws: String(uncertainty.draws),
    seed: String(uncertainty.seed),
  };
}

function distributionBlock(one: Distribution): Block {
  switch (one.kind) {
    case "triangular":
      return { triangular: texts([one.low, one.mode, one.high]) };
    case "uniform":
      return { uniform: texts([one.low, one.high]) };
    case "normal":
      return { normal: { mean: plain(one.mean), sd: plain(one.sd) } };
    case "lognormal":
      return { lognormal: { p10: plain(one.p10), p90: plain(one.p90) } };
    case "beta":
      return { beta: { alpha: plain(one.alpha), beta: plain(one.beta), low: plain(one.low), high: plain(one.high) } };
    case "discrete":
      return { discrete: Object.fromEntries(one.outcomes.map(({ value, weight }) => [plain(value), plain(weight)])) };
    case "empirical":
      return { empirical: texts(one.values) };
    default:
      return one satisfies never;
  }
}

function alternativeBlock({ id, title, architecture, settings, costs, scores, traits }: AlternativeRequest): Block {
  return {
    id,
    title,
    architecture,
    settings: filled(settings),
    costs: costs.length === 0 ? undefined : costs.map(costBlock),
    scores: filled(
      Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, { score: String(score.score), because: score.because }])),
    ),
    traits: traitsBlock(traits),
  };
}

function costBlock(cost: HandCost): Block {
  return {
    name: cost.name,
    kind: cost.kind,
    monthly: text(cost.monthly),
    once: text(cost.once),
    perMau: text(cost.perMau),
    hoursPerYear: text(cost.hoursPerYear),
    hoursOnce: text(cost.hoursOnce),
  };
}

const ABILITY_TEXTS: Readonly<Record<Ability, string>> = { yes: "true", no: "false", "on-request": "on-request" };

/** A scenario states known facts only, all with one reason. */
function traitsBlock(traits: Partial<Traits>): Block | undefined {
  const ability = (name: "hashExport" | "hashImport" | "totpExport"): string | undefined =>
    traits[name]?.kind === "known" ? ABILITY_TEXTS[traits[name].value] : undefined;
  const { residency, sla } = traits;
  const facts = filled({
    hashExport: ability("hashExport"),
    hashImport: ability("hashImport"),
    totpExport: ability("totpExport"),
    residency: residency?.kind === "known" && residency.value !== "any-region" ? residency.value : undefined,
    sla: sla?.kind === "known" ? (sla.value[0]?.percent ?? "none") : undefined,
  });
  return facts && { ...facts, because: Object.values(traits)[0]?.because };
}

function decisionBlock({ cost, priorities, materiality, constraints }: Decision): Block {
  return {
    cost: plain(cost),
    priorities: filled(Object.fromEntries(CRITERION_NAMES.map((name) => [name, text(priorities[name])]))),
    materiality: plain(materiality),
    constraints: constraintsBlock(constraints),
  };
}

function constraintsBlock({ hashExport, hashImport, totpExport, residency, sla, excludes }: Constraints): Block | undefined {
  const asked = (one: boolean): string | undefined => (one ? "true" : undefined);
  return filled({
    hashExport: asked(hashExport),
    hashImport: asked(hashImport),
    totpExport: asked(totpExport),
    residency: residency.length === 0 ? undefined : residency,
    sla: text(sla),
    excludes: excludes.length === 0 ? undefined : excludes,
  });
}
