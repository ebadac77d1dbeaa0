import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, type SideBySide, sideBySide } from "../../../src/analysis/compare.js";
import { study } from "../../../src/analysis/study.js";
import { catalogueOf } from "../../../src/report/live/embedded-prices.js";
import { fromFragment, toFragment } from "../../../src/report/live/fragment.js";
import { scenarioYaml } from "../../../src/report/live/scenario-yaml.js";
import { type WhatIf, whatIf, withChange } from "../../../src/report/live/what-if.js";
import { compareJson } from "../../../src/report/result-json.js";
import { ProblemError } from "../../../src/problems/problem.js";
import { override } from "../../../src/scenario/override.js";
import { parseScenario } from "../../../src/scenario/parse-scenario.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import { catalogue } from "../../support/catalogue.js";
import { SHIPPED, shipped } from "../../support/scenarios.js";
import { plain } from "../../../src/units/decimal.js";
import { liveOf, statesOf } from "./states.js";

const names = [...SHIPPED.keys()];

/** Everything but where the scenario was read. */
function content(scenario: Scenario): unknown {
  const { file: _file, hash: _hash, place: _place, alternatives, ...rest } = scenario;
  return { ...rest, alternatives: alternatives.map(({ place: _, ...one }) => one) };
}

/** A result in words and figures, or the problems in its place, without where they stand. */
function outcome(act: () => unknown): string {
  try {
    return JSON.stringify(act());
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return JSON.stringify(error.problems.map(({ place: _, ...rest }) => rest));
  }
}

/** Every line of every bill to the last digit, and what cannot be carried: all that a choice follows from, in a tenth of its time. */
function billsOf({ points, rates, planChoices }: SideBySide): unknown {
  return [
    points.map(({ mau, alternatives }) => [plain(mau), alternatives.map(({ model, bill }) => [model.id, model.settings, plain(bill.monthly), plain(bill.once), bill.obstacles, bill.lines.map((line) => [line.charge, plain(line.quantity), plain(line.amount)])])]),
    rates.map(({ id, source }) => [id, source]), planChoices,
  ];
}

describe("what a reader changes is what the command line computes", () => {
  it.each(names)("the scenario that the page exports is, parsed, the scenario of the page: %s", (name) => {
    const live = liveOf(shipped(name));
    let computed = 0;
    fc.assert(fc.property(statesOf(live), (state) => {
      let changed: Scenario;
      try {
        changed = whatIf(live.scenario, live.inputs, state);
      } catch (error) {
        if (error instanceof ProblemError) return;
        throw error;
      }
      computed++;
      expect(content(parseScenario(scenarioYaml(changed), { file: "exported.yaml", hash: "" }))).toEqual(content(changed));
    }), { numRuns: 80, seed: 5 });
    expect(computed).toBeGreaterThan(40);
  });

  // The others are walked through in walk.test.ts.
  it.each(["marketplace", "original-document"])("what is remembered from state to state changes no answer: %s", (name) => {
    const live = liveOf(shipped(name));
    fc.assert(fc.property(statesOf(live), (state) => {
      const changed = (): Scenario => whatIf(live.scenario, live.inputs, state);
      const anew = (): Scenario => ({ ...changed(), alternatives: changed().alternatives.map((one) => ({ ...one })) });
      expect(outcome(() => compareJson(compare(changed(), catalogue)))).toBe(outcome(() => compareJson(compare(anew(), { ...catalogue }))));
    }), { numRuns: live.scenario.horizon ? 2 : 6, seed: 23 });
  });

  it.each(names)("the prices in the page give the same bills as the whole catalogue, or the same complaint: %s", (name) => {
    const live = liveOf(shipped(name));
    const own = catalogueOf(live.prices);
    fc.assert(fc.property(statesOf(live), (state) => {
      const run = (prices: typeof own): string => outcome(() => billsOf(sideBySide(study(whatIf(live.scenario, live.inputs, state), prices))));
      expect(run(own)).toBe(run(catalogue));
    }), { numRuns: 16, seed: 11 });
  });

  it.each(names)("the prices in the page give the same result as the whole catalogue, the choice and its reasons included: %s", (name) => {
    const live = liveOf(shipped(name));
    const own = catalogueOf(live.prices);
    fc.assert(fc.property(statesOf(live), (state) => {
      const run = (prices: typeof own): string => outcome(() => compareJson(compare(whatIf(live.scenario, live.inputs, state), prices)));
      expect(run(own)).toBe(run(catalogue));
    }), { numRuns: live.scenario.horizon ? 1 : 4, seed: 12 });
  });

  it("a driver and a day are changed as --set, --mau and --as-of change them", () => {
    const live = liveOf(shipped("consumer-app"));
    const there = whatIf(live.scenario, live.inputs, new Map([["mau", "200000"], ["signInsPerMau", "12.5"], ["federatedShare", "0.25"], ["as-of", "2025-11-03"]]));
    const here = override(live.scenario, { set: ["mau=200000", "signInsPerMau=12.5", "federatedShare=0.25"], mau: ["50000", "200000", "1000000"], asOf: "2025-11-03" });
    expect(content(there)).toEqual(content(here));
  });

  it("two settings of one alternative that only together name a rate are priced in the page", () => {
    const live = liveOf(shipped("consumer-app"));
    const state: WhatIf = new Map([["postgresql.instance", "db.m7g.large"], ["postgresql.multiAz", "off"], ["postgresql.cache", "on"], ["postgresql.cacheEngine", "memcached"], ["postgresql.cacheNode", "cache.r7g.large"]]);
    const changed = whatIf(live.scenario, live.inputs, state);
    expect(outcome(() => compareJson(compare(changed, catalogueOf(live.prices))))).toBe(outcome(() => compareJson(compare(changed, catalogue))));
    expect(compare(changed, catalogueOf(live.prices)).rates.map(({ id }) => id)).toContain("aws.elasticache.memcached.cache.r7g.large");
  });

  it("values that do not fit each other are told in words", () => {
    const live = liveOf(shipped("b2b-saas"));
    expect(() => whatIf(live.scenario, live.inputs, new Map([["socialShare", "0.2"]]))).toThrow("together are above 100 %");
    expect(() => whatIf(live.scenario, live.inputs, new Map([["mau", "1.5"]]))).toThrow("not a whole number");
  });
});

describe("the state in an address", () => {
  const live = liveOf(shipped("b2b-saas"));

  it("comes back as it was written", () => {
    fc.assert(fc.property(statesOf(live), (state) => {
      const changed = [...state].reduce<WhatIf>((all, [key, text]) => {
        const input = live.inputs.find((one) => one.key === key);
        return input ? withChange(all, input, text) : all;
      }, new Map());
      const read = fromFragment(toFragment(live.inputs, changed), live.inputs);
      expect(new Map([...read.state].sort())).toEqual(new Map([...changed].sort()));
      expect(read.ignored).toEqual([]);
    }), { numRuns: 200 });
  });

  it.each([
    ["mau=-1", 1], ["mau=1e99", 1], ["mau=NaN&mau=Infinity", 2], ["mau=-0", 1], ["nothing=1", 1], ["__proto__=1&constructor=2", 2], ["cognito.plan=free", 1],
    ["as-of=2025-02-30", 1], ["mau=%", 1], ["cognito.plan=%3Cimg%20onerror%3D1%3E", 1], [`mau=${"9".repeat(40)}`, 1], [`mau=1${"&x=1".repeat(9_000)}`, 1], ["=", 1], ["bills", 0], ["", 0],
  ])("what is not understood is left out and named: %.40s", (fragment, left) => {
    const { state, ignored } = fromFragment(fragment, live.inputs);
    expect([...state]).toEqual([]);
    expect(ignored).toHaveLength(left);
  });

  it("no text breaks it", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const { state } = fromFragment(text, live.inputs);
      for (const [key, value] of state) expect(live.inputs.find((input) => input.key === key)?.complaint(value)).toBeUndefined();
    }), { numRuns: 150 });
  });

  it("the scenario's own value is no change", () => {
    const plan = live.inputs.find(({ key }) => key === "cognito-plus.plan");
    if (!plan) throw new Error("there is no such input");
    expect(withChange(new Map(), plan, "plus")).toEqual(new Map());
    expect(withChange(withChange(new Map(), plan, "lite"), plan, undefined)).toEqual(new Map());
  });
});
