import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogue, PRICES } from "../../support/catalogue.js";
import { fixture } from "../../support/fixture.js";
import { textsOf } from "../../support/problems-of.js";
import { asPriceFile, importText, priceIn, rulesOf } from "./import-text.js";
import { offerOf, type Sold } from "./offer-of.js";

type Kind = { readonly service: string; readonly offer: string; readonly region: string; readonly products: readonly Sold[]; readonly is?: Readonly<Record<string, unknown>>; readonly refused?: string };
const kinds = fixture<readonly Kind[]>("offers/kinds.yaml");

/** Numbers and flags as text, as the fixture writes them. */
const asText = (price: unknown): unknown => JSON.parse(JSON.stringify(price, (_, value) => (typeof value === "boolean" ? String(value) : value)));

describe("the shipped rules read the words of AWS price lists", () => {
  it.each(kinds.filter((one) => one.is !== undefined))("$service in $region", ({ service, offer, region, products, is = {} }) => {
    const made = importText(service, [offerOf(offer, region, products)]);
    expect(Object.keys(asPriceFile(made).rates).sort(), "nothing but what is expected").toEqual(Object.keys(is).sort());
    expect(Object.fromEntries(Object.keys(is).map((id) => [id, asText(priceIn(made, id, region))]))).toEqual(is);
  });

  it.each(kinds.filter((one) => one.refused !== undefined))("$service in $region is refused: $refused", ({ service, offer, region, products, refused = "" }) => {
    expect(textsOf(() => importText(service, [offerOf(offer, region, products)])).join("\n")).toContain(refused);
  });

  it("a unit that was never seen is refused for every rate, never read as another", () => {
    const accepted = kinds.filter((one) => one.is !== undefined).flatMap(({ service, offer, region, products }) => products.flatMap((product, index) => {
      const odd = products.map((one, at) => (at === index ? { ...one, unit: "Dozens" } : one));
      const before = importText(service, [offerOf(offer, region, products)]).text;
      const found: string[] = [];
      textsOf(() => found.push(importText(service, [offerOf(offer, region, odd)]).text));
      return found[0] === undefined || found[0] === before ? [] : [`${service} ${String(product.usagetype)}`];
    }));
    expect(accepted).toEqual([]);
  });

  it("every service that has rules has been tried", () => {
    // Cognito and DynamoDB have fixtures of their own.
    const tried = new Set([...kinds.map(({ service }) => service), "aws.cognito", "aws.dynamodb"]);
    const services = readdirSync(`${PRICES}import-rules/`).filter((name) => name !== "regions.yaml").map((name) => name.replace(".yaml", ""));
    expect(services.filter((service) => !tried.has(service))).toEqual([]);
    expect(services.filter((service) => rulesOf(service).service !== service)).toEqual([]);
  });
});

/** Lists of the fixture that hold what the catalogue does not: further ranges, Regions, free units or rates. */
const SAYS_MORE = ["aws.aurora-postgresql", "aws.cloudwatch", "aws.nat", "aws.s3", "aws.vpc", "aws.waf"];

describe("a list that says what the catalogue says", () => {
  it.each(kinds.filter(({ service, is }) => is !== undefined && !SAYS_MORE.includes(service)))("changes no price: $service in $region", ({ service, offer, region, products }) => {
    expect(importText(service, [offerOf(offer, region, products)], catalogue.files).changes.map(({ id }) => id)).toEqual([]);
  });
});

describe("several Regions in one run", () => {
  const sold = (prefix: string, rate: string): readonly Sold[] => [
    { family: "Database Instance", usagetype: `${prefix}InstanceUsage:db.t4g.micro`, instanceType: "db.t4g.micro", vcpu: "2", memory: "1 GiB", databaseEngine: "PostgreSQL", deploymentOption: "Single-AZ", licenseModel: "No license required", unit: "Hrs", prices: [rate] },
  ];
  const lists = [offerOf("AmazonRDS", "us-east-1", sold("", "0.016"), "2026-08-31"), offerOf("AmazonRDS", "eu-west-1", sold("EU-", "0.017"), "2026-09-04"), offerOf("AmazonRDS", "eu-central-1", sold("EUC1-", "0.019"), "2026-09-01")];
  const made = importText("aws.rds-postgresql", lists);
  const id = "aws.rds-postgresql.db.t4g.micro.single-az";

  it("the lists of three Regions become one price file, in force from the newest of them", () => {
    expect(made.effective).toBe("2026-09-04");
    expect(["us-east-1", "eu-west-1", "eu-central-1"].map((region) => priceIn(made, id, region))).toEqual([{ rate: "0.016" }, { rate: "0.017" }, { rate: "0.019" }]);
  });

  it("each price names the list of its own Region", () => {
    const file = asPriceFile(made);
    expect(file.rates[id]?.prices.map(({ regions, source }) => [regions?.join(), file.sources[source]?.url.split("/").slice(-3).join("/")])).toEqual([
      ["eu-central-1", "20260901124422/eu-central-1/index.json"], ["eu-west-1", "20260904124422/eu-west-1/index.json"], ["us-east-1", "20260831124422/us-east-1/index.json"],
    ]);
  });
});
