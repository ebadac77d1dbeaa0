import { describe, expect, it } from "vitest";
import { type LookAhead, lookAhead } from "../../src/analysis/look-ahead.js";
import { monthsBreakevenJson, monthsBreakevenLines, monthsBreakevenTables } from "../../src/report/breakeven-months-report.js";
import { horizonCsv, horizonJson, horizonResultJson } from "../../src/report/horizon-report.js";
import { horizonTables, monthsTable, periodsTable } from "../../src/report/horizon-tables.js";
import { horizonSentence, moveSentences, obstacleSentences, paidBackBy, paybackSentences, stagedSentences, withoutLabourSentence } from "../../src/report/horizon-words.js";
import { costOverMonths, horizonSection } from "../../src/report/sections/horizon.js";
import { scenarioFrom } from "../support/ahead.js";
import { catalogue } from "../support/catalogue.js";

const ahead = (yaml: string, months?: number): LookAhead => lookAhead(scenarioFrom(yaml), catalogue, months);

/** Rent 10 dollars more each month; own 50 a month and 1,000 once: worked in test/analysis/staged-plan.test.ts. */
const growing = (more = "", costs = "") => ahead(`workload: { mau: 100 }
horizon: { months: 36, discountRate: 0, growth: { linear: 100 } }
${more}
alternatives:
  - { id: rent, title: Renting, costs: [{ name: Users, perMau: "0.1" }] }
  - { id: own, title: Owning, costs: [{ name: Build, once: "1000", kind: labour }, { name: Servers, monthly: "50" }] }${costs}`);
const RESET = "migration: { method: forced-reset, hours: 0 }";
const outgrown = ahead('workload: { mau: 20000 }\nhorizon: { months: 24, growth: { compound: 0.05 } }\nmigration: { hours: 0 }\nalternatives: [{ id: auth0-b2c-essentials, title: Auth }, { id: fixed, title: Fixed, costs: [{ name: c, monthly: "9000" }] }]');

describe("a look ahead in words", () => {
  it("says who costs least, with labour and without", () => {
    const look = growing(RESET);
    expect(horizonSentence(look), "10 x 36 x 37 / 2 = 6,660 against 1,000 + 36 x 50 = 2,800").toBe("Over 36 months Owning costs least: $2,800, $3,860 less than Renting.");
    expect(withoutLabourSentence(look)).toBe("Without labour it is $1,800.");
  });
  it("says when the dearer start is paid back, against each rival", () => {
    expect(paybackSentences(growing(RESET)), "5 t (t + 1) >= 1,000 + 50 t from t = 20 on: 2,100 against 2,000; at 19 it is 1,900 against 1,950. Without labour 5 t (t + 1) >= 50 t from t = 9 on; before that it is behind").toEqual(["Owning pays its dearer start back in month 20 against Renting (without labour in month 9)."]);
    expect(paybackSentences(ahead(`workload: { mau: 1 }\nhorizon: { months: 3 }\nalternatives: [{ id: a, costs: [{ name: c, once: 9 }] }, { id: b, costs: [{ name: c, monthly: 1 }] }]`))).toEqual(["a does not pay its dearer start back within 3 months against b."]);
  });
  it("tells rivals that are paid back from those that are not", () => {
    const look = growing(RESET, "\n  - { id: free, costs: [{ name: c, monthly: 1 }] }\n  - { id: half, costs: [{ name: c, monthly: 30, kind: labour }] }");
    expect(paybackSentences(look)).toEqual(["Owning pays its dearer start back in month 20 against Renting (without labour in month 9); not within 36 months against free, against half."]);
  });
  it("says that a change pays, and what it costs", () => {
    expect(stagedSentences(growing(`${RESET}\ndecision: { materiality: 0.03 }`))).toEqual([
      "It pays to change on the way: Renting first and Owning from month 5 on cost $2,700, $1,700 without labour; that is $100 (3.6 %) less than Owning throughout.",
      "The change costs $1,000: users come from Renting and all set a new password: $0.00 of work, and $0.00 for the resets (the costs are given by hand; state its `traits` in the scenario); setting it up $1,000.",
    ]);
  });
  it("says that it saves too little, or nothing", () => {
    expect(stagedSentences(growing(RESET))[0]).toContain("Below 5 % prices and estimates cannot tell, so staying is as good.");
    expect(stagedSentences(growing("migration: { method: forced-reset, hours: 2 }"))).toEqual(["No change on the way pays: the best one, Renting first and Owning from month 5 on, costs $100 more than Owning throughout."]);
  });
  it("says why there is no change at all", () => {
    expect(stagedSentences(ahead("workload: { mau: 10 }\nalternatives: [cognito]"))).toEqual(["There is no other alternative to change to."]);
    expect(stagedSentences(ahead("workload: { mau: 10 }\nalternatives: [cognito, dynamodb]", 1))).toEqual(["A horizon of one month leaves no time for a change."]);
    expect(stagedSentences(ahead("workload: { mau: 9000000 }\nalternatives: [auth0-b2c-essentials, descope-free]"))).toEqual(["No change of alternatives carries every month either."]);
  });
  it("names what cannot carry a month, and from when on", () => {
    expect(obstacleSentences(outgrown).join()).toMatch(/^Auth is not possible from month 20 on: /);
    expect(horizonSentence(ahead("workload: { mau: 9000000 }\nalternatives: [descope-free]"))).toBe("None of the alternatives carries every month of the next 36 months.");
  });
  it("says alike moves together, and that authenticator apps are set up again out of Cognito", () => {
    const moves = moveSentences(ahead("workload: { mau: 1000 }\nmigration: { from: cognito }\nalternatives: [{ id: cognito, title: Cognito }, { id: postgresql, title: Own PostgreSQL }, { id: dynamodb, title: Own DynamoDB }, { id: hybrid, title: Hybrid }]"));
    expect(moves.map((text) => text.slice(0, 58))).toEqual(["Own PostgreSQL, Own DynamoDB: users come from Cognito one ", "Hybrid: nobody has to move, since Cognito keeps the users ", "Authenticator apps are set up again: Cognito hands out no "]);
    expect(moveSentences(growing())).toEqual([]);
  });
});

describe("a look ahead in tables", () => {
  it("has every sum with labour and without", () => {
    const [all, without] = horizonTables(growing(RESET));
    expect(all?.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([["Renting", "$0.00", "$10.00", "$360", "$6,660", "$6,660"], ["Owning", "$1,000", "$50.00", "$50.00", "$2,800", "$2,800"]]);
    expect(without?.rows[1]?.cells.map((cell) => cell.text)).toEqual(["Owning", "$0.00", "$50.00", "$50.00", "$1,800", "$1,800"]);
    expect(all?.rows.map((row) => row.cells.at(-1)?.mark)).toEqual([undefined, "cheapest"]);
  });
  it("is one table where no alternative has labour", () => {
    expect(horizonTables(outgrown)).toHaveLength(1);
  });
  it("shows no sum of what is not possible in a month of it", () => {
    const [table] = horizonTables(outgrown);
    expect(table?.rows[0]?.cells.map((cell) => cell.mark ?? "")).toEqual(["", "", "", "infeasible", "infeasible", "infeasible"]);
    const marks = periodsTable(outgrown).rows.map((row) => row.cells[2]?.mark ?? "");
    expect(marks, "before; seven quarters, the seventh with month 20 in it; the eighth; total and in dollars of today").toEqual(["", "", "", "", "", "", "", "infeasible", "infeasible", "infeasible", "infeasible"]);
  });
  it("counts months, quarters or years, whatever the horizon, and every month once", () => {
    const spans = (months: number) => periodsTable(ahead("workload: { mau: 1 }\nalternatives: [{ id: a, costs: [{ name: c, monthly: 1 }] }]", months)).rows.map((row) => `${row.cells[0]?.text} ${row.cells[2]?.text}`);
    expect(spans(2)).toEqual(["Before $0.00", "1 $1.00", "2 $1.00", "Total $2.00", "In dollars of today $1.98"]);
    expect(spans(14).slice(1, -2)).toEqual(["1 to 3 $3.00", "4 to 6 $3.00", "7 to 9 $3.00", "10 to 12 $3.00", "13 to 14 $2.00"]);
    expect(spans(50).slice(1, -2)).toEqual(["1 to 12 $12.00", "13 to 24 $12.00", "25 to 36 $12.00", "37 to 48 $12.00", "49 to 50 $2.00"]);
  });
  it("has a row for every month, with exact figures and what the month is made of", () => {
    const { rows } = monthsTable(growing(RESET));
    expect(rows).toHaveLength(37);
    expect(rows[3]?.cells.map((cell) => cell.exact ?? cell.text)).toEqual(["3", "300", "60 USD", "1150 USD"]);
    expect(rows[0]?.detail?.lines).toEqual(["Renting: $0.00; exactly 0 USD", "Owning: $1,000.00, of it labour $1,000.00; without labour $0.00 so far; exactly 1000 USD"]);
  });
});

describe("the chart", () => {
  it("runs from month 0 to the last, dotted without labour where there is labour", () => {
    const chart = costOverMonths(growing(RESET));
    expect(chart.lines.map((line) => line.values.length)).toEqual([37, 37]);
    expect(chart.lines.map((line) => line.variant?.values.at(-1))).toEqual([undefined, 1800]);
    expect(chart.description).toContain("Renting from month 1 to 19; Owning from month 20 to 36");
  });
  it("ends a line where the alternative cannot go on", () => {
    const values = costOverMonths(outgrown).lines[0]?.values ?? [];
    expect([values.indexOf(null), values.lastIndexOf(null)]).toEqual([20, 24]);
  });
  it("marks where a dearer start has paid back against all, and where a change pays", () => {
    const look = growing(`${RESET}\ndecision: { materiality: 0.03 }`);
    expect(costOverMonths(look).marks).toEqual([{ month: 20, label: "Owning has paid back", alternative: "own" }, { month: 4, label: "change to Owning" }]);
    expect(paidBackBy(look, "rent")).toBeUndefined();
    const three = growing(RESET, "\n  - { id: free, costs: [{ name: c, monthly: 1 }] }");
    expect(paidBackBy(three, "own"), "never against what costs 1 a month").toBeUndefined();
  });
});

describe("a look ahead as data", () => {
  const json = horizonJson(growing(RESET));
  it("has amounts as decimal text and months as numbers, and adds up", () => {
    expect(json).toMatchObject({ stated: true, months: 36, growth: { kind: "linear", users: "100" }, cheapest: "own", cheapestWithoutLabour: "own", paybacks: [{ alternative: "own", against: "rent", month: 20, monthWithoutLabour: 9 }] });
    const [, own] = json.alternatives as { total: string; presentValue: string; months: { month: number; labour: string; withoutLabour: string; cumulative: string }[] }[];
    expect([own?.total, own?.presentValue, own?.months.at(-1)?.cumulative]).toEqual(["2800", "2800", "2800"]);
    expect(own?.months.reduce((total, month) => total + Number(month.labour) + Number(month.withoutLabour), 0)).toBe(2800);
  });
  it("tells the staged plan", () => {
    expect(json.staged).toMatchObject({ verdict: "too-close", saving: "100", against: "own", plan: { first: "rent", second: "own", month: 5, total: "2700", totalWithoutLabour: "1700", build: { labour: "1000", withoutLabour: "0" } } });
  });
  it("has no sums, and no later months, of what is not possible throughout", () => {
    const [auth] = horizonJson(outgrown).alternatives as { feasible: boolean; total: null; months: unknown[]; obstacle: { month: number } }[];
    expect(auth).toMatchObject({ feasible: false, total: null, presentValue: null, obstacle: { month: 20 } });
    expect(auth?.months).toHaveLength(20);
  });
  it("names what made it: price files, engine, scenario", () => {
    const result = horizonResultJson(outgrown) as { provenance: { priceFiles: { file: string }[] } };
    expect(result.provenance.priceFiles.map(({ file }) => file)).toEqual([expect.stringContaining("auth0/")]);
  });
  it("lists the defaults that it rests on, and that users stay as they are", () => {
    const names = (yaml: string, months?: number) => ahead(yaml, months).assumptions.map(({ name }) => name);
    const bare = "workload: { mau: 10 }\nalternatives: [cognito]";
    expect(names(bare)).toEqual(["horizon.growth", "horizon.months", "horizon.churn", "horizon.discountRate", "labour.hourlyRate", "migration.method", "migration.tail", "migration.hours"]);
    expect(names(bare, 12)).not.toContain("horizon.months");
    expect(names("workload: { mau: 10, signUpsPerMonth: 3 }\nlabour: { hourlyRate: 90 }\nhorizon: { months: 9, growth: { compound: 0.1 }, discountRate: 0 }\nmigration: { method: lazy, hours: 4, tail: [1] }\nalternatives: [cognito]")).toEqual([]);
    expect(horizonSection(ahead(bare)).lead).toContain("The scenario states no horizon: this looks 36 months ahead, with the users of today in every month.");
  });
  it("is a ledger in CSV: a row for every alternative and month, empty where it is not possible", () => {
    const rows = horizonCsv(outgrown).trim().split("\n").map((line) => line.split(","));
    expect(rows).toHaveLength(1 + 2 * 25);
    expect(rows[1 + 20]?.slice(3, 12)).toEqual(["20", "50539", "false", "", "", "", "", "", ""]);
    expect(rows[1 + 25 + 1]?.slice(1, 12)).toEqual(["fixed", "Fixed", "1", "20000", "true", "9000", "0", "0", "0", "9000", "9000"]);
    const factors = horizonCsv(growing(RESET)).trim().split("\n").slice(1).map((line) => line.split(",").at(-1));
    expect(new Set(factors), "not discounted").toEqual(new Set(["1"]));
  });
});

describe("break-even over months", () => {
  it("has the shape of every break-even, and its twin without labour", () => {
    expect(monthsBreakevenJson(growing(RESET))).toMatchObject({
      over: "months", from: "1", to: "36", winners: [{ from: "1", to: "19", winner: "rent" }, { from: "20", to: "36", winner: "own" }], crossings: [{ at: "20", from: "rent", to: "own" }],
      withoutLabour: { crossings: [{ at: "10", from: "rent", to: "own" }] },
    });
  });
  it("says crossings in words; never is an answer", () => {
    expect(monthsBreakevenLines(growing(RESET))[0], "even after month 20 would be too early: 2,100 against 2,000").toBe("From month 20 on Owning has cost less than Renting.");
    expect(monthsBreakevenLines(ahead("workload: { mau: 1 }\nalternatives: [{ id: a, costs: [{ name: c, monthly: 1 }] }]", 4))).toEqual(["The scenario states no horizon: this looks 4 months ahead, with the users of today in every month.", "Never: in each of 4 months a has cost least."]);
    expect(monthsBreakevenTables(outgrown)[0]?.rows.map((row) => row.cells.map((cell) => cell.text).join(" "))).toEqual(["1 19 Auth", "20 24 Fixed"]);
  });
  it("agrees with the paybacks", () => {
    const look = growing(RESET);
    expect(look.soFar.withLabour.crossings[0]?.at).toBe(look.comparison.paybacks[0]?.month);
    expect(look.comparison.costs.map((cost) => cost.months[20]?.cumulative.toFixed()), "5 x 20 x 21 and 1,000 + 50 x 20").toEqual(["2100", "2000"]);
  });
});
