import { describe, expect, it } from "vitest";
import { sectionsMarkdown } from "../../src/report/render/markdown.js";
import { samplesCsv } from "../../src/report/samples-csv.js";
import { outcomesChart, uncertaintySection } from "../../src/report/sections/uncertainty.js";
import { simulationCsv, simulationDoc } from "../../src/report/simulation-report.js";
import { answerSentence, caveats, checkSentence } from "../../src/report/simulation-words.js";
import { convergenceSentences } from "../../src/report/convergence-words.js";
import { measureSentences } from "../../src/report/measure-first-words.js";
import { percentText, plusMinus } from "../../src/report/draw-words.js";
import { decimal } from "../../src/units/decimal.js";
import { hand } from "../support/recommended.js";
import { monthly, outcome, simulated } from "../support/simulated.js";

const normal = (mean: string, sd: string) => ({ normal: { mean, sd } });
/** B - A is N(50, 100): A is the cheapest in 69.1 % of the draws. */
const two = simulated({ alternatives: [monthly("a", "1000"), monthly("b", "1050")], uncertainty: { costs: { a: normal("1000", "60"), b: normal("1050", "80") } } });

describe("words", () => {
  it.each([
    { share: 0, text: "0 %" }, { share: 0.00001, text: "<0.1 %" }, { share: 0.0006, text: "0.1 %" }, { share: 0.62149, text: "62.1 %" }, { share: 0.9994, text: "99.9 %" }, { share: 0.99999, text: ">99.9 %" }, { share: 1, text: "100 %" },
  ])("a share of $share reads $text", ({ share, text }) => {
    expect(percentText(share)).toBe(text);
  });
  it("an error of 1 is an interval of 1.96, and hardly anything says so", () => {
    expect([plusMinus(1), plusMinus(0.001), plusMinus(0)]).toEqual(["±$1.96", "±<$0.01", "±$0.00"]);
  });
  it("the answer names who is cheapest how often, and what that costs", () => {
    expect(answerSentence(two)).toMatch(/^a is the cheapest in 6[89](\.\d)? % of the draws and costs \$9\d\d to \$1,0\d\d a month in eight of ten\.$/);
  });
  it("who is cheapest most often need not cost least on average", () => {
    // Mostly 900 against 1,000, in one case of five 5,000.
    const one = simulated({ alternatives: [monthly("risky", "900"), monthly("steady", "1000")], uncertainty: { costs: { risky: { discrete: { 900: "4", 5000: "1" } } } } });
    expect(answerSentence(one)).toMatch(/^risky is the cheapest in (79|80)(\.\d)? % .* On average steady costs less: \$1,000 against \$1,[67]\d\d\.$/);
    expect(measureSentences(one)[0]).toMatch(/^Knowing everything before the choice would save \$\d+(\.\d\d)? a month on average \(±\$\d\.\d\d\), against always taking steady\.$/);
  });
  it("nothing to choose from is said", () => {
    const one = simulated({ workload: { mau: "100000" }, alternatives: [{ id: "built-in", architecture: "cognito", settings: { emailSender: "cognito" } }], uncertainty: { drivers: { mau: { uniform: ["100000", "200000"] } } } });
    expect(answerSentence(one)).toBe("None of the alternatives can carry the load in any draw.");
    expect(measureSentences(one)).toEqual([]);
    expect(caveats(one)).toContain("In 100 % of the draws none of the alternatives can carry the load.");
    expect(outcomesChart(one).rows[0]).toMatchObject({ outcome: null, cheapest: { share: 0 }, note: "not possible in 100 % of the draws" });
  });
  it("a difference that the draws do not settle is told with the number that would", () => {
    const one = simulated({ alternatives: [monthly("a", "1000"), monthly("b", "1000")], uncertainty: { costs: { a: normal("1000", "200"), b: normal("1001", "200") } } }, { draws: 200 });
    const { shareOfDifference = 0 } = one.convergence ?? {};
    expect(one.convergence?.settled).toBe(false);
    const [said] = convergenceSentences(one).slice(-1);
    expect(said).toContain("do not settle which of the two is cheaper on average; ");
    const needed = Number(/about ([\d,]+) would/.exec(said ?? "")?.[1]?.replaceAll(",", ""));
    expect(needed / (200 * shareOfDifference ** 2)).toBeCloseTo(1, 1);
  });
  it("what is cheapest in every draw is told with what draws cannot rule out: 3 in 1,000 at 1,000 draws", () => {
    const one = simulated({ alternatives: [monthly("a", "10"), monthly("b", "90")], uncertainty: { costs: { a: { uniform: ["5", "15"] } } } }, { draws: 1000 });
    expect(convergenceSentences(one)[0]).toBe("All 1,000 draws agree: another is cheaper in less than 0.3 % of all cases (95 % confidence), if these beliefs are right.");
    expect(measureSentences(one)).toEqual(["Nothing is cheaper than a in any draw: no measurement would change the choice."]);
  });
  it("a single alternative is not called the cheapest", () => {
    const one = simulated({ alternatives: [monthly("a", "10")], uncertainty: { costs: { a: { uniform: ["5", "15"] } } } });
    expect(answerSentence(one)).toMatch(/^a, the only alternative, costs \$[56]\.\d\d to \$1[34]\.\d\d? a month in eight of ten draws\.$/);
    expect(convergenceSentences(one)).toEqual([]);
    expect(measureSentences(one)).toEqual(["With one alternative there is nothing to choose, and no measurement changes that."]);
  });
  it("ties are told, with how often each costs the least", () => {
    // free costs nothing in every draw, seats nothing for the half of the draws without users.
    const one = simulated({ alternatives: [monthly("free", "0"), hand("seats", { perMau: "1" })], uncertainty: { drivers: { mau: { discrete: { 0: "1", 1000: "1" } } } } });
    expect(caveats(one).find((text) => text.includes("cost the same"))).toMatch(/^In (49|50)(\.\d)? % of the draws two or more cost the same and nothing costs less; the one named first counts as the cheapest there\. With ties counted for each: seats (49|50)(\.\d)? %\.$/);
  });
  it("means compare the draws in which both are possible, and the words say so", () => {
    // Cognito's own sender ends at 1,500 e-mails a month, one for each user here: beyond it only the fee is left.
    const one = simulated({
      workload: { mau: "1000", emailsPerMau: "1", signUpsPerMonth: "0", passwordResetsPerMau: "0" }, alternatives: [hand("fee", { perMau: "1" }), { id: "built-in", architecture: "cognito", settings: { emailSender: "cognito", plan: "lite" } }],
      uncertainty: { drivers: { mau: { uniform: ["100", "2000"] } }, costs: { all: { lognormal: { p10: "0.00001", p90: "0.001" } } } },
    });
    const [both] = convergenceSentences(one).slice(-1);
    expect(one.convergence?.draws).toBeLessThan(one.draws);
    expect(both).toMatch(/^In the 7\d(\.\d)? % of the draws in which both are possible, /);
  });
  it("equal costs are not settled by more draws", () => {
    const one = simulated({ alternatives: [hand("a", { perMau: "1" }), hand("b", { perMau: "1" })], uncertainty: { drivers: { mau: { uniform: ["1", "9"] } } } });
    expect(convergenceSentences(one)).toEqual(["a and b cost the same in every draw."]);
  });
  it("the check against exact prices is told", () => {
    expect(checkSentence(two)).toBe("50 draws were priced again exactly; the largest difference was less than a billionth of a dollar.");
  });
});

describe("caveats", () => {
  const texts = caveats(simulated({
    workload: { mau: "1000", socialShare: "0.5" }, decision: { cost: "5", priorities: { federation: "2" } }, alternatives: [hand("each", { perMau: "0.01" }, { costs: [{ name: "Seats", perMau: "0.01" }, { name: "Build", once: "500" }] }), "cognito"],
    uncertainty: { drivers: { mau: { uniform: ["1500", "2500"] }, federatedShare: { uniform: ["0.2", "0.7"] } }, costs: { Build: { uniform: ["100", "900"] } } },
  }, { spread: decimal("0.1") }));
  it.each([
    "The value that the scenario counts with lies outside what eight of ten draws span: active users, company sign-in.",
    "Paid once, so no part of a month: “Build”. A horizon counts it.",
    "By cost alone: the scenario's priorities are not part of these figures.",
  ])("%s", (text) => {
    expect(texts).toContain(text);
  });
  it("name what the caller assumed, and draws that were taken back", () => {
    expect(texts.some((text) => /^Assumed by the caller, not known: .*“Seats” may each be 10 % less or more/.test(text))).toBe(true);
    expect(texts.some((text) => /federatedShare (?:lay beyond|and socialShare came)/.test(text))).toBe(true);
  });
});

describe("the chart and the tables say what the simulation says", () => {
  const section = uncertaintySection(two);
  const [block] = section.blocks;
  const chart = block?.kind === "chart" && block.chart.kind === "distribution" ? block.chart : undefined;
  it("quantiles, shares and hills", () => {
    expect(chart?.rows.map((row) => [row.alternative, row.outcome?.p50.value, row.cheapest.share])).toEqual([0, 1].map((place) => [outcome(two, place).model.id, outcome(two, place).summary.p50, outcome(two, place).choice.cheapest]));
    for (const row of chart?.rows ?? []) {
      expect(row.density?.heights.length).toBe(32);
      expect(row.density?.from).toBeLessThan(row.outcome?.p10.value ?? 0);
      expect(row.density?.to).toBeGreaterThan(row.outcome?.p90.value ?? 0);
    }
    expect(chart?.x.scale).toBe("linear");
  });
  it("costs decades apart stand on a log axis", () => {
    const one = simulated({ alternatives: [monthly("small", "10"), monthly("large", "9000")], uncertainty: { costs: { small: { uniform: ["5", "15"] } } } });
    expect(outcomesChart(one).x.scale).toBe("log");
    expect(outcomesChart(one).rows[1]?.density).toBeUndefined();
  });
  it("what to measure first stands in a table, the most valuable first", () => {
    const table = section.blocks.flatMap((one) => (one.kind === "table" && one.table.id === "measure-first" ? [one.table] : []))[0];
    expect(table?.rows.map((row) => row.cells[0]?.text)).toEqual(["“b”", "“a”", "Everything at once"]);
    expect(sectionsMarkdown(simulationDoc(two))).toContain("**What to measure first: what knowing it before the choice would save on average**");
  });
});

describe("CSV", () => {
  it("a row for each alternative", () => {
    const [head, first, second, ...rest] = simulationCsv(two).trimEnd().split("\n");
    expect(head).toBe("alternative,title,measure,months,draws,seed,stated_usd,cheapest,infeasible,p10_usd,p50_usd,p90_usd,mean_usd,standard_error_usd,regret_usd");
    expect(first).toMatch(/^a,a,month,1,20000,1,1000,0\.6[89]\d*,0,9\d\d\.\d+,/);
    expect(second?.startsWith("b,b,month,1,20000,1,1050,")).toBe(true);
    expect(rest).toEqual([]);
  });
  it("the draws themselves: what was drawn, and what each alternative costs then", () => {
    const one = simulated({ alternatives: [hand("each", { perMau: "0.01" }), { id: "built-in", architecture: "cognito", settings: { emailSender: "cognito" } }], uncertainty: { drivers: { mau: { uniform: ["1", "90000"] } } } }, { draws: 300 });
    const [head, ...rows] = samplesCsv(one).trimEnd().split("\n").map((line) => line.split(","));
    expect(head).toEqual(["draw", "mau", "each_usd", "built-in_usd"]);
    expect(rows.map(([draw]) => Number(draw))).toEqual(Array.from({ length: 300 }, (_, row) => row + 1));
    for (const [, mau, cost] of rows) expect(Number(cost)).toBeCloseTo(Number(mau) / 100, 9);
    const empty = rows.filter((row) => row[3] === "").length;
    expect(empty).toBe(outcome(one, 1).choice.infeasible);
    expect(empty).toBeGreaterThan(0);
  });
  it("tiny amounts have no exponent", () => {
    const one = simulated({ alternatives: [hand("tiny", { perMau: "0.0000000001" })], uncertainty: { drivers: { mau: { uniform: ["1", "9"] } } } }, { draws: 100 });
    expect(samplesCsv(one)).not.toMatch(/\de-/);
    expect(samplesCsv(one)).toContain(",0.0000000005");
  });
});
