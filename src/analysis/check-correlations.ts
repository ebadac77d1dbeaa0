import { type Problem, ProblemError, quoted } from "../problems/problem.js";
import type { Scenario } from "../scenario/scenario.js";
import type { SimulatedVariable } from "./simulated-variables.js";
import { type Correlation, type CorrelationFlaw, correlationFlaw } from "./statistics/correlation.js";

/** The scenario's correlations as the draws take them. @throws ProblemError where they cannot hold together */
export function checkCorrelations(scenario: Scenario, variables: readonly SimulatedVariable[]): readonly Correlation[] {
  const correlations = scenario.uncertainty.correlations.map(({ left, right, rho }) => ({ left, right, rho: rho.toNumber() }));
  const flaw = correlationFlaw(
    variables.map(({ name }) => name),
    correlations,
  );
  if (flaw) throw new ProblemError([problemOf(flaw, scenario)]);
  return correlations;
}

function problemOf(flaw: CorrelationFlaw, scenario: Scenario): Problem {
  const list = scenario.place(["uncertainty", "correlations"], "key");
  switch (flaw.kind) {
    case "not-positive-definite":
      return {
        code: "inconsistent",
        place: list,
        message: `the correlations of ${flaw.names.map((name) => quoted(name)).join(", ")} cannot all hold at once`,
        hint: flaw.shrunk > 0 ? `they could if each were ${flaw.shrunk} times as strong` : "state fewer of them",
      };
    case "stated-twice": {
      const pair = [flaw.left, flaw.right];
      const last = scenario.uncertainty.correlations.reduce(
        (found, { left, right }, index) => (pair.includes(left) && pair.includes(right) ? index : found),
        0,
      );
      return {
        code: "duplicate",
        place: scenario.place(["uncertainty", "correlations", last]),
        message: `the correlation of ${quoted(flaw.left)} and ${quoted(flaw.right)} is stated twice`,
        hint: "keep one",
      };
    }
    case "out-of-range":
      return {
        code: "out-of-range",
        place: list,
        message: `the correlation of ${quoted(flaw.left)} and ${quoted(flaw.right)} does not lie between -1 and 1`,
        found: String(flaw.rho),
      };
    case "with-itself":
      return { code: "inconsistent", place: list, message: `${quoted(flaw.name)} cannot be correlated with itself` };
    case "unknown-name":
      return {
        code: "unknown-name",
        place: list,
        message: `nothing uncertain is called ${quoted(flaw.name)}`,
        hint: `known: ${flaw.known.join(", ")}`,
      };
    default:
      return flaw satisfies never;
  }
}
