import { ProblemError, type Problem } from "../../problems/problem.js";
import { misnamed } from "../../scenario/misnamed.js";
import type { Scenario } from "../../scenario/scenario.js";
import { ONE, ZERO } from "../../units/decimal.js";
import type { Input } from "./input.js";

/** What a reader changed about the scenario: text for the key of an input, as an address carries it. */
export type WhatIf = ReadonlyMap<string, string>;

export const NOTHING_CHANGED: WhatIf = new Map();

/**
 * The scenario as a reader changed it. The same as the command line's for the scenario that the page exports.
 * @throws ProblemError when values do not fit each other, or an input does not take its text
 */
export function whatIf(scenario: Scenario, inputs: readonly Input[], state: WhatIf): Scenario {
  const problems: Problem[] = [];
  let changed = scenario;
  for (const input of inputs) {
    const text = state.get(input.key);
    if (text === undefined) continue;
    const complaint = input.complaint(text);
    if (complaint === undefined) changed = input.applied(changed, text);
    else problems.push({ code: "out-of-range", message: `${input.label}: ${complaint}` });
  }
  const shares = (changed.workload.get("federatedShare") ?? ZERO).plus(changed.workload.get("socialShare") ?? ZERO);
  if (shares.gt(ONE)) problems.push({ code: "out-of-range", message: "company sign-in and social sign-in together are above 100 %" });
  problems.push(...misnamed(changed).map(({ place: _, ...rest }) => rest));
  if (problems.length > 0) throw new ProblemError(problems);
  return changed;
}

/** The state with one text changed; the scenario's own value, and no text, leave the key out. */
export function withChange(state: WhatIf, input: Input, text: string | undefined): WhatIf {
  const next = new Map(state);
  if (text === undefined || (input.isPinned && input.canonical(text) === input.own)) next.delete(input.key);
  else next.set(input.key, input.canonical(text));
  return next;
}
