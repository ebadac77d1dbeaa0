import { expect, it } from "vitest";
import { parseClaims } from "../../../src/analysis/claims/parse-claims.js";
import { claimsHtml, claimsMarkdown } from "../../../src/report/claims-document.js";
import { claimsJson } from "../../../src/report/claims-report.js";
import { claimsText } from "../../../src/report/claims-text.js";
import { checkText } from "./check.js";

const claims = [
  { id: "flat", claimed: "2475", charges: [{ rate: "aws.cognito.classic.mau", quantity: "500000" }], solve: { quantity: "aws.cognito.classic.mau", from: "0", to: "1000000" } },
  { id: "break", claimed: "~175,000", kind: "break-even", over: "users", from: "1", to: "1000000", below: { charges: [{ rate: "aws.cognito.federated.mau", each: "1" }] }, above: { costs: [{ name: "<b>Keycloak</b>", monthly: "2620" }] } },
  { id: "never", claimed: "5", kind: "break-even", over: "users", from: "1", to: "9", below: { charges: [{ rate: "aws.cognito.federated.mau", each: "1" }] }, above: { costs: [{ name: "Keycloak", monthly: "2620" }] } },
];
const checked = checkText(claims);
const file = parseClaims(JSON.stringify({ title: "A <table>", source: { url: "https://example.org/t", date: "2025" }, claims: claims.map((claim) => ({ says: "s", ...claim })) }), { file: "t.yaml", hash: "abc" });
const assets = { script: "", scriptHash: "", style: "body{}", styleHash: "hash" };

it("the JSON has every figure exact, the causes, certainty and what would have to be true", () => {
  expect(claimsJson(file, checked)).toMatchObject({ claims: [
    { id: "flat", kind: "amount", unit: "USD", claimed: "2475", agreesFrom: "2474.5", agreesTo: "2475.5", computed: "2115", difference: "360", verdict: "differs", certain: true, causes: [{ kind: "flat-rate", amount: "360" }], alsoFits: [], solved: [{ of: "quantity", name: "aws.cognito.classic.mau", now: "500000" }] },
    { id: "break", kind: "break-even", unit: "users", computed: "174717", verdict: "holds" },
    { id: "never", computed: null, difference: null, verdict: "differs", certain: false, causes: [] },
  ] });
});

it("table, Markdown and HTML all show causes and what would have to be true", () => {
  for (const text of [claimsText("A table", checked), claimsMarkdown(file, checked).replaceAll("\\", ""), claimsHtml(file, checked, assets)]) {
    expect(text).toContain("flat rate");
    // (2,475 +- 0.5 - 275) / 0.0046 + 100,000 = 578,152 to 578,370; the shortest number in it
    expect(text).toContain("578,300");
    expect(text).toContain("174,717");
  }
});

it("the HTML page loads nothing, runs nothing and escapes what a file says", () => {
  const page = claimsHtml(file, checked, assets);
  expect(page).toContain("A &lt;table&gt;");
  expect(page).not.toMatch(/<script|<b>Keycloak|src=|@import/);
  expect(page).toContain("default-src 'none'; style-src 'sha256-hash'");
});
