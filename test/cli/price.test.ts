import { describe, expect, it } from "vitest";
import { authcost } from "../support/command-line.js";

type Case = { readonly args: readonly string[]; readonly amount: string; readonly because: string };

const CASES: readonly Case[] = [
  { args: ["aws.cognito.lite.mau", "950000"], amount: "4405", because: "AWS page: 90,000 x 0.0055 = 495 and 850,000 x 0.0046 = 3,910" },
  { args: ["aws.cognito.classic.mau", "100000"], amount: "275", because: "50,000 free, 50,000 x 0.0055" },
  { args: ["aws.cognito.classic.mau", "20000000"], amount: "58665", because: "275 + 4,140 + 29,250 + 10,000,000 x 0.0025" },
  { args: ["aws.cognito.essentials.mau", "100000"], amount: "1350", because: "90,000 x 0.015" },
  { args: ["aws.cognito.plus.mau", "1000"], amount: "20", because: "no free users on Plus" },
  { args: ["aws.cognito.essentials.mau", "2", "--no-free-tier"], amount: "0.03", because: "2 x 0.015 without the free users" },
  { args: ["aws.cognito.m2m.token-request", "231", "--as-of", "2026-09-05"], amount: "0.51975", because: "231 x 0.00225, a real bill" },
  { args: ["aws.dynamodb.on-demand.write", "1000000", "--as-of", "2024-10-31"], amount: "1.25", because: "the day before the price cut" },
  { args: ["aws.dynamodb.on-demand.write", "1000000", "--as-of", "2024-11-01"], amount: "0.625", because: "the day of the price cut" },
  { args: ["aws.ses.email", "1000000", "--as-of", "2026-07-20"], amount: "100", because: "a new account before the plans" },
  { args: ["aws.ses.email", "1000000", "--as-of", "2026-07-21"], amount: "160", because: "a new account on the Essentials plan" },
  { args: ["aws.kms.request", "800000"], amount: "2.34", because: "780,000 above the free 20,000 at 0.03 per 10,000" },
  { args: ["seed.cognito.mau", "1000000"], amount: "5225", because: "950,000 x 0.0055, the document's own list" },
];

describe("price", () => {
  it.each(CASES)("rates $args as $amount", ({ args, amount, because }) => {
    const ran = authcost(["price", ...args, "--format", "json"]);
    expect(ran.err).toBe("");
    const result = JSON.parse(ran.out);
    expect(result.amount, because).toBe(amount);
    expect(ran.code).toBe(0);
  });

  it("shows slices that add up, from the free part to the open end, and the source", () => {
    const { out } = authcost(["price", "aws.cognito.lite.mau", "950000", "--format", "json"]);
    const result = JSON.parse(out);
    expect(result).toMatchObject({ rate: "aws.cognito.lite.mau", region: "us-east-1", quantity: "950000", source: { url: "https://aws.amazon.com/cognito/pricing/" } });
    expect(result.slices).toEqual([
      { kind: "allowance", from: "0", upTo: "10000", quantity: "10000", rate: "0", amount: "0" },
      { kind: "tier", from: "10000", upTo: "100000", quantity: "90000", rate: "0.0055", amount: "495" },
      { kind: "tier", from: "100000", upTo: "1000000", quantity: "850000", rate: "0.0046", amount: "3910" },
    ]);
  });

  it("prints the table with thousands separators and cents", () => {
    const { out } = authcost(["price", "aws.cognito.lite.mau", "950000"]);
    expect(out).toContain("$4,405.00 for 950,000 MAU");
    expect(out.split("\n").slice(1).every((line) => [...line].length <= 80)).toBe(true);
  });

  it.each([
    [["aws.cognito.lite.mua", "1"], 'did you mean "aws.cognito.lite.mau"?'],
    [["aws.cognito.lite.mau", "1", "--as-of", "2024-11-21"], "expected a day from 2024-11-22 on"],
    [["aws.cognito.lite.mau", "1", "--region", "us-gov-west-1"], "known in "],
    [["aws.cognito.lite.mau", "1e400"], "expected a plain number"],
    [["aws.cognito.lite.mau", "-5"], "expected a plain number"],
    [["aws.cognito.lite.mau", "1", "--as-of", "2024-02-30"], "expected YYYY-MM-DD"],
    [["auth0.b2c-essentials.mau", "50001"], "no published price above 50,000 MAU (found 50,001; the provider asks for a quote)"],
    [["clerk.enterprise-connection", "16"], "no known price above 15 connections (found 16; cheaper bands of 60, 30 and 15 USD follow; where they begin and end is not confirmed)"],
    [["entra.external-id.mau", "50001"], "no known price above 50,000 MAU"],
    [["entra.external-id.mau", "1000", "--no-free-tier"], "no known price above 0 MAU"],
    [["descope.pro.mau", "1"], "is not known (The plan begins at 249 a month; what further users cost is not known.)"],
    [["aws.cognito.classic.govcloud.mau", "1"], "is not known"],
  ])("refuses %j and says what to do", (args, said) => {
    const ran = authcost(["price", ...args]);
    expect(ran.code).toBe(1);
    expect(ran.out).toBe("");
    expect(ran.err).toContain(said);
    expect(ran.err).not.toMatch(/\bat .*\.js:\d+/);
  });
});
