import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "../../src/analysis/compare.js";
import { type Compared, type Sensitivity, sensitivity, type SensitivityOptions } from "../../src/analysis/sensitivity.js";
import type { TornadoBar } from "../../src/analysis/tornado.js";
import { override } from "../../src/scenario/override.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { sensitivitySentence, turnSentences } from "../../src/report/sensitivity-words.js";
import { type Decimal, decimal, plain } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";
import { scenarioOf } from "../support/models.js";

const comparedOf = (one: Sensitivity): Compared => {
  if (!one.compared) throw new Error("nothing was compared");
  return one.compared;
};
const run = (data: Readonly<Record<string, unknown>>, options: SensitivityOptions = {}): Compared => comparedOf(sensitivity(scenarioOf({ workload: { mau: "4000" }, ...data }), catalogue, options));
const said = ({ variable, low, high, turns }: TornadoBar): string => `${variable.name}: ${plain(low.value)} → ${low.difference ? plain(low.difference) : "–"}, ${plain(high.value)} → ${high.difference ? plain(high.difference) : "–"}${turns.map((turn) => `; ${turn.side} ${plain(turn.at)}`).join("")}`;

const FEE = { id: "fee", costs: [{ name: "Fee", monthly: "100" }] };
const SEATS = { id: "seats", costs: [{ name: "Seat", perMau: "0.02" }] };

describe("a tornado worked by hand: 100 a month against 2 cents a user, at 4,000 users", () => {
  // seats cost 80 and are chosen; the fee costs 20 more. Fee - seats = 100 - 0.02 mau = 0 at 5,000 users, at 0.025 a seat, at a fee of 80.
  const { tornado, difference, leaders, ranged } = run({ alternatives: [FEE, SEATS] });

  it("is between the choice and the next", () => {
    expect([leaders.choice.model.id, leaders.rival.model.id, plain(difference)]).toEqual(["seats", "fee", "20"]);
  });

  it("gives the exact difference at both ends of half less and half more, and where it is nothing, the widest first", () => {
    expect(tornado.bars.map(said)).toEqual([
      "cost Fee: 50 → -30, 150 → 70; below 80",
      "mau: 2000 → 60, 6000 → -20; above 5000",
      "cost Seat: 0.01 → 60, 0.03 → -20; above 0.025",
    ]);
  });

  it("has both neighbours of a turn: nothing at 5,000 users, two cents before", () => {
    const turn = tornado.bars.find((bar) => bar.variable.name === "mau")?.turns[0];
    expect([turn && plain(turn.before), turn?.differenceBefore && plain(turn.differenceBefore), turn?.difference && plain(turn.difference), turn?.reason]).toEqual(["4999", "0.02", "0", "cost"]);
  });

  it("says which end flips the answer", () => {
    expect(tornado.bars.map((bar) => [bar.low.flips, bar.high.flips])).toEqual([[true, false], [false, true], [false, true]]);
  });

  it("lists what neither bill depends on, and nothing as idle that would not matter", () => {
    expect(ranged.unreached).toContain("signInsPerMau");
    expect(ranged.unreached).not.toContain("mau");
    expect(ranged.idle).toEqual([]);
  });
});

describe("a tornado over a horizon, worked by hand: 12 months without discount", () => {
  // own: 600 once and 100 a month, 1,800 in all; fee: 200 a month, 2,400 in all.
  const HORIZON = { horizon: { months: "12", discountRate: "0" }, alternatives: [{ id: "own", costs: [{ name: "Set-up", once: "600" }, { name: "Upkeep", monthly: "100" }] }, { id: "fee", costs: [{ name: "Fee", monthly: "200" }] }] };

  it("counts what is paid once, and every month", () => {
    const { tornado, difference } = run(HORIZON, { draws: 100 });
    expect(plain(difference)).toBe("600");
    expect(tornado.bars.map(said)).toEqual(["cost Fee: 100 → -600, 300 → 1800; below 150", "cost Upkeep: 50 → 1200, 150 → 0; above 150", "cost Set-up: 300 → 900, 900 → 300"]);
  });

  it("moves growth too: a seat of 0.02 for 1,000 users that grow by 2 % a month, over two months", () => {
    // seats: 20 + 20 (1 + g); at 1 % 40.2, at 3 % 40.6; the fee is 50 a month.
    const { tornado } = run({ workload: { mau: "1000" }, horizon: { months: "2", discountRate: "0", growth: { compound: "0.02" } }, alternatives: [SEATS, { id: "fee", costs: [{ name: "Fee", monthly: "50" }] }] }, { draws: 100 });
    expect(tornado.bars.map(said)).toContain("growth: 0.01 → 59.8, 0.03 → 59.4");
  });
});

describe("what a tornado must not hide", () => {
  it("another spread moves the ends: a fifth less and more", () => {
    expect(run({ alternatives: [FEE, SEATS] }, { spread: decimal("0.2") }).tornado.bars.map(said)).toContain("mau: 3200 → 36, 4800 → 4");
  });

  it("what both bills share cancels and is listed as still", () => {
    const shared = { name: "Office", monthly: "500" };
    const { tornado } = run({ alternatives: [{ ...FEE, costs: [...FEE.costs, shared] }, { ...SEATS, costs: [...SEATS.costs, shared] }] });
    expect(tornado.still.map((one) => one.name)).toEqual(["cost Office"]);
  });

  it("an end that one cannot carry has no difference, flips, and comes first; its limit is a turn", () => {
    // A volume ends at 12,000 write operations a second: 4 million such users make 9,498 of them, 5.5 million 13,059.
    const { tornado, leaders } = run({ workload: { mau: "4000000", peakToAverage: "20", signInsPerMau: "18", tokenRefreshesPerMau: "120" }, prices: { asOf: "2026-10-06" }, alternatives: ["postgresql", { id: "fee", costs: [{ name: "Fee", monthly: "100000" }] }] });
    expect(leaders.choice.model.id).toBe("postgresql");
    const [first] = tornado.bars;
    const limit = tornado.bars.find((bar) => bar.variable.name === "mau")?.turns.find((turn) => turn.side === "above");
    expect([first?.width, first?.high.flips, limit?.reason, limit?.difference]).toEqual([undefined, true, "limit", undefined]);
    expect(limit && plain(limit.at.minus(limit.before))).toBe("1");
  });

  it("priorities choose the dearer: the difference is below nothing", () => {
    const score = (value: number) => ({ "time-to-market": { score: String(value), because: "test" } });
    const { difference, leaders } = run({ alternatives: [{ ...FEE, scores: score(5) }, { ...SEATS, scores: score(1) }], decision: { cost: "1", priorities: { "time-to-market": "5" } } });
    expect([leaders.choice.model.id, plain(difference)]).toEqual(["fee", "-20"]);
  });

  it("fewer than two that can carry the load leave nothing to explain", () => {
    expect(sensitivity(scenarioOf({ workload: { mau: "10" }, alternatives: [FEE] }), catalogue).compared).toBeUndefined();
  });

  it("stated beliefs go from P10 to P90, and others stay put unless a spread is asked for", () => {
    const data = { alternatives: [FEE, SEATS], uncertainty: { drivers: { mau: { uniform: ["3000", "6000"] } } } };
    expect(run(data).tornado.bars.map(said)).toEqual(["mau: 3300 → 34, 5700 → -14; above 5000"]);
    expect(run(data, { spread: decimal("0.5") }).tornado.bars.map((bar) => `${bar.variable.name} ${bar.variable.origin}`).sort()).toEqual(["cost Fee assumed", "cost Seat assumed", "mau stated"]);
  });

  it("a share moves by points, not by a part of itself, and stays within what the other leaves", () => {
    const { tornado } = run({ workload: { mau: "50000", federatedShare: "0.9", socialShare: "0.05" }, prices: { asOf: "2026-10-06" }, alternatives: ["cognito", FEE] });
    const share = tornado.bars.find((bar) => bar.variable.name === "federatedShare");
    expect(share && [plain(share.low.value), plain(share.high.value)]).toEqual(["0.8", "0.95"]);
  });

  it("a price that its source gives a range for matters only where something of it is bought", () => {
    const rates = (smsPerMau: string) => run({ workload: { mau: "50000", smsPerMau }, prices: { asOf: "2026-10-06" }, alternatives: ["cognito", FEE] }).ranged.variables.filter((variable) => variable.kind === "rate").map((variable) => variable.name);
    expect([rates("0"), rates("0.1")]).toEqual([[], ["rate aws.sms.us.carrier-fee"]]);
  });

  it("a share that has reached all users can be no more", () => {
    // Federated users cost the same with both plans, direct ones more with Plus: 20,000 x 0.001 % x 0.02 = 0.004 at the step before.
    const one = sensitivity(scenarioOf({ workload: { mau: "20000", federatedShare: "0.9" }, prices: { asOf: "2026-10-06" }, alternatives: ["cognito", { id: "plus", title: "Plus", architecture: "cognito", settings: { plan: "plus" } }] }), catalogue, { draws: 100 });
    expect(turnSentences(one)).toEqual(["With company sign-in at 100 %, the two cost the same; at 99.999 % Amazon Cognito costs $0.0040 less."]);
  });

  it("one alternative alone is said to be alone", () => {
    expect(sensitivitySentence(sensitivity(scenarioOf({ workload: { mau: "10" }, alternatives: [FEE] }), catalogue))).toBe("There is one alternative, so there is no difference to explain.");
  });

  it("a spread out of range is an error", () => {
    for (const spread of ["0", "1.1", "-0.5"]) expect(() => run({ alternatives: [FEE, SEATS] }, { spread: decimal(spread) })).toThrow(/--spread: not a part to vary by/);
  });
});

describe("Sobol indices of the difference", () => {
  const shares = (compared: Compared): Readonly<Record<string, { first: number; total: number; indistinguishable: boolean }>> =>
    Object.fromEntries((compared.sobol?.variables ?? []).map(({ name, first, total }) => [name, { first: first.value, total: total.value, indistinguishable: total.indistinguishable }]));

  it("of a sum are the shares of the variances: 30² : 40² = 36 : 64, alone and together", () => {
    const { sobol, ...rest } = run({ alternatives: [FEE, { id: "other", costs: [{ name: "Other", monthly: "200" }] }], uncertainty: { costs: { Fee: { uniform: ["85", "115"] }, Other: { uniform: ["180", "220"] } } } }, { draws: 8192 });
    const found = shares({ sobol, ...rest });
    expect(found["cost Fee"]?.first).toBeCloseTo(0.36, 1);
    expect(found["cost Other"]?.total).toBeCloseTo(0.64, 1);
    for (const { first, total } of sobol?.variables ?? []) {
      expect(first.low <= first.value && first.value <= first.high && total.low <= total.high).toBe(true);
    }
    // The mean of the difference is 200 - 100, its variance (30² + 40²) / 12.
    expect(sobol?.mean).toBeCloseTo(100, 0);
    expect((sobol?.variance ?? 0) / ((900 + 1600) / 12)).toBeCloseTo(1, 1);
  });

  it("of a product leave a part to both together: hours and what an hour costs", () => {
    // X in 0..240 hours a year, R in 0..100 dollars, independent: V(XR) = Vx Vr + Ex² Vr + Er² Vx; with E² = 3 V for both: parts 3/7, 3/7 and 1/7 together.
    const compared = run({
      alternatives: [{ id: "own", costs: [{ name: "Upkeep", hoursPerYear: "120" }] }, { id: "fee", costs: [{ name: "Fee", monthly: "5000" }] }],
      labour: { hourlyRate: "50" }, uncertainty: { costs: { Upkeep: { uniform: ["0", "240"] } }, hourlyRate: { uniform: ["0", "100"] } },
    }, { draws: 8192 });
    const found = shares(compared);
    for (const name of ["cost Upkeep", "hourlyRate"]) {
      expect(found[name]?.first).toBeCloseTo(3 / 7, 1);
      expect(found[name]?.total).toBeCloseTo(4 / 7, 1);
    }
  });

  it("never state a bare negative index: a variable without effect is told as indistinguishable", () => {
    const compared = run({ workload: { mau: "4000", smsPerMau: "0" }, alternatives: [FEE, SEATS], uncertainty: { drivers: { mau: { uniform: ["3000", "6000"] } }, costs: { Seat: { uniform: ["0.01999999", "0.02000001"] } } } }, { draws: 512 });
    const found = shares(compared);
    expect(Object.values(found).every(({ first, total }) => first >= 0 && total >= 0)).toBe(true);
    expect(found.mau?.first).toBeGreaterThan(0.9);
  });

  it("are the same for the same seed, and say draws, seed, and rows left out", () => {
    const data = { alternatives: [FEE, SEATS] };
    const [one, again, other] = [run(data, { draws: 256, seed: 7 }), run(data, { draws: 256, seed: 7 }), run(data, { draws: 256, seed: 8 })];
    expect(JSON.stringify(one.sobol)).toBe(JSON.stringify(again.sobol));
    expect(JSON.stringify(one.sobol?.variables)).not.toBe(JSON.stringify(other.sobol?.variables));
    expect([one.sobol?.draws, one.sobol?.seed, one.sobol?.skipped, one.sobol?.evaluations]).toEqual([256, 7, 0, 256 * 8]);
  });

  it("count the correlations that they leave out", () => {
    const uncertainty = { drivers: { mau: { uniform: ["3000", "6000"] } }, costs: { Fee: { uniform: ["85", "115"] } }, correlations: [{ between: ["mau", "cost Fee"], rho: "0.5" }] };
    expect(run({ alternatives: [FEE, SEATS], uncertainty }, { draws: 128 }).correlations).toBe(1);
  });

  it("drawn federated and social users together are never more than all", () => {
    const uncertainty = { drivers: { federatedShare: { uniform: ["0", "1"] }, socialShare: { uniform: ["0", "1"] } } };
    const { sobol } = run({ workload: { mau: "50000" }, prices: { asOf: "2026-10-06" }, alternatives: ["cognito", FEE], uncertainty }, { draws: 256 });
    // The dearest are 50,000 federated users at 0.015: nobody pays for more users than there are.
    expect(sobol?.skipped).toBe(0);
    expect(Number.isFinite(sobol?.mean)).toBe(true);
  });
});

const shippedScenario = (name: string): Scenario => parseScenario(readFileSync(fileURLToPath(new URL(`../../scenarios/${name}.yaml`, import.meta.url)), "utf8"), { file: name, hash: "" });

describe("the tornado of a shipped scenario holds when the scenario is run again", () => {
  it.each(["consumer-app", "machine-platform", "original-document"])("%s", (name) => {
    const base = { ...shippedScenario(name), horizon: undefined };
    const one = comparedOf(sensitivity(base, catalogue, { draws: 100, spread: decimal("0.5") }));
    const again = (driver: string, value: Decimal): string | undefined => {
      const found = compare(override(base, { set: [`${driver}=${plain(value)}`] }), catalogue);
      const cost = (id: string): Decimal | undefined => found.study.models.flatMap((model) => { const bill = found.study.billAt(model, found.recommendation.mau); return model.id === id && bill.obstacles.length === 0 ? [bill.monthly] : []; })[0];
      const [own, rival] = [cost(one.leaders.choice.model.id), cost(one.leaders.rival.model.id)];
      return own && rival && plain(rival.minus(own));
    };
    const drivers = one.tornado.bars.filter((bar) => bar.variable.kind === "driver");
    expect(drivers.length).toBeGreaterThan(2);
    for (const { variable, low, high, turns } of drivers) {
      for (const end of [low, high]) expect(again(variable.name, end.value), `${variable.name} ${plain(end.value)}`).toBe(end.difference && plain(end.difference));
      for (const turn of turns) expect([again(variable.name, turn.before), again(variable.name, turn.at)]).toEqual([turn.differenceBefore && plain(turn.differenceBefore), turn.difference && plain(turn.difference)]);
    }
  });

  it("consumer-app turns at the users that break-even finds", () => {
    const base = { ...shippedScenario("consumer-app"), horizon: undefined };
    const one = comparedOf(sensitivity({ ...base, uncertainty: { ...base.uncertainty, drivers: new Map(), costs: new Map(), hourlyRate: undefined, correlations: [] } }, catalogue, { draws: 100 }));
    const users = one.tornado.bars.find((bar) => bar.variable.name === "mau");
    const flip = compare(base, catalogue).recommendation.flips.find((each) => each.driver === "mau" && each.direction === "above");
    expect(users?.turns.map((turn) => plain(turn.at))).toEqual([flip && plain(flip.at)]);
  });
});

describe("properties", () => {
  const amount = fc.integer({ min: 1, max: 500 });
  it("differences of fees are linear, and turn where the fees are equal", () => {
    fc.assert(fc.property(amount, amount, (left, right) => {
      fc.pre(left !== right);
      const { tornado, difference } = run({ alternatives: [{ id: "a", costs: [{ name: "A", monthly: String(left) }] }, { id: "b", costs: [{ name: "B", monthly: String(right) }] }] }, { draws: 100 });
      const [less, more] = [Math.min(left, right), Math.max(left, right)];
      expect(plain(difference)).toBe(String(more - less));
      for (const bar of tornado.bars) {
        expect(bar.low.difference?.plus(bar.high.difference ?? 0).div(2).toFixed()).toBe(plain(difference));
        const dearer = bar.variable.name === (left > right ? "cost A" : "cost B");
        const meets = dearer ? less >= more / 2 : more <= 1.5 * less;
        expect(bar.turns.map((turn) => plain(turn.at)), `${bar.variable.name} ${left} ${right}`).toEqual(meets ? [String(dearer ? less : more)] : []);
      }
    }), { numRuns: 25 });
  });
});
