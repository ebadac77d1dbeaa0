import { join } from "node:path";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { authcost, ROOT, scratch } from "../support/command-line.js";

const json = (args: readonly string[]) => JSON.parse(authcost(["prices", ...args, "--format", "json"]).out);

describe("prices list", () => {
  it("shows every Cognito rate of a day, plans only from 2024-11-22 on", () => {
    const ids = (day: string): string[] => json(["list", "--service", "cognito", "--provider", "aws", "--region", "us-east-1", "--as-of", day]).rates.map((one: { rate: string }) => one.rate);
    expect(ids("2024-11-21")).not.toContain("aws.cognito.lite.mau");
    expect(ids("2024-11-22")).toEqual(expect.arrayContaining(["aws.cognito.lite.mau", "aws.cognito.essentials.mau", "aws.cognito.plus.mau", "aws.cognito.classic.mau"]));
  });

  it("names the nearest service for one that is not there", () => {
    const ran = authcost(["prices", "list", "--service", "cogntio"]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain('did you mean "cognito"?');
  });
});

describe("what a reader sees of prices", () => {
  const text = (args: readonly string[]): string => authcost(["prices", ...args]).out;

  it("a price that was read again stands since its first day and shows the latest reading", () => {
    const { history } = json(["show", "aws.cognito.lite.mau", "--region", "us-east-1"]);
    expect(history.map((one: { from: string; source: { retrieved: string } }) => [one.from, one.source.retrieved])).toEqual([["2024-11-22", "2026-09-20"]]);
  });

  it("Regions of one price share a line, and a machine gets a row for each", () => {
    expect(text(["list", "--service", "aws.cognito.plus", "--as-of", "2026-10-09"])).toContain("ap-northeast-1, eu-north-1, eu-west-1, eu-west-2, us-east-1, us-west-1,\n    us-west-2  0.02  MAU  since 2024-11-22  read 2026-09-20  high");
    const rows = text(["list", "--service", "aws.cognito.plus", "--as-of", "2026-10-09", "--format", "csv"]).trimEnd().split("\n");
    expect([rows[0], rows.length]).toEqual(["Rate,Region,Price,Unit,Since,Read,Confidence", 18]);
  });

  it("a difference tells prices that moved from those begun and those only read for the first time", () => {
    const lines = text(["diff", "2024-10-31", "2024-11-22", "--region", "us-east-1"]).split("\n");
    expect(lines[0]).toBe("From 2024-10-31 to 2024-11-22: 2 changed, 4 begun");
    expect(lines.slice(2, 4)).toEqual(["aws.dynamodb.on-demand.read changed", "    us-east-1  0.25 per 1,000,000  →  0.125 per 1,000,000  -50 %"]);
    expect(text(["diff", "2026-09-10", "2026-09-11"]).split("\n")[0]).toMatch(/^From 2026-09-10 to 2026-09-11: \d+ read for the first time$/);
    expect(text(["diff", "2026-10-09", "2026-10-09"]).split("\n")[0]).toBe("From 2026-10-09 to 2026-10-09: nothing changed");
  });
});

describe("prices show and diff", () => {
  it("shows the DynamoDB cut as two stretches that meet on its day", () => {
    const { history } = json(["show", "aws.dynamodb.on-demand.write", "--region", "us-east-1"]);
    expect(history.map((one: { from: string; until: string | null; price: string }) => [one.until, one.price])).toEqual([["2024-11-01", "1.25 per 1,000,000"], [null, "0.625 per 1,000,000"]]);
  });

  it("lists what changed over the day of the cut", () => {
    const { changes } = json(["diff", "2024-10-31", "2024-11-01", "--region", "us-east-1"]);
    expect(changes.map((one: { rate: string; kind: string }) => `${one.rate} ${one.kind}`)).toEqual(expect.arrayContaining(["aws.dynamodb.on-demand.read changed", "aws.dynamodb.on-demand.write changed"]));
    expect(json(["diff", "2024-11-01", "2024-11-01"]).changes).toEqual([]);
  });
});

describe("prices verify", () => {
  const place = scratch();
  afterAll(place.remove);

  it("is clean on the shipped catalogue", () => {
    const ran = authcost(["prices", "verify", "--format", "json"]);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out).errors).toBe(0);
  });

  it("exits with 2 when a number is older than allowed", () => {
    expect(authcost(["prices", "verify", "--max-age", "30"]).code).toBe(2);
  });

  it.each(["nowhere", "package.json"])("says that %s is no folder of price files", (folder) => {
    const ran = authcost(["prices", "verify", "--folder", folder]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toMatch(/^authcost: --folder: .*expected a folder of price files/);
  });

  it("finds a wrong example, and a rate that a file in the middle forgets", () => {
    const folder = join(place.folder, "pricing");
    cpSync(join(ROOT, "pricing/aws/dynamodb"), join(folder, "aws/dynamodb"), { recursive: true });
    const middle = join(folder, "aws/dynamodb/2024-11-01.yaml");
    const text = readFileSync(middle, "utf8");
    writeFileSync(middle, text.replace(/ {2}aws\.dynamodb\.pitr:[\s\S]*?(?=\n {2}aws\.)/, "").replace(/amount: "[\d.]+"/, 'amount: "9.99"'));
    const ran = authcost(["prices", "verify", "--folder", folder, "--format", "json"]);
    const kinds = JSON.parse(ran.out).findings.filter((one: { level: string }) => one.level === "error").map((one: { kind: string }) => one.kind);
    expect(ran.code).toBe(2);
    expect(kinds).toEqual(expect.arrayContaining(["example", "gap"]));
  });
});
