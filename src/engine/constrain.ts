import type { Architecture } from "../architectures/architecture.js";
import type { Limit } from "../components/component.js";
import type { AlternativeRequest, Scenario } from "../scenario/scenario.js";
import { type Traits, unknownTraits } from "../scenario/traits.js";
import { formatNumber } from "../units/format.js";
import { ZERO } from "../units/decimal.js";
import { brokenLimits, type ConstraintCheck, checkConstraints } from "./check-constraints.js";
import type { Assumption } from "./model.js";
import { partsInForce, settingsForSla } from "./sla-settings.js";

export type Constrained = { readonly traits: Traits; readonly checks: readonly ConstraintCheck[]; readonly limits: readonly Limit[] };

/** The alternative's traits under its settings, how it stands to the scenario's constraints, and a limit for each that it breaks. */
export function constrain(
  request: AlternativeRequest,
  scenario: Scenario,
  architecture: Architecture | undefined,
  settings: Readonly<Record<string, string | boolean>>,
): Constrained {
  const base = architecture?.traits ?? unknownTraits("the costs are given by hand; state its `traits` in the scenario");
  const { sla } = base;
  const inForce = sla.kind === "unknown" ? sla : { ...sla, value: partsInForce(sla.value, settings, scenario.workload.get("mau") ?? ZERO) };
  const traits = { ...base, sla: inForce, ...request.traits };
  const checks = checkConstraints(request.id, traits, scenario.decision.constraints, scenario.prices.region);
  return { traits, checks, limits: brokenLimits(checks) };
}

/** Settings that the scenario leaves open and its uptime decides, with what is said of them among the assumptions. */
export function settingsByConstraint(
  request: AlternativeRequest,
  scenario: Scenario,
  architecture: Architecture,
): { readonly settings: Readonly<Record<string, string>>; readonly assumptions: readonly Assumption[] } {
  const { sla } = scenario.decision.constraints;
  const settings = request.traits.sla ? {} : settingsForSla(architecture.traits.sla, sla, request.settings);
  const assumptions = Object.entries(settings).map(
    ([name, value]): Assumption => ({
      kind: "setting",
      name,
      value,
      meaning: architecture.settings[name]?.meaning ?? "",
      because: `the scenario asks for a promised uptime of ${sla ? formatNumber(sla) : ""} %`,
      alternative: request.id,
    }),
  );
  return { settings, assumptions };
}
