import { expect, it } from "vitest";
import { parseClaims } from "../../../src/analysis/claims/parse-claims.js";
import { textsOf } from "../../support/problems-of.js";

const parse = (claim: object): unknown => parseClaims(JSON.stringify({ title: "T", source: { url: "u", date: "d" }, claims: [{ id: "a", says: "s", claimed: "1", ...claim }] }), { file: "c.yaml", hash: "" });
const charges = [{ rate: "aws.kms.key", quantity: "1" }];

const BROKEN: readonly (readonly [why: string, claim: object, message: string])[] = [
  ["nothing to compute", {}, "charges, point or costs"],
  ["a figure that is none", { claimed: "lots", charges }, "not a figure as published"],
  ["charges and a point", { charges, point: { architecture: "cognito", workload: { mau: "1" } } }, "charges, point or costs"],
  ["a charge without a quantity", { charges: [{ rate: "aws.kms.key" }] }, "quantity or each"],
  ["a quantity for each outside a break-even", { charges: [{ rate: "aws.kms.key", each: "1" }] }, "only a break-even"],
  ["a cost with two amounts", { costs: [{ name: "x", monthly: "1", once: "1" }] }, "one of monthly, yearly, once and each"],
  ["a one-off cost in a month's amount", { costs: [{ name: "x", once: "1" }] }, "belong to a total"],
  ["a total without months", { kind: "total", charges }, "over how many months"],
  ["a break-even with one side", { kind: "break-even", over: "users", from: "1", to: "9", below: { charges } }, "two sides"],
  ["a break-even without a range", { kind: "break-even", over: "users", below: { charges }, above: { charges } }, "from where to where"],
  ["a range that falls", { kind: "break-even", over: "users", from: "9", to: "1", below: { charges }, above: { charges } }, "must rise"],
  ["sides in an amount", { charges, below: { charges } }, "only a break-even"],
  ["a cost once without months in a break-even", { kind: "break-even", over: "users", from: "1", to: "9", below: { charges }, above: { costs: [{ name: "x", once: "1" }] } }, "over how many months"],
  ["parts of a break-even", { kind: "break-even", over: "users", from: "1", to: "9", below: { charges }, above: { charges }, parts: ["1"] }, "not a sum of parts"],
  ["a difference with one side", { kind: "difference", first: { charges } }, "two sides"],
  ["a ratio of an amount", { kind: "ratio", charges, first: { charges }, second: { charges } }, "in its two sides"],
  ["sides to compare in an amount", { charges, first: { charges } }, "only a difference, a ratio or a saving"],
  ["parts of a difference", { kind: "difference", first: { charges }, second: { charges }, parts: ["1"] }, "not a sum of parts"],
  ["a factor as an amount", { claimed: "2x", charges }, 'the kind is ratio'],
  ["per cent as an amount", { claimed: "60%", charges }, 'the kind is saving'],
  ["dollars as a saving", { kind: "saving", first: { charges }, second: { charges } }, "per cent"],
  ["euros", { claimed: "€250", charges }, 'not in US dollars ("€")'],
  ["a year's figure", { claimed: "$3,300/year", charges }, "kind: total and months: 12"],
  ["a part that is a range", { charges, parts: ["1-2"] }, "a part is one figure"],
  ["one-off costs compared over no months", { kind: "difference", first: { costs: [{ name: "x", once: "1" }] }, second: { charges } }, "over how many months"],
  ["a sought value in a falling range", { charges, solve: { rate: "aws.kms.key", from: "2", to: "1" } }, "must rise"],
];

it.each(BROKEN)("complains of %s", (_why, claim, message) => {
  expect(textsOf(() => parse(claim)).join("\n")).toContain(message);
});

it("accepts an amount, a total and a break-even", () => {
  expect(textsOf(() => parse({ charges }))).toEqual([]);
  expect(textsOf(() => parse({ kind: "total", months: "36", charges, costs: [{ name: "Set-up", once: "1" }] }))).toEqual([]);
  expect(textsOf(() => parse({ kind: "break-even", over: "users", from: "1", to: "9", below: { charges: [{ rate: "aws.kms.key", each: "1" }] }, above: { costs: [{ name: "x", monthly: "1" }] } }))).toEqual([]);
});

it("complains of two claims of one name", () => {
  const claim = { id: "a", says: "s", claimed: "1", charges };
  expect(textsOf(() => parseClaims(JSON.stringify({ title: "T", source: { url: "u", date: "d" }, claims: [claim, claim] }), { file: "c.yaml", hash: "" })).join()).toContain('two claims are called "a"');
});
