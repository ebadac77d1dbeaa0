import { describe, expect, it } from "vitest";
import { costModel } from "../../src/analysis/cost-model.js";
import { repricedSample } from "../../src/analysis/repriced-sample.js";
import { allSteps } from "../../src/analysis/steps.js";
import { simulate, simulation } from "../../src/analysis/simulate.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { decimal } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";
import { scenarioOf } from "../support/models.js";
import { textsOf } from "../support/problems-of.js";
import { hand } from "../support/recommended.js";
import { monthly, outcome, simulated } from "../support/simulated.js";

const each = hand("each", { perMau: "0.01" });
const column = (one: ReturnType<typeof simulated>, name: string): readonly number[] => [...(one.samples.drawn.get(name) ?? [])];
const clampedOf = (one: ReturnType<typeof simulated>, name: string): number | undefined => one.variables.find((variable) => variable.name === name)?.clamped;

describe("draws stay within what a value may be", () => {
  it("users are whole, and never below 0", () => {
    const one = simulated({ alternatives: [each], uncertainty: { drivers: { mau: { normal: { mean: "10", sd: "20" } } } } });
    const users = column(one, "mau");
    expect(users.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
    // Φ(-0.525) = 29.98 % round to a whole number below 0.
    expect(Math.abs((clampedOf(one, "mau") ?? 0) / one.draws - 0.2998)).toBeLessThan(0.013);
    expect(users.filter((count) => count === 0).length).toBeGreaterThan(clampedOf(one, "mau") ?? 0);
  });

  it("a share that is drawn alone leaves room for the other one, and the draws taken back are counted", () => {
    const one = simulated({ workload: { mau: "1000", socialShare: "0.3" }, alternatives: ["cognito"], uncertainty: { drivers: { federatedShare: { normal: { mean: "0.6", sd: "0.1" } } } } });
    const shares = column(one, "federatedShare");
    expect(Math.max(...shares)).toBe(0.7);
    // 1 - Φ(1) = 15.87 % lie above 0.7.
    expect(shares.filter((share) => share === 0.7)).toHaveLength(clampedOf(one, "federatedShare") ?? 0);
    expect(Math.abs((clampedOf(one, "federatedShare") ?? 0) / one.draws - 0.1587)).toBeLessThan(0.011);
    expect(one.sharesLowered).toBe(0);
  });

  it("two shares that come to more than all users are both lowered in proportion", () => {
    const data = { workload: { mau: "1000" }, alternatives: ["cognito"], uncertainty: { drivers: { federatedShare: { uniform: ["0", "0.8"] }, socialShare: { uniform: ["0.2", "1"] } } } };
    const one = simulated(data);
    const [federated, social] = [column(one, "federatedShare"), column(one, "socialShare")];
    const sums = federated.map((share, draw) => share + (social[draw] ?? 0));
    expect(Math.max(...sums)).toBe(1);
    expect(sums.filter((sum) => sum === 1)).toHaveLength(one.sharesLowered);
    // Half of the square lies above its diagonal.
    expect(Math.abs(one.sharesLowered / one.draws - 0.5)).toBeLessThan(0.015);
    expect([...one.samples.costs[0] ?? []].every((cost) => cost >= 0)).toBe(true);
  });

  it("correlated values are drawn together, each with its own distribution", () => {
    const one = simulated({
      alternatives: [monthly("a", "10"), monthly("b", "10")],
      uncertainty: { costs: { a: { uniform: ["0", "1"] }, b: { triangular: ["5", "6", "9"] } }, correlations: [{ between: ["cost a", "cost b"], rho: "0.9" }] },
    });
    const [a, b] = [column(one, "cost a"), column(one, "cost b")];
    const rank = (values: readonly number[]): readonly number[] => {
      const order = values.map((_, draw) => draw).sort((x, y) => (values[x] ?? 0) - (values[y] ?? 0));
      const places = Array.from({ length: values.length }, () => 0);
      order.forEach((draw, place) => { places[draw] = place; });
      return places;
    };
    const [left, right] = [rank(a), rank(b)];
    const [n, middle] = [a.length, (a.length - 1) / 2];
    const spearman = left.reduce((sum, place, draw) => sum + (place - middle) * ((right[draw] ?? 0) - middle), 0) / ((n * (n * n - 1)) / 12);
    // 6/π asin(0.9 / 2) = 0.8915
    expect(spearman).toBeCloseTo(0.8915, 1);
    expect(Math.min(...b)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...b)).toBeLessThanOrEqual(9);
  });
});

describe("what cannot be drawn is an error that says where and what to type", () => {
  const head = ["name: test", "workload: { mau: 1000 }", "alternatives: [{ id: x, costs: [{ name: a, monthly: 1 }, { name: b, monthly: 1 }, { name: c, monthly: 1 }] }, cognito]"];
  const beliefs = ["uncertainty:", "  costs: { a: { uniform: [0, 1] }, b: { uniform: [0, 1] }, c: { uniform: [0, 1] } }", "  correlations:"];
  const pair = (left: string, right: string, rho: string): string => `    - { between: [cost ${left}, cost ${right}], rho: ${rho} }`;
  const cases = [
    { says: "correlations that contradict each other", lines: [...beliefs, pair("a", "b", "0.9"), pair("b", "c", "0.9"), pair("a", "c", "-0.9")], text: 'test.yaml:6:3: the correlations of "cost a", "cost b", "cost c" cannot all hold at once (they could if each were 0.55 times as strong)' },
    { says: "a pair that is stated twice", lines: [...beliefs, pair("a", "b", "0.9"), pair("a", "c", "0"), pair("b", "a", "0.5")], text: 'test.yaml:9:7: the correlation of "cost b" and "cost a" is stated twice (keep one)' },
    { says: "nothing uncertain", lines: [], text: "test.yaml: nothing is uncertain here, so all draws would be the same (expected `uncertainty: { drivers: { mau: { triangular: [500, 1000, 2000] } } }` or other values that are not known; or assume that everything may be so much less or more: --spread 0.2)" },
    { says: "an uncertain rate that nothing uses", lines: ["uncertainty:", "  rates:", "    aws.cognito.essentials.mua: { uniform: [1, 2] }"], text: 'test.yaml:6:5: no alternative uses the rate "aws.cognito.essentials.mua" (did you mean "aws.cognito.essentials.mau"?)' },
  ];
  it.each(cases)("$says", ({ lines, text }) => {
    const scenario = parseScenario([...head, ...lines].join("\n"), { file: "test.yaml", hash: "" });
    expect(textsOf(() => simulate(scenario, catalogue))).toEqual([text]);
  });
});

describe("a belief in values that a variable can never take is an error of the file", () => {
  const file = (...lines: readonly string[]): string => ["name: test", "workload: { mau: 1000, federatedShare: 0.2 }", "horizon: { months: 12, growth: { compound: 0.01 } }", "alternatives: [{ id: x, costs: [{ name: a, monthly: 1 }] }, cognito]", "uncertainty:", ...lines].join("\n");
  const cases = [
    { says: "users below none", lines: ["  drivers: { mau: { uniform: [-2000, 1000] } }"], texts: ['test.yaml:6:31: "mau" can never be that (found -2000; expected 0 to 100000000000)'] },
    { says: "a share above all", lines: ["  drivers: { federatedShare: { triangular: [0.2, 0.5, 5] } }"], texts: ['test.yaml:6:55: "federatedShare" can never be that (found 5; expected 0 to 1)'] },
    { says: "both ends of a beta distribution", lines: ["  drivers: { socialShare: { beta: { alpha: 1, beta: 2, low: -1, high: 1.5 } } }"], texts: ['test.yaml:6:61: "socialShare" can never be that (found -1; expected 0 to 1)', 'test.yaml:6:71: "socialShare" can never be that (found 1.5; expected 0 to 1)'] },
    { says: "half an account, and bytes below none", lines: ["  drivers: { registeredUsers: { discrete: { 1000.5: 1 } }, profileBytes: { empirical: [5, -1] } }"], texts: ['test.yaml:6:45: "registeredUsers" is counted in whole numbers (found 1000.5)', 'test.yaml:6:91: "profileBytes" can never be that (found -1; expected 0 to 400000)'] },
    { says: "a mean and a tenth beyond", lines: ["  drivers: { signInsPerMau: { normal: { mean: -1, sd: 5 } }, returningShare: { lognormal: { p10: 2, p90: 3 } } }"], texts: ['test.yaml:6:47: "signInsPerMau" can never be that (found -1; expected 0 to 100000)', 'test.yaml:6:98: "returningShare" can never be that (found 2; expected 0 to 1)'] },
    {
      says: "money, growth and prices too", lines: ["  hourlyRate: { uniform: [-5, 60] }", "  costs: { a: { triangular: [-1, 5, 6] } }", "  growth: { uniform: [-2, 0.5] }", "  rates: { aws.cognito.essentials.mau: { uniform: [-0.1, 1] } }"],
      texts: ['test.yaml:6:27: "hourlyRate" can never be that (found -5; expected 0 to 1000000000000)', 'test.yaml:7:30: "a" can never be that (found -1; expected 0 to 1000000000000)', 'test.yaml:8:23: "growth" can never be that (found -2; expected -0.99 to 1)', 'test.yaml:9:52: "aws.cognito.essentials.mau" can never be that (found -0.1; expected 0 to 1000)'],
    },
    { says: "a key that is no number is told with how to write it", lines: ["  drivers: { mau: { discrete: { 2e3: 1 } } }"], texts: ['test.yaml:6:33: "2e3": not a plain decimal number (found "2e3"; expected digits with at most one point, such as 50000 or 0.25; write 2000)'] },
  ];
  it.each(cases)("$says", ({ lines, texts }) => {
    expect(textsOf(() => parseScenario(file(...lines), { file: "test.yaml", hash: "" }))).toEqual(texts);
  });
  it("tails may reach beyond: they are taken back", () => {
    expect(textsOf(() => parseScenario(file("  drivers: { mau: { normal: { mean: 10, sd: 90 } }, federatedShare: { lognormal: { p10: 0.2, p90: 1.5 } } }"), { file: "test.yaml", hash: "" }))).toEqual([]);
  });
});

describe("prices whose source gives a range", () => {
  const text = (smsPerMau: string) => simulated({ workload: { mau: "1000", smsPerMau }, alternatives: ["cognito"] }, { spread: decimal("0.2") }).variables.filter((variable) => variable.kind === "rate").map(({ name, origin }) => `${name} ${origin}`);
  it("are drawn where they are paid", () => {
    expect(text("0.5")).toEqual(["rate aws.sms.us.carrier-fee source"]);
  });
  it("and left alone where nothing of theirs is used", () => {
    expect(text("0")).toEqual([]);
  });
  it("suffice for a simulation", () => {
    expect(simulated({ workload: { mau: "1000", smsPerMau: "0.5" }, alternatives: ["cognito"] }).variables).toHaveLength(1);
  });
});

describe("a spread is the caller's assumption", () => {
  const data = { workload: { mau: "1000" }, alternatives: [each, monthly("fixed", "10")], uncertainty: { drivers: { mau: { uniform: ["900", "1000"] } } } };
  it("it stands beside what the scenario believes, and leaves out what reaches no cost", () => {
    const one = simulated(data, { spread: decimal("0.2") });
    expect(one.variables.map(({ name, origin }) => [name, origin])).toEqual([["mau", "stated"], ["cost all", "assumed"], ["cost fixed", "assumed"]]);
    expect(outcome(one, 1).summary.least).toBeGreaterThanOrEqual(8);
    expect(outcome(one, 1).summary.most).toBeLessThanOrEqual(12);
    // 10 × (0.8 + 0.4 × 0.1)
    expect(outcome(one, 1).summary.p10).toBeCloseTo(8.4, 1);
  });
});

describe("a sample of the draws is priced again exactly", () => {
  const scenario = scenarioOf({ workload: { mau: "40000" }, alternatives: ["cognito", "postgresql", "dynamodb"], uncertainty: { drivers: { mau: { uniform: ["1", "3000000"] }, signInsPerMau: { uniform: ["1", "30"] } } } });
  it("fifty draws of a month, with differences that doubles explain", () => {
    const one = simulated({ workload: { mau: "40000" }, alternatives: ["cognito", "postgresql", "dynamodb"], uncertainty: { drivers: { mau: { uniform: ["1", "3000000"] } } } });
    expect(one.repriced.draws).toBe(50);
    expect(one.repriced.largest).toBeGreaterThanOrEqual(0);
    expect(one.repriced.largest).toBeLessThan(1e-6);
  });
  it("a fast path that were off would be told as a defect", () => {
    const model = costModel(scenario, catalogue, ["mau"], "month");
    const drawn = new Map([["mau", Float64Array.of(5000, 70_000)]]);
    const { costs } = model.fast(drawn, 2);
    expect(allSteps(repricedSample(model, drawn, costs, [0, 1])).draws).toBe(2);
    const wrong = costs.map((cost) => cost.map((dollars) => dollars + 0.000_01));
    expect(() => allSteps(repricedSample(model, drawn, wrong, [1]))).toThrow(/the fast path is off at draw 1 for cognito/);
    const impossible = costs.map((cost) => cost.map(() => Number.POSITIVE_INFINITY));
    expect(() => allSteps(repricedSample(model, drawn, impossible, [0]))).toThrow(/the fast path is off/);
  });
});

describe("over a horizon", () => {
  const data = (mau: string, more: Readonly<Record<string, unknown>> = {}) => ({ workload: { mau }, horizon: { months: "12", growth: { compound: "0.02" } }, migration: { from: "cognito" }, alternatives: ["cognito", "postgresql", { id: "dynamodb", costs: [{ name: "Build", hoursOnce: "100" }], architecture: "dynamodb" }], ...more });
  it("a draw costs what the scenario costs with the drawn value stated, accounts that follow the users included", () => {
    const one = simulated(data("1000", { uncertainty: { drivers: { mau: { discrete: { 50000: "1" } } } } }), { draws: 100 });
    const exact = costModel(scenarioOf(data("50000")), catalogue, [], "horizon").exact(new Map());
    for (const [place, cost] of exact.entries()) expect(one.samples.costs[place]?.[0]).toBeCloseTo(cost?.toNumber() ?? Number.NaN, 6);
    expect(one).toMatchObject({ measure: "horizon", months: 12 });
  });
  it("uncertain growth, hours and costs once count", () => {
    const one = simulated(data("20000", { uncertainty: { growth: { uniform: ["0", "0.05"] }, hourlyRate: { uniform: ["70", "150"] }, costs: { Build: { uniform: ["50", "400"] } } } }), { draws: 500 });
    expect(one.variables.map(({ name, reaches }) => [name, reaches])).toEqual([["hourlyRate", true], ["growth", true], ["cost Build", true]]);
    expect(outcome(one, 2).summary.standardDeviation).toBeGreaterThan(5000);
    // 1,500 exact bills for 12 months of 3 alternatives.
    expect(one.repriced.draws).toBe(41);
    expect(one.repriced.largest).toBeLessThan(1e-6);
  });
});

it("work goes in steps that say how far it is", () => {
  const shares = [...simulation(scenarioOf({ workload: { mau: "10" }, alternatives: [each], uncertainty: { drivers: { mau: { uniform: ["1", "9"] } } } }), catalogue, { draws: 20_000 })];
  expect(shares.length).toBeGreaterThan(5);
  expect(shares.every((share, step) => share > (shares[step - 1] ?? 0) && share < 1)).toBe(true);
});

describe("an alternative that cannot carry every draw", () => {
  // Cognito's own sender stops at 50 messages a day: the month's e-mails pass it at a user count in the middle.
  const one = simulated({ workload: { mau: "10000" }, alternatives: [{ id: "built-in", architecture: "cognito", settings: { emailSender: "cognito" } }, monthly("dear", "100000")], uncertainty: { drivers: { mau: { uniform: ["1", "60000"] } } } });
  const [limited, dear] = [outcome(one, 0), outcome(one, 1)];
  it("says in how many, and its figures are over the others", () => {
    expect(limited.choice.infeasible).toBeGreaterThan(0);
    expect(limited.choice.infeasible).toBeLessThan(one.draws);
    expect(limited.summary.count + limited.choice.infeasible).toBe(one.draws);
    expect(limited.choice.cheapest + dear.choice.cheapest).toBeCloseTo(1, 12);
    expect(dear.choice.cheapest * one.draws).toBeCloseTo(limited.choice.infeasible, 6);
  });
  it("knowing the users is worth what taking the cheaper one where it is possible saves", () => {
    // Without knowing, only the dear one is sure enough to be chosen; the bin that the limit falls into stays with it.
    const { choice, perfect, variables } = one.measureFirst ?? {};
    expect(choice).toBe(1);
    expect(perfect?.value).toBeCloseTo(limited.choice.cheapest * (100_000 - limited.summary.mean), 6);
    expect(variables?.[0]).toMatchObject({ name: "mau", distinguishable: true });
    expect((variables?.[0]?.value ?? 0) / (perfect?.value ?? 0)).toBeGreaterThan(0.9);
  });
});
