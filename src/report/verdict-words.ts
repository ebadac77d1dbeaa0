import type { Condition, Recommendation, Verdict } from "../analysis/recommend.js";
import { listed } from "../units/format.js";

const LABELS: Readonly<Record<Verdict, string>> = {
  clear: "Clear",
  conditional: "Conditional",
  "too-close": "Too close to call",
  infeasible: "Not possible",
};

/** What a conditional answer hangs on, the weightiest first. */
const CONDITIONS: Readonly<Record<Condition, string>> = {
  constraint: "It is not known whether the choice keeps every constraint and requirement: ask before you decide.",
  size: "A change of size within a factor of two would change the answer.",
  priorities: "The choice is not the cheapest: it rests on the weight given to the priorities.",
  upkeep: "The bill leaves upkeep out, and the least of it would change the answer.",
};

export const verdictLabel = (verdict: Verdict): string => LABELS[verdict];

/** What the verdict means for this answer, in a sentence or more. */
export function verdictMeaning({ verdict, conditions, ranking }: Recommendation): string {
  switch (verdict) {
    case "clear":
      return "The answer holds from half to twice this size.";
    case "conditional":
      return conditions.map((one) => CONDITIONS[one]).join(" ");
    case "too-close":
      return `${listed(ranking.slice(0, 2).map(({ model }) => model.title))} differ by less than list prices and estimates can tell.`;
    case "infeasible":
      return "No alternative can carry this load as described.";
    default:
      return verdict satisfies never;
  }
}

/** "Verdict: too close to call. Cognito Essentials and Cognito Plus differ by less …" */
export const verdictSentence = (one: Recommendation): string =>
  `Verdict: ${verdictLabel(one.verdict).toLowerCase()}. ${verdictMeaning(one)}`;
