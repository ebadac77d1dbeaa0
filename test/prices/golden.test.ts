import { describe, expect, it } from "vitest";
import { rateCard } from "../../src/prices/rate-card.js";
import { rateQuantity } from "../../src/rating/rate-quantity.js";
import { decimal, plain, sum } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";
import { fixture } from "../support/fixture.js";
import { halfUp } from "../support/naive-price.js";

type Use = { readonly rate: string; readonly quantity: string };
type At = { readonly asOf: string; readonly region?: string; readonly freeTier?: string };

function amountOf(uses: readonly Use[], at: At): string {
  const card = rateCard(catalogue, { asOf: at.asOf, region: at.region ?? "us-east-1", freeTier: at.freeTier !== "false" });
  return plain(sum(uses.map((use) => rateQuantity(card.rate(use.rate), decimal(use.quantity)).amount)));
}

type CognitoCase = At & { readonly id: string; readonly charges: readonly Use[]; readonly expected: string; readonly rounded?: string; readonly because: string; readonly source: string };
const cognito = fixture<readonly CognitoCase[]>("cognito-golden.yaml");

describe("published figures for Cognito come out", () => {
  it.each(cognito)("$id: $expected dollars, $because", ({ charges, expected, rounded, ...at }) => {
    const exact = amountOf(charges, at);
    expect(rounded === undefined ? exact : halfUp(exact, Number(rounded))).toBe(expected);
  });
});

type Line = Use & { readonly published: string; readonly because: string; readonly region?: string; readonly leftOut?: string };
type ComponentCase = At & { readonly id: string; readonly source: string; readonly leftOut?: string; readonly lines?: readonly Line[] };
const components = fixture<readonly ComponentCase[]>("component-golden.yaml");
const lines = components.flatMap(({ id, lines: ofCase = [], asOf, region, freeTier }) => ofCase.map((line) => ({
  id, line, at: { asOf, ...(line.region ?? region ? { region: line.region ?? region ?? "" } : {}), ...(freeTier === undefined ? {} : { freeTier }) },
})));
const priced = lines.filter(({ line }) => line.leftOut === undefined).map((one) => ({ ...one, says: `${one.line.quantity} of ${one.line.rate} print ${one.line.published}: ${one.line.because}` }));

describe("printed lines of AWS pages and of tools come out to the cent", () => {
  it.each(priced)("$id: $says", ({ line, at }) => {
    expect(halfUp(amountOf([line], at), 2)).toBe(halfUp(line.published, 2));
  });
});

it("what is left out says why, and the rest is the larger part", () => {
  const leftOut = [...components.filter((one) => one.lines === undefined).map((one) => one.leftOut), ...lines.filter(({ line }) => line.published === undefined).map(({ line }) => line.leftOut)];
  expect(leftOut.filter((reason) => (reason ?? "").length < 20)).toEqual([]);
  expect(leftOut.length).toBeLessThan(priced.length / 4);
});
