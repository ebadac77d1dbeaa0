import type { LoopMaker } from "../engine/plan.js";
import type { Catalogue } from "../prices/price-file.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Decimal } from "../units/decimal.js";
import type { Usd } from "../units/usd.js";
import { costModel, type Measure } from "./cost-model.js";
import { drawing } from "./drawing.js";
import { type MeasureFirst, measureFirst } from "./measure-first.js";
import { picksOf, type Repriced, repricedSample } from "./repriced-sample.js";
import { type SimulatedVariable, simulatedVariables } from "./simulated-variables.js";
import { type ChoiceStatistics, choiceStatistics } from "./statistics/choice-statistics.js";
import { type Convergence, convergence, leaders } from "./statistics/convergence.js";
import { type Summary, summarise } from "./statistics/summary.js";
import { allSteps, eachInTurn, partOf, type Steps } from "./steps.js";
import type { Study } from "./study.js";

export type SimulationOptions = {
  /** 100 to 10,000,000; the scenario's, or 20,000 */
  readonly draws?: number | undefined;
  /** the scenario's, or 1 */
  readonly seed?: number | undefined;
  /** everything that is not uncertain so far may be this part less or more: the caller's assumption */
  readonly spread?: Decimal | undefined;
  /** how loops over draws are made; without `eval` when not stated. The result is the same */
  readonly loops?: LoopMaker | undefined;
};

/** What may come out: every alternative priced with the same draws. */
export type Simulation = {
  readonly study: Study;
  readonly measure: Measure;
  /** months that the measure spans */
  readonly months: number;
  readonly draws: number;
  readonly seed: number;
  readonly spread: Decimal | undefined;
  readonly variables: readonly DrawnValues[];
  /** draws in which both shares of users were lowered, since together they were above 1 */
  readonly sharesLowered: number;
  /** in the order of the alternatives */
  readonly outcomes: readonly Outcome[];
  readonly choice: ChoiceStatistics;
  /** of the two that cost least on average; undefined where no draw has two possible */
  readonly convergence: Convergence | undefined;
  readonly measureFirst: MeasureFirst | undefined;
  readonly repriced: Repriced;
  /** single prices that doubles could not decide and the exact path did */
  readonly refused: number;
  readonly samples: { readonly drawn: ReadonlyMap<string, Float64Array>; readonly costs: readonly Float64Array[] };
};

/** A variable with what was drawn of it, and how many draws were taken back to its bounds. */
export type DrawnValues = SimulatedVariable & { readonly drawn: Summary | undefined; readonly clamped: number };

export type Outcome = {
  readonly model: Study["models"][number];
  /** exact, with every variable as the scenario states it; undefined where it cannot carry that */
  readonly stated: Usd | undefined;
  /** over the draws in which it is possible; undefined where it is in none */
  readonly summary: Summary | undefined;
};

/** Draws priced between two steps: few enough that progress shows and an interruption is heard. */
const STEP = 4096;
/** The part of the work that drawing and pricing are, for progress. */
const PRICING = 0.85;

/**
 * Draws what is uncertain and prices every alternative with the same draws: the present value over the scenario's horizon, or one month.
 * The same scenario, prices, draws and seed give the same result, bit for bit, everywhere.
 *
 * @param onProgress hears the share of the work that is done
 * @throws ProblemError where nothing is uncertain, correlations cannot hold together, or a price is missing
 * @example simulate(scenario, catalogue, { draws: 20_000, seed: 1 }).choice.alternatives[0]?.cheapest // 0.62: cheapest in 62 % of the draws
 */
export function simulate(
  scenario: Scenario,
  catalogue: Catalogue,
  options: SimulationOptions & { readonly onProgress?: (share: number) => void } = {},
): Simulation {
  return allSteps(simulation(scenario, catalogue, options), options.onProgress);
}

/** The same in steps, each yielding the share that is done, for callers that let other work in between. */
export function* simulation(scenario: Scenario, catalogue: Catalogue, options: SimulationOptions = {}): Steps<Simulation> {
  const measure: Measure = scenario.horizon ? "horizon" : "month";
  const variables = simulatedVariables(scenario, catalogue, measure, options.spread);
  const draws = options.draws ?? scenario.uncertainty.draws;
  const seed = options.seed ?? scenario.uncertainty.seed;
  const model = costModel(
    scenario,
    catalogue,
    variables.map(({ name }) => name),
    measure,
    options.loops,
  );
  const stated = model.exact(new Map());
  const drawn = drawing(scenario, variables, draws, seed);
  const costs = model.study.models.map(() => new Float64Array(draws));
  let refused = 0;
  for (let from = 0; from < draws; from += STEP) {
    const rows = Math.min(STEP, draws - from);
    drawn.draw(from, rows);
    const priced = model.fast(rowsOf(drawn.columns, from, rows), rows);
    priced.costs.forEach((column, place) => {
      costs[place]?.set(column, from);
    });
    refused += priced.refused;
    yield (PRICING * (from + rows)) / draws;
  }
  const repriced = yield* partOf(PRICING, 0.9, repricedSample(model, drawn.columns, costs, picksOf(model, draws, seed)));
  const pair = leaders(costs);
  const drawnValues = yield* partOf(
    0.9,
    0.92,
    eachInTurn(
      variables,
      (variable): DrawnValues => ({
        ...variable,
        drawn: summarise(drawn.columns.get(variable.name) ?? new Float64Array(0)),
        clamped: drawn.clamped.get(variable.name) ?? 0,
      }),
    ),
  );
  const outcomes = yield* partOf(
    0.92,
    0.94,
    eachInTurn(
      model.study.models,
      (one, place): Outcome => ({ model: one, stated: stated[place], summary: summarise(costs[place] ?? new Float64Array(0)) }),
    ),
  );
  const result = {
    study: model.study,
    measure,
    months: model.horizon?.months ?? 1,
    draws,
    seed,
    spread: options.spread,
    variables: drawnValues,
    sharesLowered: drawn.sharesLowered(),
    outcomes,
    choice: choiceStatistics(costs),
    convergence: pair && convergence(costs, pair),
    repriced,
    refused,
    samples: { drawn: drawn.columns, costs },
  };
  return { ...result, measureFirst: yield* partOf(0.94, 0.99, measureFirst(costs, drawn.columns)) };
}

function rowsOf(columns: ReadonlyMap<string, Float64Array>, from: number, rows: number): ReadonlyMap<string, Float64Array> {
  return new Map([...columns].map(([name, column]) => [name, column.subarray(from, from + rows)] as const));
}
