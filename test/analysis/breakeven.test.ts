import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakeven } from "../../src/analysis/breakeven.js";
import { study } from "../../src/analysis/study.js";
import { ProblemError } from "../../src/problems/problem.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { decimal, whole } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";

const scenario = (alternatives: string, workload = "mau: 1000") => parseScenario(`name: b\nprices: { asOf: 2026-10-06 }\nworkload: { ${workload} }\nalternatives: ${alternatives}\n`, { file: "b.yaml", hash: "" });
const over = (alternatives: string, from: string, to: string) => breakeven(scenario(alternatives), catalogue, { over: "mau", from: decimal(from), to: decimal(to) });
const flat = (id: string, monthly: string, perMau = "0") => `{ id: ${id}, costs: [{ name: c, monthly: "${monthly}", perMau: "${perMau}" }] }`;

describe("break-even over users", () => {
  it("gives the first count at which the other is cheaper, not the one at which they cost the same", () => {
    const found = over(`[${flat("per-user", "0", "0.01")}, ${flat("fixed", "100")}]`, "1", "10000000");
    expect(found.crossings.map((one) => [one.at.toFixed(), one.from, one.to]), "10,000 x 0.01 = 100 is a tie").toEqual([["10001", "per-user", "fixed"]]);
  });

  it("answers never when nothing crosses", () => {
    expect(over(`[${flat("cheap", "1")}, ${flat("dear", "2")}]`, "1", "10000000")).toMatchObject({ crossings: [], winners: [{ winner: "cheap" }] });
  });

  it("finds a winner of a single value between two others", () => {
    const found = over(`[${flat("a", "0", "1")}, ${flat("b", "100.5", "0.001")}, ${flat("c", "100.601")}]`, "1", "1000");
    expect(found.winners.map((one) => [one.winner, one.from.toFixed(), one.to.toFixed()]), "at 101: a 101, b 100.601, c 100.601, b is named first").toEqual([["a", "1", "100"], ["b", "101", "101"], ["c", "102", "1000"]]);
  });

  it("keeps the first named where alternatives cost the same over a whole range", () => {
    const found = over("[cognito, { id: lite, architecture: cognito, settings: { plan: lite } }]", "1", "10000000");
    expect(found.winners.map((one) => [one.winner, one.to.toFixed()]), "both plans are free up to 10,000").toEqual([["cognito", "10000"], ["lite", "10000000"]]);
    expect(found.evaluated, "decided in stretches, not one by one").toBeLessThan(100);
  });

  it("decides in stretches also where an alternative has no published price at any value", () => {
    const asked = parseScenario("name: b\nprices: { asOf: 2025-08-01 }\nworkload: { mau: 1000, m2mAppClients: 250 }\nalternatives: [cognito, dynamodb]\n", { file: "b.yaml", hash: "" });
    const found = breakeven(asked, catalogue, { over: "mau", from: decimal("1"), to: decimal("10000000") });
    expect(found.winners.map((one) => one.winner), "app clients above 100 had no published price then").toEqual(["dynamodb"]);
    expect(found.evaluated).toBeLessThan(100);
  });

  it("says where none can carry the load", () => {
    const found = over("[auth0-b2c-essentials]", "1", "100000");
    expect(found.winners.map((one) => [one.winner, one.to.toFixed()]), "no published price above 50,000").toEqual([["auth0-b2c-essentials", "50000"], [undefined, "100000"]]);
  });

  it("varies shares as well: federated users cost more on Lite, the same on Essentials beyond the free part", () => {
    const found = breakeven(scenario(`[{ id: lite, architecture: cognito, settings: { plan: lite } }, ${flat("fixed", "700")}]`, "mau: 100000"), catalogue, { over: "federatedShare", from: decimal("0"), to: decimal("1") });
    const crossing = found.crossings[0];
    expect(crossing?.to).toBe("fixed");
    const monthly = (at: string) => study(scenario("[{ id: lite, architecture: cognito, settings: { plan: lite } }]", `mau: 100000, federatedShare: ${at}`), catalogue);
    const cost = (at: string) => { const one = monthly(at); const [model] = one.models; return model ? one.billAt(model, whole(100000)).monthly.toNumber() : Number.NaN; };
    const at = crossing?.at.toFixed() ?? "";
    expect(cost(at)).toBeGreaterThan(700);
    expect(cost(decimal(at).minus(decimal("0.0001")).toFixed())).toBeLessThanOrEqual(700);
  });

  it("agrees with pricing every value exactly, around random sizes", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.constantFrom("0.004", "0.0049", "0.0151", "0.0001"), fc.integer({ min: 0, max: 3000 }), (start, perMau, fixed) => {
      const alternatives = `[cognito, { id: lite, architecture: cognito, settings: { plan: lite } }, postgresql, ${flat("hand", String(fixed), perMau)}]`;
      const found = breakeven(scenario(alternatives), catalogue, { over: "mau", from: whole(start), to: whole(start + 40) });
      const one = study(scenario(alternatives), catalogue);
      const naive = Array.from({ length: 41 }, (_, index) => {
        const costs = one.models.map((model) => one.billAt(model, whole(start + index)).monthly);
        return one.models[costs.reduce((best, cost, at) => (cost.lt(costs[best] ?? cost) ? at : best), 0)]?.id;
      });
      const winnerAt = (count: number) => found.winners.find((winner) => winner.from.lte(count) && winner.to.gte(count))?.winner;
      expect(naive.map((_, index) => winnerAt(start + index))).toEqual(naive);
    }), { numRuns: 12, seed: 7 });
  });

  it("refuses an empty range", () => {
    expect(() => over(`[${flat("a", "1")}]`, "10", "10")).toThrow(ProblemError);
  });
});
