import type { Bill } from "../engine/bill.js";
import { nameHint } from "../problems/nearest-name.js";
import { type Problem, ProblemError, quoted } from "../problems/problem.js";
import { type Decimal, decimal } from "../units/decimal.js";
import { formatNumber, formatUsd } from "../units/format.js";
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

/** "500", "$1,500.25" */
const DOLLARS = /^\$?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?$/;
const RULE = /^\s*([a-z0-9][a-z0-9._-]*)\.(monthly|once|labour)\s*(>=|<=|>|<)\s*(\S+)\s*$/;
const FIGURES = { monthly: (bill: Bill) => bill.monthly, once: (bill: Bill) => bill.once, labour: (bill: Bill) => bill.labour } as const;
const HOLDS: Readonly<Record<string, (left: Decimal, right: Decimal) => boolean>> = {
  ">": (left, right) => left.gt(right),
  ">=": (left, right) => left.gte(right),
  "<": (left, right) => left.lt(right),
  "<=": (left, right) => left.lte(right),
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
    problems.push({
      code: "unknown-name",
      place: { file: flag },
      message: `the scenario has no alternative ${quoted(id)}`,
      ...nameHint(id, ids),
    });
  };
  const complaints: string[] = [];
  for (const text of gate.failOn) {
    const [, id = "", figure = "", sign = "", amount = ""] = RULE.exec(text) ?? [];
    const found = alternatives.find(({ model }) => model.id === id);
    const limit = dollarsOf(amount);
    if (limit === undefined)
      problems.push({
        code: "bad-argument",
        place: { file: "--fail-on" },
        message: "this rule cannot be read",
        found: quoted(text),
        expected: "<alternative>.monthly|once|labour, then > >= < or <=, then dollars",
      });
    else if (!found) unknown("--fail-on", id);
    else if (figure === "monthly" && !found.feasible)
      complaints.push(
        `${found.model.title} is not possible at ${formatNumber(recommendation.mau)} users, so it has no month to hold against the rule ${text.trim()}.`,
      );
    else {
      const value = FIGURES[figure as keyof typeof FIGURES](found.bill);
      if (HOLDS[sign]?.(value, limit))
        complaints.push(`${found.model.title}: ${figure} is ${besides(value, limit)}, and the rule ${text.trim()} forbids it.`);
    }
  }
  const chosen = alternatives.find(({ model }) => model.id === recommendation.choice);
  if (gate.budget !== undefined) {
    const budget = dollarsOf(gate.budget);
    if (budget === undefined)
      problems.push({
        code: "bad-argument",
        place: { file: "--budget" },
        message: "this is not an amount",
        found: quoted(gate.budget),
        expected: "dollars a month, such as 500",
      });
    else if (!chosen) complaints.push("No alternative can carry the load, so none is within the budget.");
    else if (chosen.bill.monthly.gt(budget))
      complaints.push(
        `${chosen.model.title} costs ${besides(chosen.bill.monthly, budget)} a month, above the budget of ${besides(budget, chosen.bill.monthly)}.`,
      );
  }
  if (gate.expectChoice !== undefined) {
    if (!ids.includes(gate.expectChoice)) unknown("--expect-choice", gate.expectChoice);
    else if (recommendation.choice !== gate.expectChoice)
      complaints.push(`The choice is ${recommendation.choice ?? "none"}, not ${gate.expectChoice}: ${recommendation.sentence}`);
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return complaints;
}

function dollarsOf(text: string): Decimal | undefined {
  const [, dollars, cents = ""] = DOLLARS.exec(text.trim()) ?? [];
  return dollars === undefined ? undefined : decimal(dollars.replaceAll(",", "") + cents);
}

const MOST_PLACES = 50;

/** The amount in cents, or in as many digits as tell it from the other. */
function besides(value: Decimal, other: Decimal): string {
  let places = 2;
  while (places < MOST_PLACES && !value.eq(other) && formatUsd(value, places) === formatUsd(other, places)) places++;
  return formatUsd(value, places);
}
