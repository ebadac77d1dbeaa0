import type { Bill } from "../engine/bill.js";
import { nameHint } from "../problems/nearest-name.js";
import { type Problem, ProblemError, quoted } from "../problems/problem.js";
import { type Decimal, decimal } from "../units/decimal.js";
import { formatUsd } from "../units/format.js";
import type { Comparison } from "./compare.js";
import { pointAt } from "./compare.js";

/** What a build may insist on; each is checked at the scenario's own size. */
export type Gate = {
  /** rules that must not hold, such as "cognito.monthly>500" */
  readonly failOn: readonly string[];
  /** the most that the chosen alternative may cost a month */
  readonly budget?: string | undefined;
  /** the alternative that must be chosen */
  readonly expectChoice?: string | undefined;
};

const RULE = /^\s*([a-z0-9][a-z0-9._-]*)\.(monthly|once|labour)\s*(>=|<=|>|<)\s*(\d+(?:\.\d+)?)\s*$/;
const FIGURES = { monthly: (bill: Bill) => bill.monthly, once: (bill: Bill) => bill.once, labour: (bill: Bill) => bill.labour } as const;
const HOLDS: Readonly<Record<string, (left: Decimal, right: Decimal) => boolean>> = {
  ">": (left, right) => left.gt(right), ">=": (left, right) => left.gte(right), "<": (left, right) => left.lt(right), "<=": (left, right) => left.lte(right),
};

/**
 * What the gate complains about, a sentence for each; empty when all is well.
 * @throws ProblemError for a rule that cannot be read or names no alternative
 */
export function gateComplaints(comparison: Comparison, gate: Gate): readonly string[] {
  const { study, recommendation } = comparison;
  const { alternatives } = pointAt(study, recommendation.mau);
  const ids = alternatives.map(({ model }) => model.id);
  const problems: Problem[] = [];
  const unknown = (flag: string, id: string): void => {
    problems.push({ code: "unknown-name", place: { file: flag }, message: `the scenario has no alternative ${quoted(id)}`, ...nameHint(id, ids) });
  };
  const complaints: string[] = [];
  for (const text of gate.failOn) {
    const [, id = "", figure = "", sign = "", limit = ""] = RULE.exec(text) ?? [];
    const found = alternatives.find(({ model }) => model.id === id);
    if (id === "") problems.push({ code: "bad-argument", place: { file: "--fail-on" }, message: "this rule cannot be read", found: quoted(text), expected: "<alternative>.monthly|once|labour, then > >= < or <=, then dollars" });
    else if (!found) unknown("--fail-on", id);
    else {
      const value = FIGURES[figure as keyof typeof FIGURES](found.bill);
      if (HOLDS[sign]?.(value, decimal(limit))) complaints.push(`${found.model.title}: ${figure} is ${formatUsd(value)}, and the rule ${text.trim()} forbids it.`);
    }
  }
  const chosen = alternatives.find(({ model }) => model.id === recommendation.choice);
  if (gate.budget !== undefined) {
    if (!/^\d+(\.\d+)?$/.test(gate.budget)) problems.push({ code: "bad-argument", place: { file: "--budget" }, message: "this is not an amount", found: quoted(gate.budget), expected: "dollars a month, such as 500" });
    else if (!chosen) complaints.push("No alternative can carry the load, so none is within the budget.");
    else if (chosen.bill.monthly.gt(decimal(gate.budget))) complaints.push(`${chosen.model.title} costs ${formatUsd(chosen.bill.monthly)} a month, above the budget of ${formatUsd(decimal(gate.budget))}.`);
  }
  if (gate.expectChoice !== undefined) {
    if (!ids.includes(gate.expectChoice)) unknown("--expect-choice", gate.expectChoice);
    else if (recommendation.choice !== gate.expectChoice) complaints.push(`The choice is ${recommendation.choice ?? "none"}, not ${gate.expectChoice}: ${recommendation.sentence}`);
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return complaints;
}
