import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { advise } from "../../src/analysis/advice.js";
import { compare } from "../../src/analysis/compare.js";
import type { FlipCondition } from "../../src/analysis/flip-conditions.js";
import { override } from "../../src/scenario/override.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { plain } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";
import { scenarioOf } from "../support/models.js";

const said = (one: FlipCondition): string => `${one.variable.label} ${one.direction} ${plain(one.at)}: ${one.to}`;
const conditionsOf = (scenario: Scenario): readonly string[] => advise(scenario, catalogue).flips.conditions.map(said);
const scenario = (more: Readonly<Record<string, unknown>>): Scenario => scenarioOf({ workload: { mau: "5000" }, ...more });

describe("conditions with known answers", () => {
  const cases = [
    {
      says: "fixed price against price per user", expected: ["Fee below 49.99: fixed", "Seat above 0.02001: fixed"],
      because: "5,000 x 0.01 = 50: a fee of 50 ties and the choice stands, 49.99 wins; 100 / 5,000 = 0.02 ties, a step more loses",
      alternatives: [{ id: "fixed", costs: [{ name: "Fee", monthly: "100" }] }, { id: "each", costs: [{ name: "Seat", perMau: "0.01" }] }],
    },
    {
      says: "hours against a fee", expected: ["an hour of work above 171.43: fee", "Upkeep above 120.01: fee", "Fee below 583.33: fee"],
      because: "70 h x 100 / 12 = 583.33…; 1,000 x 12 / 70 = 171.428…; 1,000 x 12 / 100 = 120 hours tie",
      alternatives: [{ id: "own", costs: [{ name: "Upkeep", hoursPerYear: "70" }] }, { id: "fee", costs: [{ name: "Fee", monthly: "1000" }] }],
    },
  ];
  it.each(cases)("$says: $because", ({ alternatives, expected }) => {
    expect([...conditionsOf(scenario({ alternatives }))].sort()).toEqual([...expected].sort());
  });

  it("a horizon counts what is paid once: 12 months without discount", () => {
    // own: 600 once + 12 x 100 = 1,800; fee: 12 x 200 = 2,400. Set-up may reach 1,200, the upkeep 150, the fee may fall to 150.
    const alternatives = [{ id: "own", costs: [{ name: "Set-up", once: "600" }, { name: "Upkeep", monthly: "100" }] }, { id: "fee", costs: [{ name: "Fee", monthly: "200" }] }];
    const found = conditionsOf(scenario({ alternatives, horizon: { months: "12", discountRate: "0" } }));
    expect([...found].sort()).toEqual(["Fee below 149.99: fee", "Set-up above 1200.01: fee", "Upkeep above 150.01: fee"]);
  });

  it("names what changes nothing, with the range that was tried", () => {
    // Small may grow tenfold to 10 and stays below 100; Large flips once it falls below 1.
    const { flips } = advise(scenario({ alternatives: [{ id: "cheap", costs: [{ name: "Small", monthly: "1" }] }, { id: "dear", costs: [{ name: "Large", monthly: "100" }] }] }), catalogue);
    expect(flips.conditions.map(said)).toEqual(["Large below 0.99: dear"]);
    expect(flips.steady.map((one) => `${one.label} ${plain(one.from)} to ${plain(one.to)}`)).toEqual(["Small 0 to 10"]);
  });
});

const shipped = ["consumer-app", "b2b-saas", "marketplace", "machine-platform"];

describe("conditions of shipped scenarios hold when the scenario is run again", () => {
  it.each(shipped)("%s", (name) => {
    const text = readFileSync(fileURLToPath(new URL(`../../scenarios/${name}.yaml`, import.meta.url)), "utf8");
    const base = parseScenario(text, { file: name, hash: "" });
    const advice = advise(base, catalogue);
    const drivers = advice.flips.conditions.filter((one) => one.variable.kind === "driver");
    const choiceAt = (driver: string, value: string): string | undefined => compare(override(base, { set: [`${driver}=${value}`] }), catalogue).recommendation.choice;
    for (const { variable, at, to, direction } of drivers) {
      expect(choiceAt(variable.name, plain(at)), said({ variable, at, to, direction, reason: "choice" })).toBe(to);
      const nearer = direction === "above" ? at.minus(variable.step) : at.plus(variable.step);
      expect(choiceAt(variable.name, plain(nearer))).toBe(advice.recommendation.choice);
    }
    expect(advice.flips.conditions.length + advice.flips.steady.length).toBeGreaterThan(5);
  });
});
