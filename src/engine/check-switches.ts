import type { Architecture, Plans } from "../architectures/architecture.js";
import { type Problem, quoted } from "../problems/problem.js";
import type { NamedAlternative } from "../scenario/names-in.js";
import { REQUIREMENTS, type Requirement } from "../scenario/requirements.js";

/** Features that are switched on by a setting of their own. */
const switchesOf = ({ switches }: Plans): readonly (readonly [Requirement, string])[] =>
  Object.entries(switches) as [Requirement, string][];

/** The plans on offer that have what is required, and what the settings, as a scenario states them, switch on. */
export function admissiblePlans(
  plans: Plans,
  requirements: readonly Requirement[],
  settings: Readonly<Record<string, string>>,
): readonly string[] {
  const wanted = [...requirements, ...switchesOf(plans).flatMap(([feature, setting]) => (settings[setting] === "true" ? [feature] : []))];
  return plans.offered.filter((plan) => wanted.every((one) => plans.features[plan]?.includes(one)));
}

/** Switches that stand on in a plan which does not offer what they switch. */
export function checkSwitches(
  { plans, title }: Architecture,
  settings: Readonly<Record<string, string | boolean>>,
  place: NamedAlternative["place"],
): readonly Problem[] {
  if (!plans) return [];
  const plan = String(settings[plans.setting]);
  return switchesOf(plans)
    .filter(([feature, setting]) => settings[setting] === true && !plans.features[plan]?.includes(feature))
    .map(([feature, setting]): Problem => {
      const offering = plans.offered.filter((one) => plans.features[one]?.includes(feature));
      return {
        code: "inconsistent",
        place: place(["settings", setting]),
        message: `${title} has ${REQUIREMENTS[feature]} only with ${plans.setting} ${offering.join(" or ")}`,
        found: `${setting}: true with ${plans.setting} ${quoted(plan)}`,
      };
    });
}
