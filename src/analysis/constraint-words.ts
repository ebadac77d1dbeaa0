import type { AlternativeModel } from "../engine/model.js";
import { REQUIREMENTS } from "../scenario/requirements.js";

/** Constraints that an alternative keeps only if an answer, which no source gives, is yes. */
function openChecks(model: AlternativeModel): AlternativeModel["checks"] {
  return model.checks.filter((check) => check.status === "unknown");
}

/** Whether the choice may lack what the scenario requires, as far as is known: what one runs oneself can be built with it. */
export function isOpen(model: AlternativeModel): boolean {
  return openChecks(model).length > 0 || (model.unchecked.length > 0 && !model.selfRun);
}

/** What a reader of the choice should know of its constraints and requirements: what is open, and what is met with a remark. */
export function constraintReasons(model: AlternativeModel): readonly string[] {
  return [
    ...requirementReasons(model),
    ...openChecks(model).map((check) => `Open for ${model.title}: ${check.required}; it is ${check.has}.`),
    ...model.checks.flatMap((check) => (check.remark === undefined ? [] : [`${model.title}, ${check.required}: ${check.remark}.`])),
  ];
}

function requirementReasons({ title, unchecked, selfRun }: AlternativeModel): readonly string[] {
  if (unchecked.length === 0) return [];
  const what = unchecked.map((one) => REQUIREMENTS[one]).join("; ");
  return [
    selfRun
      ? `${title} must be built and set up with what the scenario requires: ${what}.`
      : `Open for ${title}: ${what}; nothing here says whether it has this.`,
  ];
}

/** "that can carry the load", or what else it takes where a constraint has put alternatives out. */
export function demandText(models: readonly AlternativeModel[]): string {
  const constrained = models.some((model) => model.checks.some((check) => check.status === "broken"));
  return constrained ? "keeps the constraints and can carry the load" : "can carry the load";
}
