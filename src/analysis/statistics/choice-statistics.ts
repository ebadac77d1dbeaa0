/** What draws say about a choice. Costs are a column per alternative, in their order; Infinity where it cannot carry the load. */
export type ChoiceStatistics = {
  readonly draws: number;
  /** draws in which no alternative is possible: nobody is cheapest there */
  readonly nonePossible: number;
  /** draws in which two or more cost the least */
  readonly tied: number;
  /** in the order of the alternatives */
  readonly alternatives: readonly AlternativeStatistics[];
};

export type AlternativeStatistics = {
  /** part of all draws in which it is the cheapest; the first named takes a tie */
  readonly cheapest: number;
  /** part of all draws in which nothing is cheaper: it is the cheapest, or ties with what is */
  readonly cheapestOrTied: number;
  /** of the part in which it is the cheapest: how far chance moves it */
  readonly cheapestStandardError: number;
  /** draws in which it is not possible: they count in none of the figures below */
  readonly infeasible: number;
  /** mean cost; undefined where it is possible in no draw */
  readonly expectedCost: number | undefined;
  /** mean of its cost less the least cost of the same draw; undefined as above */
  readonly expectedRegret: number | undefined;
  /** the largest of these regrets; undefined as above */
  readonly largestRegret: number | undefined;
};

/**
 * How often each alternative is the cheapest, what it costs on average and what choosing it is regretted by.
 *
 * @example choiceStatistics([Float64Array.of(1, 5), Float64Array.of(2, 3)]).alternatives.map((one) => one.expectedRegret) // [1, 0.5]
 */
export function choiceStatistics(costs: readonly Float64Array[]): ChoiceStatistics {
  const draws = costs[0]?.length ?? 0;
  const least = leastCosts(costs);
  const wins = new Float64Array(costs.length);
  const unbeaten = new Float64Array(costs.length);
  let [nonePossible, tied] = [0, 0];
  for (let row = 0; row < draws; row++) {
    if (least[row] === Number.POSITIVE_INFINITY) {
      nonePossible++;
      continue;
    }
    const most = withTies(least[row] as number);
    let found = 0;
    for (let place = 0; place < costs.length; place++) {
      if (((costs[place] as Float64Array)[row] as number) > most) continue;
      if (found === 0) wins[place] = (wins[place] as number) + 1;
      unbeaten[place] = (unbeaten[place] as number) + 1;
      found++;
    }
    if (found > 1) tied++;
  }
  return {
    draws,
    nonePossible,
    tied,
    alternatives: costs.map((column, index) =>
      statisticsOf(column, least, (wins[index] as number) / draws, (unbeaten[index] as number) / draws),
    ),
  };
}

/** Costs up to here are equal to the least: doubles add up in different orders, and what that leaves sets no one behind. */
const withTies = (least: number): number => least + 1e-8 + 1e-11 * Math.abs(least);

/** The cost of the cheapest alternative in each draw; Infinity where none is possible. */
export function leastCosts(costs: readonly Float64Array[]): Float64Array {
  const least = new Float64Array(costs[0]?.length ?? 0).fill(Number.POSITIVE_INFINITY);
  for (const column of costs)
    for (let row = 0; row < least.length; row++) if ((column[row] as number) < (least[row] as number)) least[row] = column[row] as number;
  return least;
}

function statisticsOf(column: Float64Array, least: Float64Array, cheapest: number, cheapestOrTied: number): AlternativeStatistics {
  let [possible, cost, regret, largest] = [0, 0, 0, 0];
  for (let row = 0; row < column.length; row++) {
    const value = column[row] as number;
    if (value === Number.POSITIVE_INFINITY) continue;
    const lost = value - (least[row] as number);
    possible++;
    cost += value;
    regret += lost;
    if (lost > largest) largest = lost;
  }
  const some = possible > 0;
  return {
    cheapest,
    cheapestOrTied,
    cheapestStandardError: Math.sqrt((cheapest * (1 - cheapest)) / column.length),
    infeasible: column.length - possible,
    expectedCost: some ? cost / possible : undefined,
    expectedRegret: some ? regret / possible : undefined,
    largestRegret: some ? largest : undefined,
  };
}
