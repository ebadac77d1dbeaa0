import { type CostModel, costModel } from "../../../src/analysis/cost-model.js";
import { drawing } from "../../../src/analysis/drawing.js";
import { simulatedVariables } from "../../../src/analysis/simulated-variables.js";
import { closureLoops } from "../../../src/engine/closure-loops.js";
import { generatedLoop } from "../../../src/engine/generated-loop.js";
import type { Distribution } from "../../../src/scenario/distribution.js";
import type { DriverName } from "../../../src/scenario/driver-spec.js";
import { plain } from "../../../src/units/decimal.js";
import { DRIVERS } from "../peers/pricer.js";
import { type Given, NEVER, squiggle } from "../peers/squiggle.js";
import { mustEqual, nanoseconds, print, time, times } from "./measure.js";
import { benchScenario, oneMonth } from "./model.js";

// Draws of eight uncertain drivers, a month of five alternatives for each draw, and the means: authcost against Squiggle.

const { scenario, catalogue } = await benchScenario(oneMonth);
const variables = simulatedVariables(scenario, catalogue, "month", undefined).filter(({ origin }) => origin === "stated");
const names = variables.map(({ name }) => name);
const models = new Map([["authcost, generated code", generatedLoop], ["authcost, closures", closureLoops]].map(([name, loops]) => [name as string, costModel(scenario, catalogue, names, "month", loops as typeof closureLoops)]));

const stated = (name: DriverName): string => plain(scenario.workload.get(name) ?? (() => { throw new Error(`the scenario does not state ${name}`); })());
const given = (drawn: (name: string) => string): Given => Object.fromEntries(DRIVERS.map((name) => [name, names.includes(name) ? drawn(name) : stated(name)]));

function inSquiggle(distribution: Distribution | undefined): string {
  switch (distribution?.kind) {
    case "lognormal":
      return `SampleSet.fromDist(lognormal({p10: ${plain(distribution.p10)}, p90: ${plain(distribution.p90)}}))`;
    case "uniform":
      return `SampleSet.fromDist(uniform(${plain(distribution.low)}, ${plain(distribution.high)}))`;
    case "triangular":
      return `SampleSet.fromDist(triangular(${plain(distribution.low)}, ${plain(distribution.mode)}, ${plain(distribution.high)}))`;
    default:
      throw new Error(`the bench has no ${distribution?.kind ?? "such"} distribution in Squiggle`);
  }
}

/** Both price the same draws first. */
async function mustAgree(model: CostModel): Promise<void> {
  const rows = 500;
  const { columns, draw } = drawing(scenario, variables, rows, 1);
  draw(0, rows);
  const lists = await squiggle(given((name) => `SampleSet.fromList([${[...(columns.get(name) ?? [])].join(", ")}])`), rows, "List.map(all, SampleSet.toList)");
  mustEqual("Squiggle", model.fast(columns, rows).costs, (lists as readonly (readonly number[])[]).map((list) => Float64Array.from(list, (cost) => (cost >= NEVER ? Number.POSITIVE_INFINITY : cost))), rows);
}

/** Rows drawn and priced at once, as `authcost simulate` does. */
const STEP = 4096;
const sum = (column: Float64Array): number => {
  let total = 0;
  for (let row = 0; row < column.length; row++) total += column[row] as number;
  return total;
};

function sample(model: CostModel, draws: number): readonly number[] {
  const { columns, draw } = drawing(scenario, variables, draws, 1);
  const totals = model.study.models.map(() => 0);
  for (let from = 0; from < draws; from += STEP) {
    const rows = Math.min(STEP, draws - from);
    draw(from, rows);
    model.fast(new Map([...columns].map(([name, column]) => [name, column.subarray(from, from + rows)])), rows).costs.forEach((column, index) => { totals[index] = (totals[index] ?? 0) + sum(column); });
  }
  return totals.map((total) => total / draws);
}

const SIZES = [1_000, 10_000, 100_000];
for (const model of models.values()) await mustAgree(model);
const rows: string[][] = [["Squiggle"], ...[...models.keys()].map((name) => [name])];
for (const draws of SIZES) {
  const fast = nanoseconds([...models].map(([name, model]) => ({ name, units: draws, work: () => { sample(model, draws); } })), 8);
  let slow = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 4; round++) {
    const started = performance.now();
    await squiggle(given((name) => inSquiggle(variables.find((one) => one.name === name)?.distribution)), draws, "List.map(all, mean)");
    slow = Math.min(slow, ((performance.now() - started) * 1e6) / draws);
  }
  rows.forEach((row) => {
    const own = fast.get(row[0] ?? "");
    row.push(own === undefined ? time(slow) : `${time(own)} (${times(slow, own)})`);
  });
}
print([{
  title: "Sampling: one draw of eight uncertain drivers, five alternatives priced, their means",
  head: ["", ...SIZES.map((draws) => `${draws.toLocaleString("en-US")} draws`)], rows,
  note: "In brackets: how many times the speed of Squiggle, whose own default is 1,000 draws. The aim is 50 ×: met there, missed with more, where four fifths of authcost's time is the drawing (counter-based random numbers, the same bits everywhere).",
}]);
