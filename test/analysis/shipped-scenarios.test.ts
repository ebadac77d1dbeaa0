import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { answer, type Comparison, compare } from "../../src/analysis/compare.js";
import { study } from "../../src/analysis/study.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { override } from "../../src/scenario/override.js";
import { plain, sum } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";

const FOLDER = fileURLToPath(new URL("../../scenarios/", import.meta.url));
const scenarios = readdirSync(FOLDER).filter((name) => name.endsWith(".yaml")).sort().map((name) => ({ name, scenario: parseScenario(readFileSync(`${FOLDER}${name}`, "utf8"), { file: name, hash: "" }) }));

/** Everything a comparison says, as text. */
const said = (one: Comparison): string => JSON.stringify({
  points: one.points.map((point) => ({ mau: plain(point.mau), cheapest: point.cheapest?.model.id, bills: point.alternatives.map(({ model, bill }) => [model.id, plain(bill.monthly), bill.lines.map((line) => [line.charge, plain(line.quantity), plain(line.amount), line.steps()])]) })),
  recommendation: { ...one.recommendation, ranking: one.recommendation.ranking.map((ranked) => ranked.model.id), infeasible: one.recommendation.infeasible.map(({ because }) => because) },
  rates: one.rates.map((rate) => [rate.id, rate.source]), assumptions: one.assumptions,
});

describe("every shipped scenario", () => {
  it.each(scenarios)("$name says the same each time it is compared", ({ scenario }) => {
    expect(said(compare(scenario, catalogue))).toBe(said(compare(scenario, { files: [...catalogue.files].reverse() })));
  });

  it.each(scenarios)("$name: the choice alone is the choice of the comparison, word for word", ({ scenario }) => {
    for (const set of ["mau=700", "mau=40000", "mau=3000000"]) {
      const one = override(scenario, { set: [set] });
      const [alone, whole] = [answer(study(one, catalogue), catalogue).recommendation, compare(one, catalogue).recommendation];
      expect([alone.choice, alone.verdict, alone.sentence, alone.reasons, alone.flipTexts]).toEqual([whole.choice, whole.verdict, whole.sentence, whole.reasons, whole.flipTexts]);
    }
  });

  it.each(scenarios)("$name: every month is the sum of its lines, every line of its slices", ({ scenario }) => {
    const bills = compare(scenario, catalogue).points.flatMap((point) => point.alternatives.map(({ bill }) => bill));
    expect(bills.map((bill) => plain(sum(bill.lines.map((line) => line.amount))))).toEqual(bills.map((bill) => plain(bill.monthly)));
    const lines = bills.flatMap((bill) => bill.lines);
    expect(lines.map((line) => plain(sum(line.slices.map((slice) => slice.amount))))).toEqual(lines.map((line) => plain(line.amount)));
  });

  it.each(scenarios)("$name: re-run at each flip over users the other is chosen, one user before it the first still", ({ scenario }) => {
    const { recommendation } = compare(scenario, catalogue);
    const choiceAt = (mau: string): string | undefined => compare(override(scenario, { set: [`mau=${mau}`] }), catalogue).recommendation.choice;
    const flips = recommendation.flips.filter((flip) => flip.driver === "mau");
    const toward = (direction: "above" | "below"): number => (direction === "above" ? -1 : 1);
    expect(flips.map((flip) => choiceAt(plain(flip.at)))).toEqual(flips.map((flip) => flip.to));
    expect(flips.map((flip) => choiceAt(plain(flip.at.plus(toward(flip.direction)))))).toEqual(flips.map(() => recommendation.choice));
  });
});

it("there are scenarios for both price books", () => {
  expect([...new Set(scenarios.map(({ scenario }) => scenario.prices.book))].sort()).toEqual(["aws", "seed"]);
});
