import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "../../src/analysis/compare.js";
import { diffScenarios } from "../../src/analysis/diff-scenarios.js";
import { shapley } from "../../src/analysis/shapley.js";
import { diffResults, parseResult } from "../../src/report/diff-results.js";
import { compareJson, jsonText } from "../../src/report/result-json.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { decimal, plain, sum, whole } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";

const scenario = (text: string): Scenario => parseScenario(text, { file: "s.yaml", hash: "" });
const SEAT = "costs: [{ name: Seat, perMau: ";

describe("Shapley values", () => {
  it("two players who are worth 10, 0 and 30 together get 20 and 10", () => {
    expect(shapley(2, (mask) => whole([0, 10, 0, 30][mask] ?? 0))?.map(plain)).toEqual(["20", "10"]);
  });
  it("add up to the whole exactly, also where thirds do not end", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 8, maxLength: 8 }), (worths) => {
      const parts = shapley(3, (mask) => whole(worths[mask] ?? 0)) ?? [];
      expect(plain(sum(parts))).toBe(String((worths[7] ?? 0) - (worths[0] ?? 0)));
    }));
  });
  it("are not known when a coalition's worth is not", () => {
    expect(shapley(2, (mask) => (mask === 2 ? undefined : whole(mask)))).toBeUndefined();
  });
});

describe("the parts of more than eight players", () => {
  const players = 11;
  const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: players - 1 }), fc.integer({ min: 0, max: players - 1 }), fc.integer({ min: -100, max: 100 })), { maxLength: 20 });
  const alone = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: players, maxLength: players });

  it("are the Shapley values where effects are of one player or of two together: an effect of two goes to each by half", () => {
    fc.assert(fc.property(alone, pairs, (own, joint) => {
      const has = (mask: number, player: number): boolean => (mask & (1 << player)) !== 0;
      const worth = (mask: number) => whole(own.reduce((total, amount, player) => total + (has(mask, player) ? amount : 0), 0) + joint.reduce((total, [a, b, amount]) => total + (has(mask, a) && has(mask, b) ? amount : 0), 0));
      const parts = shapley(players, worth) ?? [];
      const expected = own.map((amount, player) => amount + joint.reduce((total, [a, b, each]) => total + (a === player ? each / 2 : 0) + (b === player ? each / 2 : 0), 0));
      expect(parts.map((part) => part.toNumber())).toEqual(expected.map((part) => part + 0));
    }), { numRuns: 60 });
  });

  it("add up to the whole exactly for any game, and ask for each coalition of the circle only", () => {
    fc.assert(fc.property(fc.infiniteStream(fc.integer({ min: -1000, max: 1000 })), (stream) => {
      const worths = new Map<number, number>();
      const worth = (mask: number): number => { if (!worths.has(mask)) worths.set(mask, stream.next().value ?? 0); return worths.get(mask) ?? 0; };
      const parts = shapley(players, (mask) => whole(worth(mask))) ?? [];
      expect(plain(sum(parts))).toBe(String(worth(2 ** players - 1) - worth(0)));
      expect(worths.size).toBe(players * (players - 1) + 2);
    }), { numRuns: 40 });
  });
});

describe("why two scenarios differ", () => {
  it("names each driver on its own, however many differ", () => {
    const before = scenario("name: a\nworkload: { mau: 60000 }\nalternatives: [dynamodb]\n");
    const after = scenario("name: a\nworkload: { mau: 90000, registeredUsers: 300000, socialShare: 0.2, signUpsPerMonth: 5000, signInsPerMau: 9, tokenRefreshesPerMau: 10, profileReadsPerSignIn: 3, profileWritesPerSignIn: 2, profileBytes: 2048, smsPerMau: 0.1 }\nalternatives: [dynamodb]\n");
    const [one] = diffScenarios(before, after, catalogue).alternatives;
    expect(one?.causes?.map((cause) => cause.factor.name)).toEqual(["mau", "registeredUsers", "socialShare", "signUpsPerMonth", "signInsPerMau", "tokenRefreshesPerMau", "profileReadsPerSignIn", "profileWritesPerSignIn", "profileBytes", "smsPerMau"]);
    expect(plain(sum((one?.causes ?? []).map((cause) => cause.amount)))).toBe(plain(one?.difference ?? whole(0)));
  });

  it("a driver alone, a price by hand alone, and both with their joint effect shared", () => {
    // 1,000 x 0.10 = 100 becomes 2,000 x 0.15 = 300: users alone +100, price alone +50, together +200, so 125 and 75.
    const before = scenario(`name: a\nworkload: { mau: 1000 }\nalternatives: [{ id: x, ${SEAT}"0.10" }] }]\n`);
    const after = scenario(`name: a\nworkload: { mau: 2000 }\nalternatives: [{ id: x, ${SEAT}"0.15" }] }]\n`);
    const [one] = diffScenarios(before, after, catalogue).alternatives;
    expect(plain(one?.difference ?? whole(0))).toBe("200");
    expect(one?.causes?.map((cause) => [cause.factor.kind, cause.factor.name, plain(cause.amount)])).toEqual([["input", "costs", "75"], ["input", "mau", "125"]]);
  });

  it("prices of another day, another plan and more users each take their part, and the parts add up", () => {
    const before = scenario("name: a\nprices: { asOf: 2024-10-31 }\nworkload: { mau: 60000, registeredUsers: 90000 }\nalternatives: [{ id: own, architecture: dynamodb }, { id: c, architecture: cognito, settings: { plan: classic } }]\n");
    const after = scenario("name: a\nprices: { asOf: 2026-10-06 }\nworkload: { mau: 90000, registeredUsers: 90000, smsPerMau: 0.1 }\nalternatives: [{ id: own, architecture: dynamodb, settings: { consistency: eventual } }, { id: c, architecture: cognito, settings: { plan: classic } }]\n");
    const diff = diffScenarios(before, after, catalogue);
    expect(diff.factors.map((factor) => `${factor.kind} ${factor.name}`)).toEqual(["price prices", "model alternatives", "input mau", "input smsPerMau"]);
    for (const one of diff.alternatives) {
      if (!one.difference || !one.causes) throw new Error(`${one.id} is not split`);
      expect(plain(sum(one.causes.map((cause) => cause.amount)))).toBe(plain(one.difference));
      expect(one.causes.every((cause) => !cause.amount.isZero() || cause.factor.name === "alternatives")).toBe(true);
    }
  });

  it("says which difference alone changes the choice", () => {
    const of = (mau: number, fee: string): Scenario => scenario(`name: a\nworkload: { mau: ${mau} }\nalternatives: [{ id: each, ${SEAT}"0.01" }] }, { id: fixed, costs: [{ name: Fee, monthly: "${fee}" }] }]\n`);
    const diff = diffScenarios(of(5000, "100"), of(20_000, "99"), catalogue);
    expect([diff.choiceBefore, diff.choiceAfter, ...diff.enough.map((factor) => factor.name)]).toEqual(["each", "fixed", "mau"]);
  });

  it("the same scenario twice has no causes", () => {
    const one = scenario("name: a\nworkload: { mau: 1000 }\nalternatives: [cognito]\n");
    expect(diffScenarios(one, one, catalogue)).toMatchObject({ factors: [], enough: [] });
  });
});

describe("why two results differ", () => {
  const resultOf = (text: string): string => jsonText(compareJson(compare(scenario(text), catalogue)));
  it("line by line: quantity and price parts add up to each line, lines to the bill", () => {
    const [before, after] = [resultOf("name: a\nprices: { asOf: 2024-10-31 }\nworkload: { mau: 60000 }\nat: { mau: [60000] }\nalternatives: [dynamodb]\n"), resultOf("name: a\nprices: { asOf: 2026-10-06 }\nworkload: { mau: 60000, signInsPerMau: 12 }\nat: { mau: [60000] }\nalternatives: [dynamodb]\n")];
    const diff = diffResults(parseResult(before, "a.json"), parseResult(after, "b.json"));
    const [one] = diff.points[0]?.alternatives ?? [];
    if (!one) throw new Error("the results share a user count");
    expect(sum(one.lines.map((line) => line.difference)).minus(one.difference).abs().lt(decimal("0.0000000000000000000001"))).toBe(true);
    for (const line of one.lines) expect(line.quantity.plus(line.price).plus(line.model).minus(line.difference).abs().lt(decimal("0.0000000000000000000001"))).toBe(true);
    expect(one.lines.some((line) => line.price.lt(0) && line.line.includes("DynamoDB")), "the price cut of 2024-11-01").toBe(true);
  });
  it("refuses what is no result", () => {
    expect(() => parseResult("{\"points\": [], \"provenance\": {}}", "x.json")).toThrow(/x\.json/);
  });
});
