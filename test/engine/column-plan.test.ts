import { describe, expect, it } from "vitest";
import { assemble } from "../../src/engine/assemble.js";
import { atomStore } from "../../src/engine/atoms.js";
import { codeOf } from "../../src/engine/generated-loop.js";
import type { AlternativeModel } from "../../src/engine/model.js";
import { modelSums } from "../../src/engine/model-sums.js";
import { type Column, compileColumnPlan, type LoopMaker, type Slots } from "../../src/engine/plan.js";
import { atomsOf } from "../../src/engine/sum-operations.js";
import { rateCard } from "../../src/prices/rate-card.js";
import type { DriverName } from "../../src/scenario/driver-spec.js";
import { ONE } from "../../src/units/decimal.js";
import { WAYS } from "../support/both-ways.js";
import { catalogue } from "../support/catalogue.js";
import { scenarioOf } from "../support/models.js";

const card = rateCard(catalogue, { asOf: "2026-10-06", region: "us-east-1", freeTier: true });
const scenario = scenarioOf({
  workload: { mau: "40000", signInsPerMau: "8", federatedShare: "0.1", profileBytes: "1024", smsPerMau: "0.1" },
  alternatives: ["cognito", "postgresql", "dynamodb", "hybrid"].map((id) => ({ id, architecture: id, ...(id === "postgresql" ? { costs: [{ name: "`x\";'\n*/", monthly: "300" }] } : {}) })),
});
const models = assemble(scenario);
const DRAWN = ["mau", "signInsPerMau", "federatedShare"] as const;
const slots: Slots = new Map(DRAWN.map((name, slot) => [name, slot]));
const fixed = (name: string) => scenario.workload.get(name as DriverName) ?? ONE;
const ROWS = 300;
const draws = (rows = ROWS): readonly Column[] => [
  Float64Array.from({ length: rows }, (_, row) => 500 + 977 * row), Float64Array.from({ length: rows }, (_, row) => 1 + (row % 37) / 3), Float64Array.from({ length: rows }, (_, row) => (row % 11) / 40),
];

function priced(of: readonly AlternativeModel[], inputs: readonly Column[], rows: number, loops: LoopMaker): readonly Column[] {
  const plan = compileColumnPlan(of, card, { slots, inputs, rows: inputs[0]?.length ?? 1, fixed, loops });
  plan.run(rows);
  return plan.costs;
}

describe.each(WAYS)("a plan over columns: $way", ({ loops }) => {
  const together = priced(models, draws(), ROWS, loops);

  it("alternatives compiled together cost what each costs alone, to the last bit", () => {
    models.forEach((model, index) => { expect(priced([model], draws(), ROWS, loops)[0]).toEqual(together[index]); });
  });
  it.each([1, 3, 4, 255, 299])("the first %i rows cost what they cost among more", (rows) => {
    expect(priced(models, draws(), rows, loops).map((column) => column.subarray(0, rows))).toEqual(together.map((column) => column.subarray(0, rows)));
  });
  it("rows beyond the asked ones stay as they were", () => {
    expect(priced(models, draws(), 7, loops).map((column) => column.subarray(7).some((cost) => cost !== 0))).toEqual(models.map(() => false));
  });
  it("inputs are read, not changed", () => {
    const inputs = draws();
    priced(models, inputs, ROWS, loops);
    expect(inputs).toEqual(draws());
  });
  it("the inputs of a run count, not those of the day it was made", () => {
    const inputs = draws();
    const plan = compileColumnPlan(models, card, { slots, inputs, rows: ROWS, fixed, loops });
    inputs[0]?.fill(1e5);
    plan.run(ROWS);
    inputs[0]?.set(draws()[0] ?? []);
    plan.run(ROWS);
    expect(plan.costs).toEqual(together);
  });
  it("a row without a value refuses for every alternative, and spoils no other row", () => {
    const inputs = draws();
    for (const column of inputs) column[5] = Number.NaN;
    const costs = priced(models, inputs, ROWS, loops);
    expect(costs.map((column) => column[5])).toEqual(models.map(() => Number.NaN));
    expect(costs.map((column) => [column[4], column[6]])).toEqual(together.map((column) => [column[4], column[6]]));
  });
  it("no column at all is one point", () => {
    const plan = compileColumnPlan(models, card, { slots: new Map(), inputs: [], rows: 4, fixed, loops });
    plan.run(4);
    expect(plan.costs.map((column) => new Set(column).size)).toEqual(models.map(() => 1));
    expect(plan.costs.map((column) => column[0])).not.toContain(0);
  });
  it("an alternative that misses a requirement costs Infinity in every row", () => {
    const [model] = models;
    if (!model) throw new Error("no model");
    expect(new Set(priced([{ ...model, unmet: ["saml"] as never }], draws(), ROWS, loops)[0])).toEqual(new Set([Number.POSITIVE_INFINITY]));
  });
});

it("a driver that has neither a slot nor a value is a defect, said by name", () => {
  expect(() => compileColumnPlan(models, card, { slots, inputs: draws(), rows: ROWS })).toThrow(/no slot for the driver "(profileBytes|smsPerMau)"/);
});

describe("what alternatives share", () => {
  const atomsFor = (of: readonly AlternativeModel[]) => atomsOf(modelSums(atomStore(), of, card, { slots, fixed }));
  it("is computed once: all together have fewer atoms than each alone", () => {
    const alone = models.reduce((total, model) => total + atomsFor([model]).length, 0);
    expect(atomsFor(models).length).toBeLessThan(0.8 * alone);
  });
  it("choosing among nine instance classes with three charges each is a ladder or two over the place in the list", () => {
    const postgresql = models.filter((model) => model.id === "postgresql");
    expect(postgresql[0]?.charges.filter((charge) => /db\./.test(charge.rate)).length).toBe(27);
    const overPlace = atomsFor(postgresql).filter((atom) => atom.kind === "ladder" && atom.of.kind === "max" && atom.of.left.kind === "ladder");
    expect(overPlace.length).toBeGreaterThan(0);
    expect(overPlace.length).toBeLessThanOrEqual(3);
  });
});

it("generated code is numbers and its own names, whatever a scenario says", () => {
  const sums = modelSums(atomStore(), models, card, { slots, fixed });
  const code = codeOf(atomsOf(sums), sums, slots.size);
  const words = new Set(code.match(/[A-Za-z_]\w*/g));
  expect([...words].filter((word) => !/^(?:[iovp]\d+|(?:half|steps|whole|rest|guard)\d+|(?:low|high|upTo|price)\d+_\d+|e\d*)$/.test(word)).sort())
    .toEqual(["Infinity", "Math", "NaN", "abs", "all", "ceil", "const", "count", "for", "found", "inputs", "let", "max", "outs", "return", "row", "unsure"]);
  expect(code.replace(/[\w\s]/g, "")).toMatch(/^[-+*/=<>?:;,.()[\]{}&|]*$/);
});
