import { expect, it } from "vitest";
import { isOpenEnd } from "../../src/prices/open-end.js";
import type { PriceData } from "../../src/prices/price-file-schema.js";
import { decimal, plain } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";
import { sourceFiles } from "../support/source.js";

/**
 * A rate of a provider is a number of fractions of a cent: at least three decimals. Such a number in src that equals a
 * rate, a tier rate or an amount of the price files is taken for a price, however it is written ("0.0055" or 0.0055,
 * or 5.5 per 1,000). Coarser numbers (0.5, 0.02) are shares and factors too often to mean anything.
 */
const LEAST_DECIMALS = 3;

/** Measured or technical numbers that happen to equal some rate; each says what it is. */
const NO_PRICES = [
  { path: "components/rds-postgresql.ts", number: "0.051", is: "milliseconds of CPU for one look-up" },
  { path: "report/sections/weights-tables.ts", number: "0.005", is: "half a per cent, below which a share would round to none" },
  { path: "analysis/flip-variables.ts", number: "0.0001", is: "the step in which shares are told" },
];

function textsOf(price: PriceData): readonly string[] {
  if ("amount" in price) return [price.amount];
  if ("rate" in price) return [price.rate];
  const open = typeof price.thereafter === "string" ? price.thereafter : price.thereafter.rate;
  return [...price.tiers.map((tier) => tier.rate), open];
}

const rates = new Set(catalogue.files.flatMap((file) => Object.values(file.rates)).flatMap((rate) => rate.prices).flatMap((price) => {
  const quoted = textsOf(price).filter((text) => !isOpenEnd(text)).map(decimal);
  const per = price.per === undefined ? [] : quoted.map((rate) => rate.div(decimal(price.per ?? "1")));
  return [...quoted, ...per].map(plain);
}));
const isFine = (text: string): boolean => (plain(decimal(text)).split(".")[1]?.length ?? 0) >= LEAST_DECIMALS;

const found = sourceFiles().flatMap((file) => file.uncommented.split("\n").flatMap((line, index) =>
  [...line.matchAll(/(?<![\w.-])\d+\.\d+(?![\w.])/g)].map(([text]) => ({ path: file.path, line: index + 1, number: text }))));
const suspects = found.filter(({ number }) => isFine(number) && rates.has(plain(decimal(number))));

it("src holds no number that equals a rate of a price file", () => {
  const unknown = suspects.filter((one) => !NO_PRICES.some((known) => known.path === one.path && known.number === one.number));
  expect(unknown.map(({ path, line, number }) => `src/${path}:${line} holds ${number}, which is a rate: price through a rate id from pricing/; if it is no price, say in NO_PRICES what it is`)).toEqual([]);
});

it("every number excused is still there", () => {
  const gone = NO_PRICES.filter((known) => !suspects.some((one) => one.path === known.path && one.number === known.number));
  expect(gone.map(({ path, number }) => `src/${path} no longer holds ${number}: take it off NO_PRICES`)).toEqual([]);
});

it("no amount of money is written in code", () => {
  const written = sourceFiles().flatMap((file) => file.uncommented.split("\n").flatMap((line, index) => (/\busd\(\s*["'`]/.test(line) ? [`src/${file.path}:${index + 1}`] : [])));
  expect(written.map((place) => `${place} makes dollars from a literal: money comes from price files and scenarios`)).toEqual([]);
});

it("the law would see a price: the rates it knows include Cognito's and those per million", () => {
  expect(["0.0055", "0.00325", "0.000000625"].filter((rate) => !rates.has(rate))).toEqual([]);
});
