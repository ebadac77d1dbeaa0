import { describe, expect, it } from "vitest";
import { bytes, monthly, outcome, simulated } from "../support/simulated.js";
import { hand } from "../support/recommended.js";

const DRAWS = 100_000;

describe("one uniform driver on one price has the outcomes of the uniform distribution", () => {
  // 0.01 a user, 0 to 100,000 users: 0 to 1,000 dollars, all alike.
  const one = simulated({ workload: { mau: "50000" }, alternatives: [hand("each", { perMau: "0.01" })], uncertainty: { drivers: { mau: { uniform: ["0", "100000"] } } } }, { draws: DRAWS });
  const { summary, stated, choice } = outcome(one, 0);
  it.each([
    { of: "mean", found: summary.mean, expected: 500, chance: 0.92, because: "(0 + 1000) / 2; 1000 / √12 / √100,000 = 0.91 is its standard error" },
    { of: "P10", found: summary.p10, expected: 100, chance: 0.95, because: "a tenth of the way; √(0.1 × 0.9 / 100,000) × 1000 = 0.95" },
    { of: "P50", found: summary.p50, expected: 500, chance: 1.59, because: "half the way; √(0.25 / 100,000) × 1000 = 1.58" },
    { of: "P90", found: summary.p90, expected: 900, chance: 0.95, because: "nine tenths of the way" },
    { of: "standard deviation", found: summary.standardDeviation, expected: 288.675, chance: 0.41, because: "1000 / √12" },
  ])("$of is $expected: $because", ({ found, expected, chance }) => {
    expect(Math.abs(found - expected)).toBeLessThan(4 * chance);
  });
  it("states the exact cost of the scenario's own value beside them", () => {
    expect(stated?.toFixed()).toBe("500");
  });
  it("a single alternative is cheapest in every draw, and no measurement changes that", () => {
    expect(choice).toMatchObject({ cheapest: 1, expectedRegret: 0, infeasible: 0 });
    expect(one.measureFirst?.perfect).toMatchObject({ value: 0, standardError: 0 });
    expect(one.convergence).toBeUndefined();
  });
});

/** Two monthly amounts, A ~ N(1000, 60) and B ~ N(1050, 80): B - A ~ N(50, s), s² = 60² + 80² - 2 ρ 60 × 80. */
const two = (rho: string) => simulated({
  alternatives: [monthly("a", "1000"), monthly("b", "1050")],
  uncertainty: { costs: { a: { normal: { mean: "1000", sd: "60" } }, b: { normal: { mean: "1050", sd: "80" } } }, ...(rho === "0" ? {} : { correlations: [{ between: ["cost a", "cost b"], rho }] }) },
}, { draws: DRAWS });

describe("two normal costs have the outcomes that theory works out", () => {
  const cases = [
    { rho: "0", cheapest: 0.691462, regret: 19.7797, because: "s = 100: Φ(0.5), and 100 (φ(0.5) - 0.5 (1 - Φ(0.5)))" },
    { rho: "0.8", cheapest: 0.850381, regret: 3.73043, because: "s = √2320 = 48.166: Φ(1.03807), and 48.166 (φ - 1.03807 (1 - Φ))" },
  ];
  it.each(cases)("correlated by $rho: $because", ({ rho, cheapest, regret }) => {
    const one = two(rho);
    const [a, b] = [outcome(one, 0).choice, outcome(one, 1).choice];
    const perfect = one.measureFirst?.perfect;
    expect(Math.abs(a.cheapest - cheapest)).toBeLessThan(4 * a.cheapestStandardError);
    expect(a.cheapest + b.cheapest).toBeCloseTo(1, 12);
    expect(Math.abs((a.expectedRegret ?? 0) - regret)).toBeLessThan(4 * (perfect?.standardError ?? 0));
    // What B is regretted by is that and the 50 that it costs more on average.
    expect(Math.abs((b.expectedRegret ?? 0) - regret - 50)).toBeLessThan(1.5);
    expect(one.measureFirst?.choice).toBe(0);
    // The choice without knowing more is A, so that perfect knowledge saves what A is regretted by.
    expect(perfect?.value).toBeCloseTo(a.expectedRegret ?? 0, 6);
  });

  it("measuring B is worth more than measuring A: 12.95 and 6.80 of the 19.78", () => {
    // E max(0, 1000 - B) = 80 (φ(0.625) - 0.625 (1 - Φ(0.625))); E max(0, A - 1050) = 60 (φ(5/6) - 5/6 (1 - Φ(5/6))).
    const found = two("0").measureFirst?.variables ?? [];
    expect(found.map(({ name, distinguishable }) => [name, distinguishable])).toEqual([["cost b", true], ["cost a", true]]);
    [12.9536, 6.79829].forEach((expected, place) => {
      const { value = 0, standardError = 0 } = found[place] ?? {};
      expect(Math.abs(value - expected)).toBeLessThan(4 * standardError);
    });
  });

  it("states how far the draws settle the difference", () => {
    const { convergence } = two("0");
    expect(convergence).toMatchObject({ first: 0, second: 1, draws: DRAWS, settled: true });
    // 1.96 × 100 / √100,000 = 0.62
    expect(convergence?.halfWidth).toBeCloseTo(0.62, 2);
    expect(convergence?.checkpoints.map((mark) => mark.draws)).toEqual([100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000]);
  });
});

describe("the same draws price every alternative", () => {
  it("A / (A + B) + B / (A + B) is 1 in every draw", () => {
    const one = simulated({
      alternatives: [monthly("a", "10"), monthly("b", "20"), { id: "both", costs: [{ name: "a", monthly: "10" }, { name: "b", monthly: "20" }] }],
      uncertainty: { costs: { a: { lognormal: { p10: "3", p90: "40" } }, b: { beta: { alpha: "2", beta: "3", low: "1", high: "90" } } } },
    });
    const [a, b, both] = one.samples.costs;
    const sums = Array.from({ length: one.draws }, (_, draw) => (a?.[draw] ?? 0) / (both?.[draw] ?? 0) + (b?.[draw] ?? 0) / (both?.[draw] ?? 0));
    expect(Math.max(...sums.map((sum) => Math.abs(sum - 1)))).toBeLessThan(1e-15);
  });

  it("what two alternatives share cancels: the difference of their costs is the same in every draw", () => {
    const cost = (id: string, extra: string) => ({ id, costs: [{ name: "shared", monthly: "100" }, { name: id, monthly: extra }] });
    const one = simulated({ alternatives: [cost("less", "10"), cost("more", "30")], uncertainty: { costs: { shared: { normal: { mean: "100", sd: "30" } } } } });
    expect(one.convergence).toMatchObject({ meanDifference: expect.closeTo(20, 9), halfWidth: expect.closeTo(0, 9) });
    expect(outcome(one, 0).choice.cheapest).toBe(1);
  });
});

describe("the same input gives the same bytes", () => {
  const data = { alternatives: ["cognito", "dynamodb", hand("by-hand", { perMau: "0.01" })], uncertainty: { drivers: { mau: { triangular: ["500", "1000", "9000"] } }, costs: { all: { uniform: ["0.001", "0.02"] } } } };
  it("twice", () => {
    expect(bytes(simulated(data, { draws: 5000, seed: 7 }))).toBe(bytes(simulated(data, { draws: 5000, seed: 7 })));
  });
  it("and another seed other draws of the same distribution", () => {
    const [one, other] = [outcome(simulated(data, { seed: 7 }), 2), outcome(simulated(data, { seed: 8 }), 2)];
    expect(one.summary.mean).not.toBe(other.summary.mean);
    expect(Math.abs(one.summary.mean - other.summary.mean)).toBeLessThan(5 * one.summary.standardError);
  });
  it("draws and seed are the scenario's unless the caller says otherwise", () => {
    expect(simulated({ ...data, uncertainty: { ...data.uncertainty, draws: "300", seed: "9" } })).toMatchObject({ draws: 300, seed: 9 });
    expect(simulated(data, { draws: 200 })).toMatchObject({ draws: 200, seed: 1 });
  });
  it("more draws begin with the fewer", () => {
    const [few, many] = [simulated(data, { draws: 150 }), simulated(data, { draws: 9000 })];
    expect(many.samples.costs.map((column) => [...column.subarray(0, 150)])).toEqual(few.samples.costs.map((column) => [...column]));
  });
});

it.each(["m2mTokenRequests", "smsPerMau", "profileBytes"])("uncertain %s, which no alternative depends on, changes nothing for the others", (driver) => {
  const data = (drivers: Readonly<Record<string, unknown>>) => ({ alternatives: [hand("each", { perMau: "0.01" }), monthly("fixed", "10")], uncertainty: { drivers: { mau: { uniform: ["500", "1800"] }, ...drivers } } });
  const [without, including] = [simulated(data({})), simulated(data({ [driver]: { uniform: ["0", "5"] } }))];
  expect(including.samples.costs).toEqual(without.samples.costs);
  expect(including.choice).toEqual(without.choice);
  expect(including.measureFirst?.perfect).toEqual(without.measureFirst?.perfect);
  expect(including.variables.map(({ name, reaches }) => [name, reaches])).toEqual([["mau", true], [driver, false]]);
  expect(including.measureFirst?.variables.find(({ name }) => name === driver)?.distinguishable).toBe(false);
});
