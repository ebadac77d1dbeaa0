import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, it } from "vitest";
import { authcost, scratch } from "../support/command-line.js";

const place = scratch();
afterAll(place.remove);
const APP = place.write("app.yaml", "name: app\nprices: { asOf: 2026-10-06 }\nworkload: { mau: 20000 }\nalternatives: [cognito, { id: lite, architecture: cognito, settings: { plan: lite } }, postgresql]\n");
const FORMATS = ["table", "json", "csv", "markdown", "html"] as const;

/** Commands whose five formats are read here, each with a word that tables and pages must show. */
const COMMANDS: readonly { readonly args: readonly string[]; readonly shows: string }[] = [
  { args: ["price", "aws.cognito.lite.mau", "950000"], shows: "0.0046" },
  { args: ["compare", APP, "--as-of", "2024-11-22", "--against", "2026-10-06"], shows: "aws.ses.email" },
  { args: ["explain", APP, "-a", "lite"], shows: "Users, lite plan" },
  { args: ["breakeven", APP], shows: "10,000" },
  { args: ["architectures"], shows: "keycloak-self-hosted" },
  { args: ["architectures", "cognito"], shows: "authorizerCacheHitShare" },
  { args: ["prices", "list", "--service", "cognito", "--region", "us-east-1"], shows: "aws.cognito.lite.mau" },
  { args: ["prices", "show", "aws.dynamodb.on-demand.write", "--region", "us-east-1"], shows: "0.625" },
  { args: ["prices", "diff", "2024-10-31", "2024-11-30", "--region", "us-east-1"], shows: "aws.dynamodb.on-demand.write" },
  { args: ["prices", "verify"], shows: "warning" },
];

/** Text as it reads: without the marks of a format. */
const plain = (text: string): string => text.replaceAll(/\\([^\w\s])/g, "$1").replaceAll(",", "").replaceAll("&quot;", '"').toLowerCase();

describe.each(COMMANDS)("$args", ({ args, shows }) => {
  const ran = Object.fromEntries(FORMATS.map((format) => [format, authcost([...args, "--format", format])]));
  const out = (format: (typeof FORMATS)[number]): string => ran[format]?.out ?? "";

  it.each(FORMATS)("speaks %s", (format) => {
    expect(ran[format]).toMatchObject({ code: 0, err: "" });
    expect(out(format).endsWith("\n")).toBe(true);
  });

  it.each(["table", "markdown", "html"] as const)("says in %s what it is about", (format) => {
    expect(plain(out(format))).toContain(plain(shows));
  });

  it("gives JSON with a schema version, and CSV whose rows have as many cells as their heading", () => {
    expect(JSON.parse(out("json"))).toMatchObject({ schemaVersion: 1 });
    // The parser refuses a row of another length.
    const rows: string[][] = parse(out("csv"));
    expect(rows.length).toBeGreaterThan(1);
  });

  it("gives Markdown without HTML, under a heading", () => {
    expect(out("markdown")).not.toMatch(/<(?!https?:)[a-z]/i);
    expect(out("markdown")).toMatch(/^# /);
  });

  it("gives one HTML file that loads nothing", () => {
    const html = out("html");
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain("default-src 'none'");
    const loads = [...html.matchAll(/<(?:link|img|script|iframe|source)\b[^>]*\b(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(loads.filter((address) => address !== "data:,")).toEqual([]);
  });
});

it.each(["price", "compare", "explain", "breakeven", "horizon", "recommend", "diff", "sensitivity", "map", "unit-cost", "simulate", "check", "architectures", "prices list", "prices show", "prices diff", "prices verify"])("%s offers all five formats", (command) => {
  const ran = authcost([...command.split(" "), "--help"]);
  expect(ran.code).toBe(0);
  for (const format of FORMATS) expect(ran.out).toContain(`"${format}"`);
});

describe("explain as CSV", () => {
  it("has slices that add up to the month", () => {
    const rows: Record<string, string>[] = parse(authcost(["explain", APP, "-a", "lite", "--format", "csv"]).out, { columns: true });
    const { monthly } = JSON.parse(authcost(["explain", APP, "-a", "lite", "--format", "json"]).out);
    const units = (text: string): bigint => {
      const [whole = "0", part = ""] = text.split(".");
      return BigInt(whole + part.padEnd(40, "0"));
    };
    expect(rows.map((row) => units(row.amount_usd ?? "")).reduce((sum, one) => sum + one, 0n)).toBe(units(monthly));
  });
});

describe("breakeven as HTML", () => {
  it("shows the winners, and over users the chart of every alternative's cost", () => {
    const overUsers = authcost(["breakeven", APP, "--format", "html"]).out;
    const { winners } = JSON.parse(authcost(["breakeven", APP, "--format", "json"]).out);
    expect(winners.length).toBeGreaterThan(1);
    expect([...overUsers.matchAll(/<tr>/g)].length).toBeGreaterThan(winners.length);
    expect(overUsers).toContain('data-table="breakeven"');
    expect(overUsers).toContain('<canvas role="img"');
    expect(authcost(["breakeven", APP, "--over", "federatedShare", "--format", "html"]).out).not.toContain("<canvas");
  });
});
