import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parsePriceFile } from "../../src/prices/parse-price-file.js";
import { type RateCard, rateCard } from "../../src/prices/rate-card.js";
import { rateQuantity } from "../../src/rating/rate-quantity.js";
import { decimal, plain, sum } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";
import { fixture, FIXTURES } from "../support/fixture.js";
import { halfUp } from "../support/naive-price.js";

type Use = { readonly rate: string; readonly quantity: string };
type At = { readonly asOf: string; readonly region?: string; readonly freeTier?: string };

const mysql = parsePriceFile(readFileSync(`${FIXTURES}rds-mysql-prices.yaml`, "utf8"), { path: "aws/rds-mysql/2023-06-15.yaml", hash: "" });
const prices = { files: [...catalogue.files, mysql] };
const cardAt = (at: At): RateCard => rateCard(prices, { asOf: at.asOf, region: at.region ?? "us-east-1", freeTier: at.freeTier !== "false" });

function amountOf(uses: readonly Use[], at: At): string {
  const card = cardAt(at);
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

type Line = Use & {
  readonly published: string; readonly because: string; readonly region?: string; readonly leftOut?: string;
  readonly apart?: readonly string[]; readonly and?: readonly Use[]; readonly differs?: string;
};
type ComponentCase = At & { readonly id: string; readonly source: string; readonly total?: string; readonly lines: readonly Line[] };
const components = fixture<readonly ComponentCase[]>("component-golden.yaml").map(({ lines, ...one }) => ({
  ...one, lines: lines.filter((line) => line.leftOut === undefined), leftOut: lines.flatMap((line) => line.leftOut ?? []),
}));
const lines = components.flatMap(({ id, lines: ofCase, ...at }) => ofCase.map((line) => ({
  id, line, at: line.region === undefined ? at : { ...at, region: line.region }, says: `${line.quantity} of ${line.rate} print ${line.published}: ${line.because}`,
})));
const cents = (line: Line, at: At): string => halfUp(amountOf([line, ...(line.and ?? [])], at), 2);

describe("printed lines of AWS pages and of tools come out to the cent", () => {
  it.each(lines)("$id: $says", ({ line, at }) => {
    expect(cents(line, at)).toBe(halfUp(line.differs ?? line.published, 2));
  });

  it.each(lines.filter(({ line }) => line.apart !== undefined))("$id prints each tier of $line.rate apart", ({ line, at }) => {
    const slices = rateQuantity(cardAt(at).rate(line.rate), decimal(line.quantity)).slices;
    expect(slices.map((slice) => halfUp(plain(slice.amount), 2))).toEqual(line.apart?.map((printed) => halfUp(printed, 2)));
  });

  it.each(components.filter((one) => one.total !== undefined))("$id comes to $total in all", ({ total, lines: ofCase, ...at }) => {
    expect(plain(sum(ofCase.map((line) => decimal(cents(line, line.region === undefined ? at : { ...at, region: line.region })))))).toBe(plain(decimal(total ?? "")));
  });
});

it("all published cases are here: 21 for Cognito and 41 for components, of which two lines cannot be re-computed", () => {
  expect(new Set(cognito.map((one) => one.id)).size).toBe(21);
  expect(new Set(components.map((one) => one.id)).size).toBe(41);
  expect(components.flatMap((one) => one.leftOut)).toHaveLength(2);
  expect(components.flatMap((one) => one.lines.filter((line) => line.differs !== undefined)).map((line) => line.published)).toEqual(["42000.00", "45.60"]);
});
