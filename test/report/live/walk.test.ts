import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, type Comparison } from "../../../src/analysis/compare.js";
import { ProblemError } from "../../../src/problems/problem.js";
import { whatIf } from "../../../src/report/live/what-if.js";
import { parseScenario } from "../../../src/scenario/parse-scenario.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import { plain, whole } from "../../../src/units/decimal.js";
import { liveOf, statesOf } from "./states.js";
import { catalogue } from "../../support/catalogue.js";
import { shipped } from "../../support/scenarios.js";

describe("what is remembered from state to state", () => {
  it.each(["consumer-app", "b2b-saas", "machine-platform"])("%s: a walk through states says at each what a fresh comparison says", (name) => {
    const live = liveOf(shipped(name));
    const sizes = [0, 1, 9_999, 10_000, 50_001, 2_500_000];
    const walk = fc.sample(statesOf(live), { numRuns: 4, seed: 5 }).flatMap((state) => [state, ...sizes.map((size) => new Map([...state, ["mau", String(size)] as const]))]);
    let compared = 0;
    for (const state of walk) {
      try {
        const asked = whatIf(live.scenario, live.inputs, state);
        const taken = compare(asked, catalogue);
        expect(figures(taken)).toEqual(figures(compare(unremembered(asked), catalogue)));
        compared++;
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
      }
    }
    expect(compared).toBeGreaterThan(10);
  });

  it.each([["consumer-app", ""], ["supertokens-cloud", "0.012"], ["clerk-pro", "0.001"]] as const)("%s: users moved to and fro flip the choice where a fresh comparison says", (name, fee) => {
    const scenario = fee === "" ? shipped(name) : against(name, fee);
    const sizes = fc.sample(fc.integer({ min: 300, max: 600 }), { numRuns: 80, seed: 9 }).map((step) => Math.round(10 ** (step / 100)));
    const choices = new Map<number, string | undefined>();
    for (const size of sizes) {
      const asked = { ...scenario, workload: new Map(scenario.workload).set("mau", whole(size)) };
      const taken = compare(asked, catalogue);
      choices.set(size, taken.recommendation.choice);
      expect(flips(taken), String(size)).toEqual(flips(compare(unremembered(asked), catalogue)));
    }
    const inOrder = [...choices].sort(([a], [b]) => a - b).map(([, choice]) => choice).filter((choice, index, all) => choice !== all[index - 1]);
    if (fee !== "") expect(inOrder.length, "a choice comes back").toBeGreaterThan(new Set(inOrder).size);
  });
});

/** A fee by user against a plan that is the cheaper one only in between. */
function against(architecture: string, fee: string): Scenario {
  return parseScenario(`{ name: to-and-fro, prices: { book: aws, asOf: 2026-10-06, region: us-east-1 }, workload: { mau: 100 },
    alternatives: [{ id: by-user, costs: [{ name: Fee, perMau: ${fee} }] }, { id: other, architecture: ${architecture} }] }`, { file: "to-and-fro.yaml", hash: "" });
}

const flips = ({ recommendation }: Comparison): unknown => [recommendation.sentence, ...recommendation.flips.map(({ driver, direction, at, to, reason }) => `${driver} ${direction} ${plain(at)} ${to} ${reason}`)];

/** The same scenario in other objects: nothing is remembered of it. */
function unremembered(scenario: Scenario): Scenario {
  return { ...scenario, alternatives: scenario.alternatives.map((one) => ({ ...one })) };
}

/** Every amount, and everything that is said. */
function figures({ points, recommendation, assumptions }: Comparison): unknown {
  const { sentence, reasons, flipTexts, verdict } = recommendation;
  return [
    points.map((point) => point.alternatives.map(({ bill }) => [...bill.lines.map((line) => `${line.charge} ${plain(line.quantity)} ${plain(line.amount)}`), plain(bill.monthly), plain(bill.once), bill.obstacles.length])),
    sentence, reasons, flipTexts, verdict, assumptions,
  ];
}
