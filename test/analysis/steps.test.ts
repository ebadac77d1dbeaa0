import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { advise, advising } from "../../src/analysis/advice.js";
import { crossoverMapping } from "../../src/analysis/crossover-map.js";
import { sensitivitySteps } from "../../src/analysis/sensitivity.js";
import { simulation } from "../../src/analysis/simulate.js";
import { allSteps, eachInTurn, partOf, type Steps } from "../../src/analysis/steps.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { catalogue } from "../support/catalogue.js";

const scenario = parseScenario(readFileSync(fileURLToPath(new URL("../../scenarios/consumer-app.yaml", import.meta.url)), "utf8"), { file: "consumer-app", hash: "" });

function sharesOf<T>(steps: Steps<T>): { readonly shares: readonly number[]; readonly value: T } {
  const shares: number[] = [];
  return { value: allSteps(steps, (share) => { shares.push(share); }), shares };
}

it("a part of some work takes its part of the shares", () => {
  function* work(): Steps<readonly number[]> {
    const first = yield* partOf(0, 0.5, eachInTurn([1, 2], (one) => one * 10));
    const second = yield* partOf(0.5, 1, eachInTurn([3, 4], (one, index) => one * 10 + index));
    return [...first, ...second];
  }
  expect(sharesOf(work())).toEqual({ shares: [0.25, 0.5, 0.75, 1], value: [10, 20, 30, 41] });
});

describe("long work can be left after every piece, to the last", () => {
  it("simulate: a step for each draw that is priced again, each variable and each alternative", () => {
    const { shares, value } = sharesOf(simulation(scenario, catalogue, { draws: 500 }));
    expect(shares.filter((share) => share > 0.85).length).toBeGreaterThanOrEqual(value.repriced.draws - 1 + 2 * value.variables.length + value.outcomes.length);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });
  it("recommend: a step for each variable that is tried", () => {
    const { shares, value } = sharesOf(advising(scenario, catalogue));
    const tried = new Set([...value.flips.steady, ...value.flips.conditions.map(({ variable }) => variable)]);
    expect(shares.length).toBeGreaterThanOrEqual(tried.size + 3);
    expect(value.flips).toEqual(advise(scenario, catalogue).flips);
  });
  it("sensitivity and map: a step for each variable, each sample and each row", () => {
    const { shares, value } = sharesOf(sensitivitySteps(scenario, catalogue, { draws: 100 }));
    expect(shares.length).toBeGreaterThanOrEqual(2 * (value.compared?.ranged.variables.length ?? 0) + 2);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    const map = sharesOf(crossoverMapping(scenario, catalogue, { x: { points: 4 }, y: { points: 5 } }));
    expect(map.shares).toHaveLength(2 * map.value.y.values.length);
  });
});
