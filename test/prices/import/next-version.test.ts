import { describe, expect, it } from "vitest";
import { parsePriceFile } from "../../../src/prices/parse-price-file.js";
import { asPriceFile, importText, offerText, priceIn } from "./import-text.js";

const text = offerText("dynamodb.json");
const before = parsePriceFile(`service: aws.dynamodb
title: Amazon DynamoDB
effective: 2026-08-01
basis: announced
currency: USD
regions: [us-east-1, eu-west-1]
sources:
  page: { url: https://example.org/prices, retrieved: 2026-08-01, confidence: medium, note: "Read once." }
rates:
  aws.dynamodb.on-demand.write:
    title: Writes
    unit: write-unit
    scope: account-region
    prices:
      - { rate: "0.625", per: "1000000", source: page }
    examples:
      - { quantity: "1000000", amount: "0.625", because: "one million" }
  aws.dynamodb.storage:
    title: Storage
    unit: GB-month
    scope: account-region
    prices:
      - { rate: "0.25", source: page }
    examples:
      - { quantity: "1", amount: "0.25", because: "one" }
  aws.dynamodb.restore:
    title: Restored data
    unit: GB
    scope: account-region
    prices:
      - { rate: "0.150", source: page }
unknown:
  aws.dynamodb.export: Nowhere.
`, { path: "aws/dynamodb/2026-08-01.yaml", hash: "0" });

const made = importText("aws.dynamodb", [text], [before]);
const file = asPriceFile(made);

describe("the next version of a service", () => {
  it("says what changed against the version in force", () => {
    expect(made.changes.map(({ id, region }) => `${id} ${region}`), "0.25 for every GB became 25 free, then 0.25; writes are the same in other digits").toEqual(["aws.dynamodb.storage us-east-1"]);
  });

  it("keeps the rates and Regions that the list does not speak of, with their sources", () => {
    expect(priceIn(made, "aws.dynamodb.restore", "eu-west-1")).toEqual({ rate: "0.150" });
    expect(priceIn(made, "aws.dynamodb.storage", "eu-west-1")).toEqual({ rate: "0.25" });
    expect(file.sources.page).toEqual(before.sources.page);
    expect(file.unknown).toEqual(before.unknown);
    expect(made.carried).toEqual({ rates: 1, regions: 2 });
  });

  it("takes the price of the list's Region from the list", () => {
    expect(priceIn(made, "aws.dynamodb.storage", "us-east-1")).toMatchObject({ tiers: [{ upTo: "25", rate: "0", free: true }] });
    expect(file.rates["aws.dynamodb.storage"]?.prices.map(({ source }) => source)).toEqual(["amazondynamodb-us-east-1", "page"]);
  });

  it("a price that still stands keeps the digits of the file before and its examples", () => {
    expect(priceIn(made, "aws.dynamodb.on-demand.write", "us-east-1")).toEqual({ rate: "0.625", per: "1000000" });
    expect(file.rates["aws.dynamodb.on-demand.write"]?.examples).toHaveLength(1);
  });

  it("an example of a price that changed is dropped, for it no longer holds", () => {
    expect(file.rates["aws.dynamodb.storage"]?.examples).toBeUndefined();
  });

  it("imports the same list a second time without a change", () => {
    const again = importText("aws.dynamodb", [text], [before, file]);
    expect(again.changes).toEqual([]);
    expect(again.text).toBe(made.text);
  });

  it("the order of products and of terms does not matter", () => {
    const turned = JSON.stringify(JSON.parse(text), (_, value) => (typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value));
    expect(turned.indexOf('"terms"')).toBeLessThan(turned.indexOf('"products"'));
    expect(importText("aws.dynamodb", [turned], [before]).text).toBe(made.text);
  });

  it("an overlapping list merges: the same file twice is the file once, but for its source", () => {
    const twice = importText("aws.dynamodb", [text, text]);
    expect(twice.data.rates).toEqual(importText("aws.dynamodb", [text]).data.rates);
  });
});
