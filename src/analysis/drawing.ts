import type { Scenario } from "../scenario/scenario.js";
import { shareRoom } from "./assumed-variables.js";
import { checkCorrelations } from "./check-correlations.js";
import type { SimulatedVariable } from "./simulated-variables.js";
import { drawPlan } from "./statistics/correlated-draws.js";

/** The draws of a simulation: a column a variable, filled block by block. */
export type Drawing = {
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** draws rows `from` to `from + count - 1` */
  readonly draw: (from: number, count: number) => void;
  /** so far: by variable, how many draws lay beyond what it may be and were taken back to that bound */
  readonly clamped: ReadonlyMap<string, number>;
  /** so far: draws in which federated and social users together were more than all users; both were lowered in proportion */
  readonly sharesLowered: () => number;
};

const FEDERATED = "federatedShare";
const SOCIAL = "socialShare";

/** @throws ProblemError for correlations that cannot hold together */
export function drawing(scenario: Scenario, variables: readonly SimulatedVariable[], draws: number, seed: number): Drawing {
  const correlations = checkCorrelations(scenario, variables);
  const plan = drawPlan(
    variables.map(({ name, distribution }) => ({ name, distribution })),
    correlations,
    seed,
  );
  const columns = new Map(variables.map(({ name }) => [name, new Float64Array(draws)] as const));
  const clamped = new Map<string, number>();
  const both = [columns.get(FEDERATED), columns.get(SOCIAL)] as const;
  const fits = variables.map((variable) => fitting(variable, both.includes(undefined) ? mostOf(variable, scenario) : variable.most));
  let lowered = 0;
  const draw = (from: number, count: number): void => {
    const block = [...columns.values()].map((column) => column.subarray(from, from + count));
    plan.drawBlock(from, count, block);
    block.forEach((column, place) => {
      const [name, found] = [variables[place]?.name ?? "", fits[place]?.(column) ?? 0];
      if (found > 0) clamped.set(name, (clamped.get(name) ?? 0) + found);
    });
    const [federated, social] = both.map((column) => column?.subarray(from, from + count));
    if (federated && social) lowered += lowerShares(federated, social);
  };
  return { columns, draw, clamped, sharesLowered: () => lowered };
}

/** A share that is drawn alone leaves room for the other one. */
function mostOf({ name, most }: SimulatedVariable, scenario: Scenario): number {
  return name === FEDERATED || name === SOCIAL ? shareRoom(name, scenario).toNumber() : most;
}

/** Rounds what is counted, takes the rest back to its bounds, and says how many it took back. */
function fitting({ least, integer }: SimulatedVariable, most: number): (column: Float64Array) => number {
  return (column) => {
    let beyond = 0;
    for (let row = 0; row < column.length; row++) {
      const drawn = column[row] as number;
      // + 0: a rounded -0.2 is no -0.
      const value = integer ? Math.round(drawn) + 0 : drawn;
      const kept = value < least ? least : value > most ? most : value;
      if (kept !== value) beyond++;
      column[row] = kept;
    }
    return beyond;
  };
}

/** Lowers two shares whose sum is above 1 in proportion, so that it is 1, and says in how many rows; what a double of 1/2 or more leaves of 1 has no rounding. */
export function lowerShares(left: Float64Array, right: Float64Array): number {
  let lowered = 0;
  for (let row = 0; row < left.length; row++) {
    const [one, other] = [left[row] as number, right[row] as number];
    if (one + other <= 1) continue;
    const [larger, smaller] = one >= other ? [left, right] : [right, left];
    larger[row] = Math.max(one, other) / (one + other);
    smaller[row] = 1 - (larger[row] as number);
    lowered++;
  }
  return lowered;
}
