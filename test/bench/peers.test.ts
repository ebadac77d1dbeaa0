import { describe, expect, it } from "vitest";
import { costModel } from "../../src/analysis/cost-model.js";
import { drawing } from "../../src/analysis/drawing.js";
import { simulatedVariables } from "../../src/analysis/simulated-variables.js";
import { study } from "../../src/analysis/study.js";
import { generatedLoop } from "../../src/engine/generated-loop.js";
import { mustEqual } from "./parts/measure.js";
import { benchScenario, oneMonth, planOver, workloads } from "./parts/model.js";
import { decimalPricer } from "./peers/decimal-by-hand.js";
import { cognitoEssentials, cognitoLite, hybrid, ownDynamodb, ownPostgresql } from "./peers/hand-written.js";
import { simulateByHand } from "./peers/hand-written-horizon.js";

const ROWS = 400;
const given = workloads(ROWS);
const { scenario, catalogue } = await benchScenario(oneMonth);
const plan = planOver(given, study(scenario, catalogue), generatedLoop);
plan.run(ROWS);

describe("what the bench measures against computes the same", () => {
  it("the bench's workloads are answered, most of them with a price, some with none", () => {
    const all = plan.costs.flatMap((column) => [...column]);
    expect(all.filter(Number.isNaN)).toEqual([]);
    expect(all.filter(Number.isFinite).length).toBeGreaterThan(0.9 * all.length);
    expect(all).toContain(Number.POSITIVE_INFINITY);
  });
  it("the hand-written model, for a month", () => {
    mustEqual("hand-written", plan.costs, [cognitoEssentials, cognitoLite, ownPostgresql, ownDynamodb, hybrid].map((price) => Float64Array.from(given, price)), ROWS);
  });
  it("decimals by hand, for a month", () => {
    const costs = plan.costs.map(() => new Float64Array(ROWS));
    decimalPricer()(given, costs);
    mustEqual("decimals by hand", plan.costs, costs, ROWS);
  });
  it("the hand-written simulation, over the horizon", async () => {
    const whole = await benchScenario();
    const variables = simulatedVariables(whole.scenario, whole.catalogue, "horizon", undefined).filter(({ origin }) => origin === "stated");
    const { columns, draw } = drawing(whole.scenario, variables, ROWS, 3);
    draw(0, ROWS);
    mustEqual("hand-written", costModel(whole.scenario, whole.catalogue, variables.map(({ name }) => name), "horizon").fast(columns, ROWS).costs, simulateByHand(columns, ROWS), ROWS);
  });
  it("and a difference of a millionth would be told", () => {
    const [first, ...others] = plan.costs;
    expect(() => mustEqual("other", plan.costs, [(first ?? new Float64Array(ROWS)).map((cost) => cost * 1.000001), ...others], ROWS)).toThrow(/other differs: alternative 1, row 1/);
  });
});
