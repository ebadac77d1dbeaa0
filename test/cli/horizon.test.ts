import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { authcost, scratch } from "../support/command-line.js";

const SCENARIO = "scenarios/marketplace.yaml";
const place = scratch();
afterAll(place.remove);
const tooWide = (text: string): readonly string[] => text.split("\n").filter((line) => [...line].length > 80);

describe("horizon", () => {
  it("prints costs with labour and without, the answer, paybacks, moves and the staged plan, within 80 columns", () => {
    const { out, code, err } = authcost(["horizon", SCENARIO]);
    expect(code, err).toBe(0);
    for (const text of ["Dollars over the horizon:", "The same without labour:", "Over 36 months", "Without labour", "Paying back:", "Moving users:", "Changing on the way:", "Assumed:", "migration.tail"]) expect(out).toContain(text);
    expect(out).toMatch(/users active in month 1, [\d,]+ in month 36; list\sprices of\s/);
    expect(tooWide(out)).toEqual([]);
  });

  it("without a horizon in the scenario looks 36 months ahead without growth, and says so", () => {
    const bare = place.write("bare.yaml", "name: bare\nworkload: { mau: 5000 }\nalternatives: [cognito, postgresql]\n");
    const { out, code } = authcost(["horizon", bare]);
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, " ")).toContain("The scenario states no horizon: this looks 36 months ahead, with the users of today in every month.");
    expect(out.replace(/\s+/g, " ")).toContain("horizon.growth none: the scenario states no growth");
    expect(tooWide(out)).toEqual([]);
  });

  it("gives the same figures in JSON and in the ledger, the same bytes each time", () => {
    const json = authcost(["horizon", SCENARIO, "--months", "14", "--format", "json"]).out;
    expect(authcost(["horizon", SCENARIO, "--months", "14", "--format", "json"]).out).toBe(json);
    const { horizon } = JSON.parse(json) as { horizon: { months: number; alternatives: { id: string; total: string; totalWithoutLabour: string }[] } };
    expect(horizon.months).toBe(14);
    const rows = authcost(["horizon", SCENARIO, "--months", "14", "--format", "csv"]).out.trim().split("\n").map((line) => line.split(","));
    const last = rows.filter((row) => row[3] === "14");
    expect(last.map((row) => [row[1], row[10], row[11]])).toEqual(horizon.alternatives.map((one) => [one.id, one.total, one.totalWithoutLabour]));
  });

  it("writes a page with its chart, and Markdown", () => {
    const file = join(place.folder, "ahead.html");
    expect(authcost(["horizon", SCENARIO, "--format", "html", "-o", file]).code).toBe(0);
    const page = readFileSync(file, "utf8");
    expect(page).toContain("Cost over the months");
    expect(page).toContain("Own DynamoDB has paid back");
    expect(authcost(["horizon", SCENARIO, "--format", "markdown"]).out).toContain("## Over the horizon");
  });

  it.each(["0", "121", "12.5", "many", "-3"])("refuses --months %s", (months) => {
    const { code, err } = authcost(["horizon", SCENARIO, `--months=${months}`]);
    expect(code).toBe(1);
    expect(err).toContain("a whole number from 1 to 120");
  });
});

describe("breakeven --over months", () => {
  it("says who has cost least after which months, and agrees with the horizon's paybacks", () => {
    const { out, code } = authcost(["breakeven", SCENARIO, "--over", "months"]);
    expect(code).toBe(0);
    expect(out).toContain("Who has cost least in all:");
    expect(tooWide(out)).toEqual([]);
    const found = JSON.parse(authcost(["breakeven", SCENARIO, "--over", "months", "--format", "json"]).out) as { over: string; crossings: { at: string; from: string; to: string }[] };
    const { horizon } = JSON.parse(authcost(["horizon", SCENARIO, "--format", "json"]).out) as { horizon: { paybacks: { alternative: string; against: string; month: number }[] } };
    const [crossing] = found.crossings;
    expect(found.over).toBe("months");
    expect(crossing).toMatchObject({ from: "cognito-lite", to: "dynamodb" });
    expect(horizon.paybacks).toContainEqual(expect.objectContaining({ alternative: "dynamodb", against: "cognito-lite", month: Number(crossing?.at) }));
  });

  it("counts to --to, and refuses a first month or a step", () => {
    expect(JSON.parse(authcost(["breakeven", SCENARIO, "--over", "months", "--to", "5", "--format", "json"]).out)).toMatchObject({ to: "5", winners: [{ from: "1", to: "5", winner: "cognito-lite" }], crossings: [] });
    const { code, err } = authcost(["breakeven", SCENARIO, "--over", "months", "--from", "3", "--step", "2"]);
    expect(code).toBe(1);
    expect(err).toContain("--from");
    expect(err).toContain("--step");
  });

  it("is written in every format that the command has", () => {
    expect(authcost(["breakeven", SCENARIO, "--over", "months", "--format", "csv"]).out).toMatch(/^from,to,winner,labour\n1,\d+,cognito-lite,with\n/);
    expect(authcost(["breakeven", SCENARIO, "--over", "months", "--format", "markdown"]).out).toContain("Break\\-even over months");
    expect(authcost(["breakeven", SCENARIO, "--over", "month"]).err).toContain('"months"');
  });
});

it("horizon --help has examples, within 80 columns", () => {
  const { out, code } = authcost(["horizon", "--help"]);
  expect(code).toBe(0);
  expect(out).toContain("--months");
  expect(out).toContain("scenarios/marketplace.yaml");
  expect(tooWide(out)).toEqual([]);
});
