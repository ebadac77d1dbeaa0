import { type Limit, limit } from "../components/component.js";
import { isInside, isLocation, type Location, locationText } from "../scenario/areas.js";
import type { Constraints } from "../scenario/constraints.js";
import { type Ability, type Fact, type Residency, type SlaPart, type Traits, TRAITS, type TraitSource } from "../scenario/traits.js";
import { type Decimal, decimal, ZERO } from "../units/decimal.js";
import { formatNumber } from "../units/format.js";
import { constant } from "../units/quantity.js";
import { weakestPart } from "./sla-settings.js";

/** Whether an alternative keeps one constraint of the scenario, what it has instead, and where that is known from. */
export type ConstraintCheck = {
  readonly constraint: keyof Constraints;
  /** unknown: no source says, so the alternative stays, and the question is shown */
  readonly status: "met" | "broken" | "unknown";
  readonly required: string;
  readonly has: string;
  /** what a reader should know of a constraint that is met */
  readonly remark?: string;
  readonly source?: TraitSource;
};

/**
 * Checks what an alternative has against what the scenario demands; one check for each constraint that it states.
 * @param traits with the promises in force under the alternative's settings
 * @param region the Region that the scenario is priced in
 */
export function checkConstraints(id: string, traits: Traits, constraints: Constraints, region: string): readonly ConstraintCheck[] {
  const abilities = (["hashExport", "hashImport", "totpExport"] as const)
    .filter((name) => constraints[name])
    .map((name) => checkAbility(name, traits[name]));
  const { residency, sla, excludes } = constraints;
  return [
    ...abilities,
    ...(residency.length > 0 ? [checkResidency(traits.residency, residency, region)] : []),
    ...(sla === undefined ? [] : [checkSla(traits.sla, sla)]),
    ...(excludes.includes(id)
      ? [
          {
            constraint: "excludes",
            status: "broken",
            required: "excluded by the scenario",
            has: "decision.constraints.excludes names it",
          } as const,
        ]
      : []),
  ];
}

const sourced = (source: TraitSource | undefined): { source: TraitSource } | Record<never, never> =>
  source === undefined ? {} : { source };
const notKnown = (because: string): string => `not known: ${because}`;

function checkAbility(name: "hashExport" | "hashImport" | "totpExport", fact: Fact<Ability>): ConstraintCheck {
  const common = { constraint: name, required: TRAITS[name] };
  if (fact.kind === "unknown") return { ...common, status: "unknown", has: notKnown(fact.because) };
  switch (fact.value) {
    case "yes":
      return { ...common, status: "met", has: fact.because, ...sourced(fact.source) };
    case "on-request":
      return {
        ...common,
        status: "met",
        has: `on request, ${fact.because}`,
        remark: `on request, ${fact.because}`,
        ...sourced(fact.source),
      };
    case "no":
      return { ...common, status: "broken", has: fact.because, ...sourced(fact.source) };
    default:
      return fact.value satisfies never;
  }
}

function checkResidency(fact: Fact<Residency>, wanted: readonly Location[], region: string): ConstraintCheck {
  const common = { constraint: "residency" as const, required: `user data in ${wanted.map(locationText).join(" or ")}` };
  if (fact.kind === "unknown") return { ...common, status: "unknown", has: notKnown(fact.because) };
  const isAnyRegion = fact.value === "any-region";
  const places = fact.value === "any-region" ? [region].filter(isLocation) : fact.value;
  const answers = places.flatMap((place) => wanted.map((one) => isInside(place, one)));
  const has = isAnyRegion
    ? `it is priced in ${region}, and lies ${fact.because}`
    : `it lies in ${places.map(locationText).join(", ")} (${fact.because})`;
  if (answers.includes("yes")) return { ...common, status: "met", has, ...sourced(fact.source) };
  if (isAnyRegion)
    return {
      ...common,
      status: "met",
      has,
      remark: `it is priced in ${region}, which lies elsewhere: set prices.region to a Region there, where other prices hold`,
      ...sourced(fact.source),
    };
  if (answers.includes("perhaps"))
    return {
      ...common,
      status: "unknown",
      has: notKnown(`${places.map(locationText).join(", ")}, without the Region there; ask the vendor`),
      ...sourced(fact.source),
    };
  return { ...common, status: "broken", has, ...sourced(fact.source) };
}

function checkSla(fact: Fact<readonly SlaPart[]>, required: Decimal): ConstraintCheck {
  const common = { constraint: "sla" as const, required: `a promised uptime of ${formatNumber(required, 6)} %` };
  if (fact.kind === "unknown") return { ...common, status: "unknown", has: notKnown(fact.because) };
  const weakest = weakestPart(fact.value);
  if (weakest === undefined)
    return { ...common, status: "broken", has: `nothing is promised in this plan (${fact.because})`, ...sourced(fact.source) };
  const isMet = required.lte(decimal(weakest.percent));
  const has = `${slaText(fact.value)} is promised`;
  return {
    ...common,
    status: isMet ? "met" : "broken",
    has,
    ...(isMet && fact.value.length > 1 ? { remark: `${has}: ${fact.because}` } : {}),
    ...sourced(weakest.source),
  };
}

/** "99.95 % (RDS with a standby in a second zone, the weakest of 3 parts)" */
export function slaText(parts: readonly SlaPart[]): string {
  const weakest = weakestPart(parts);
  if (weakest === undefined) return "none";
  return `${weakest.percent} % (${weakest.part}${parts.length > 1 ? `, the weakest of ${parts.length} parts` : ""})`;
}

/** A constraint that is broken is a limit that no workload keeps, so that every path of the engine sees it. */
export function brokenLimits(checks: readonly ConstraintCheck[]): readonly Limit[] {
  const because = ({ constraint, has, source }: ConstraintCheck): string =>
    constraint === "excludes" ? has : `required, but ${has}${sourceText(source)}`;
  return checks
    .filter((check) => check.status === "broken")
    .map((check) => limit(check.required, "one", constant("1", "one"), ZERO, because(check)));
}

export function sourceText(source: TraitSource | undefined): string {
  return source === undefined ? "" : ` (${source.url}, read ${source.retrieved})`;
}
