import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costModel } from "../../src/analysis/cost-model.js";
import { flipConditions } from "../../src/analysis/flip-conditions.js";
import { amount, judgeOf } from "../../src/analysis/judge.js";
import { nearestChange } from "../../src/analysis/nearest-change.js";
import { pickKeeping } from "../../src/analysis/nearest-flip.js";
import { allSteps } from "../../src/analysis/steps.js";
import { recommend } from "../../src/analysis/recommend.js";
import { study } from "../../src/analysis/study.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { plain, whole } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";
import { scenarioOf } from "../support/models.js";

describe("the nearest change, whatever is known of stretches", () => {
  it("is the nearest number that has changed", () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 6 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 300 }), (changes, start, end, sure) => {
      const on = new Set(changes);
      const away = Math.sign(end - start);
      const way = Array.from({ length: Math.abs(end - start) }, (_, index) => start + away * (index + 1));
      // Stretches longer than can be told are not known to be unchanged, though they may be.
      const unchanged = (from: number, to: number): boolean => to - from < sure && !changes.some((one) => one >= from && one <= to);
      expect(nearestChange(start, end, unchanged, (at) => on.has(at))).toBe(way.find((at) => on.has(at)));
    }));
  });
});

const scores = (score: number) => ({ scores: { control: { score: String(score), because: "for the test" } } });
const drawn = fc.record({
  mau: fc.integer({ min: 600, max: 4000 }), perMau: fc.integer({ min: 1, max: 60 }), fee: fc.integer({ min: 0, max: 60 }), other: fc.integer({ min: 5, max: 60 }), peak: fc.integer({ min: 3, max: 30 }),
  weight: fc.constantFrom(0, 0, 1, 5), score: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), months: fc.constantFrom(undefined, undefined, 3), from: fc.constantFrom("line", "steps", undefined),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

/** A straight line through the steps of an own database and the tiers of a vendor: they meet often, here and there for a few users only. */
const meeting = ({ mau, perMau, fee, other, peak, weight, score, months, from }: Drawn): Scenario => scenarioOf({
  workload: { mau: String(mau), peakToAverage: String(peak), m2mAppClients: "8" },
  alternatives: [
    { id: "line", costs: [{ name: "Fee", monthly: String(fee / 4) }, { name: "Seats", perMau: (perMau / 1000).toFixed(3) }], ...scores(score[0]) },
    { id: "steps", architecture: "postgresql", ...scores(score[1]) },
    { id: "tiers", architecture: "cognito", ...scores(score[2]) },
    { id: "flat", costs: [{ name: "Flat", monthly: String(other) }], ...scores(score[3]) },
  ],
  decision: { cost: "5", ...(weight === 0 ? {} : { priorities: { control: String(weight) } }) },
  ...(months === undefined ? {} : { horizon: { months: String(months), growth: { compound: "0.1" } }, migration: { ...(from === undefined ? {} : { from }), hours: "0" } }),
});

const REACH = 250;

describe("flips are the nearest there are, by pricing every value", () => {
  it("over users", () => {
    fc.assert(fc.property(drawn, (one) => {
      const scenario = meeting(one);
      const it = study(scenario, catalogue);
      const { choice, flips } = recommend(it, judgeOf(scenario, catalogue, it));
      if (choice === undefined) return;
      const pick = pickKeeping(it, choice);
      const model = costModel(scenario, catalogue, ["mau"], scenario.horizon ? "horizon" : "month");
      const chosen = (mau: number): string | undefined => pick(model.exact(new Map([["mau", whole(mau)]])).map(amount));
      for (const direction of ["above", "below"] as const) {
        const away = direction === "above" ? 1 : -1;
        const flip = flips.find((found) => found.driver === "mau" && found.direction === direction);
        const at = flip?.at.toNumber();
        const near = Array.from({ length: one.months === undefined ? REACH : 30 }, (_, index) => one.mau + away * (index + 1)).filter((mau) => mau >= 1);
        expect(near.find((mau) => chosen(mau) !== choice), direction).toBe(at !== undefined && near.includes(at) ? at : undefined);
        if (at !== undefined) expect([chosen(at - away), chosen(at)]).toEqual([choice, flip?.to]);
      }
    }), { numRuns: 40, seed: 31 });
  });

  it("over every other variable", () => {
    fc.assert(fc.property(drawn, (one) => {
      const scenario = meeting(one);
      const it = study(scenario, catalogue);
      const judge = judgeOf(scenario, catalogue, it);
      const recommendation = recommend(it, judge);
      const { choice } = recommendation;
      if (choice === undefined) return;
      const { conditions, steady } = allSteps(flipConditions(scenario, catalogue, it, judge, recommendation));
      const pick = pickKeeping(it, choice);
      for (const variable of new Set([...conditions.map((found) => found.variable), ...steady])) {
        const model = costModel(scenario, catalogue, [variable.name], judge.measure);
        const chosen = (k: number): string | undefined => pick(model.exact(new Map([[variable.name, variable.step.times(whole(k))]])).map(amount));
        for (const direction of ["above", "below"] as const) {
          const away = direction === "above" ? 1 : -1;
          const found = conditions.find((condition) => condition.variable === variable && condition.direction === direction);
          const at = found?.at.div(variable.step).toNumber();
          const start = Math.floor(variable.base.div(variable.step).toNumber()) + (direction === "below" && !variable.base.mod(variable.step).isZero() ? 1 : 0);
          const [least, most] = [Math.ceil(variable.from.div(variable.step).toNumber()), Math.floor(variable.to.div(variable.step).toNumber())];
          // The nearest values, and some of the others up to the one that was found.
          const stride = Math.max(1, Math.floor(((direction === "above" ? most - start : start - least)) / 40));
          const near = [...Array.from({ length: 20 }, (_, index) => index + 1), ...Array.from({ length: 40 }, (_, index) => (index + 1) * stride)].map((k) => start + away * k).filter((k) => k >= least && k <= most && (at === undefined || (at - k) * away > 0));
          for (const k of near) expect(chosen(k), `${variable.name} ${direction} ${plain(variable.step.times(whole(k)))}`).toBe(choice);
          if (at !== undefined) expect(chosen(at), variable.name).toBe(found?.to);
        }
      }
    }), { numRuns: 6, seed: 32 });
  });
});
