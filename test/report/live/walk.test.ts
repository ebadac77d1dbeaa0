import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, type Comparison } from "../../../src/analysis/compare.js";
import { ProblemError } from "../../../src/problems/problem.js";
import { whatIf } from "../../../src/report/live/what-if.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import { plain } from "../../../src/units/decimal.js";
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

  it.each(["consumer-app", "b2b-saas"])("%s: users moved to and fro flip the choice where a fresh comparison says", (name) => {
    const live = liveOf(shipped(name));
    const sizes = fc.sample(fc.integer({ min: 0, max: 700 }), { numRuns: 60, seed: 9 }).map((step) => String(Math.round(10 ** (step / 100))));
    for (const size of sizes) {
      const asked = whatIf(live.scenario, live.inputs, new Map([["mau", size]]));
      expect(flips(compare(asked, catalogue)), size).toEqual(flips(compare(unremembered(asked), catalogue)));
    }
  });
});

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
