import type { AlternativeModel } from "../engine/model.js";

/** Constraints that an alternative keeps only if an answer, which no source gives, is yes. */
export function openChecks(model: AlternativeModel): AlternativeModel["checks"] {
  return model.checks.filter((check) => check.status === "unknown");
}

/** What a reader of the choice should know of its constraints: what is open, and what is met with a remark. */
export function constraintReasons(model: AlternativeModel): readonly string[] {
  return [
    ...openChecks(model).map((check) => `Open for ${model.title}: ${check.required}; it is ${check.has}.`),
    ...model.checks.flatMap((check) => (check.remark === undefined ? [] : [`${model.title}, ${check.required}: ${check.remark}.`])),
  ];
}

/** "that can carry the load", or what else it takes where a constraint has put alternatives out. */
export function demandText(models: readonly AlternativeModel[]): string {
  const constrained = models.some((model) => model.checks.some((check) => check.status === "broken"));
  return constrained ? "keeps the constraints and can carry the load" : "can carry the load";
}
