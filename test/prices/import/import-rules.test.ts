import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseImportRules, parseRegionNames } from "../../../src/prices/import/parse-import-rules.js";
import { regionReader } from "../../../src/prices/import/product-region.js";
import { PRICES, catalogue } from "../../support/catalogue.js";
import { textsOf } from "../../support/problems-of.js";
import { REGION_NAMES } from "./import-text.js";

const folder = `${PRICES}import-rules/`;
const services = readdirSync(folder).filter((name) => name !== "regions.yaml");

describe("the shipped import rules", () => {
  it.each(services)("%s agrees with the catalogue on units and scopes", (name) => {
    const rules = parseImportRules(readFileSync(`${folder}${name}`, "utf8"), name);
    expect(`${rules.service}.yaml`).toBe(name);
    const known = new Map(catalogue.files.flatMap((file) => Object.entries(file.rates)));
    const same = rules.rates.map(({ rate, unit, scope }) => ({ rate, unit, scope })).filter(({ rate }) => known.has(rate));
    expect(same).toEqual(same.map(({ rate }) => ({ rate, unit: known.get(rate)?.unit, scope: known.get(rate)?.scope })));
    const unheard = rules.rates.map(({ rate }) => rate).filter((rate) => !rate.includes("{") && !known.has(rate));
    expect(unheard, "a rule makes a rate that the catalogue does not know").toEqual([]);
  });

  it("every service of the rules is one of the catalogue", () => {
    expect(services.length).toBeGreaterThan(5);
    const known = new Set(catalogue.files.map(({ service }) => `${service}.yaml`));
    expect(services.filter((name) => !known.has(name))).toEqual([]);
  });
});

const GOOD = `service: aws.cognito
title: Amazon Cognito
offers: [AmazonCognito]
rates:
  - { rate: aws.cognito.plus.mau, title: Plus, unit: MAU, offerUnits: [MAU], scope: organization, match: { usagetype: CognitoPlusMAU } }
`;

describe("broken rules are told with their place", () => {
  it.each([
    ["an unknown key of a product", GOOD.replace("{ usagetype:", "{ usageType:"), 'r.yaml:5:108: unknown key "usageType" (did you mean "usagetype"?)'],
    ["an unknown unit", GOOD.replace("unit: MAU", "unit: MAUS"), 'did you mean "MAU"?'],
    ["no spelling of the unit", GOOD.replace("offerUnits: [MAU], ", ""), 'r.yaml:5:5: "offerUnits" is missing (expected a list)'],
    ["a rate of another service", GOOD.replace("rate: aws.cognito", "rate: aws.kms"), 'r.yaml:5:13: the rate id does not belong to the service (found "aws.kms.plus.mau"; expected aws.cognito.…)'],
    ["free units of a rate that no rule makes", `${GOOD}free:\n  - { match: { usagetype: Global-X }, offerUnits: [MAU], rates: [aws.cognito.plus.mua] }\n`, 'r.yaml:7:66: no rule makes the rate "aws.cognito.plus.mua" (did you mean "aws.cognito.plus.mau"?)'],
    ["a lease on demand", GOOD.replace("match:", "term: { type: OnDemand, lease: 1yr }, match:"), "only a Reserved term has a lease and an option"],
    ["nothing to match", GOOD.replace("{ usagetype: CognitoPlusMAU }", "{}"), "a rule must say what it matches"],
  ])("%s", (_, text, says) => {
    expect(textsOf(() => parseImportRules(text, "r.yaml")).join("\n")).toContain(says);
  });

  it("a prefix of two Regions", () => {
    expect(textsOf(() => parseRegionNames("eu-west-1: { prefixes: [EU] }\neu-west-2: { prefixes: [EU] }\n", "regions.yaml"))).toEqual(['regions.yaml:2:12: "EU" stands for eu-west-1 already']);
  });
});

describe("where a product is sold", () => {
  const placeOf = regionReader(REGION_NAMES);
  it.each([
    [{ usagetype: "USE1-CognitoLiteMAU", regioncode: "us-east-1" }, "us-east-1", "CognitoLiteMAU"],
    [{ usagetype: "InstanceUsage:db.t4g.micro", regioncode: "us-east-1" }, "us-east-1", "InstanceUsage:db.t4g.micro"],
    [{ usagetype: "EU-CognitoLiteMAU" }, "eu-west-1", "CognitoLiteMAU"],
    [{ usagetype: "EU:PI_API", regioncode: "eu-west-1" }, "eu-west-1", "PI_API"],
    [{ usagetype: "us-west-2-KMS-Keys", regioncode: "us-west-2" }, "us-west-2", "KMS-Keys"],
    [{ usagetype: "NodeUsage:cache.t3.micro", location: "EU (Ireland)" }, "eu-west-1", "NodeUsage:cache.t3.micro"],
    [{ usagetype: "Global-CognitoFreeTierMAU", regioncode: "us-east-1" }, "global", "Global-CognitoFreeTierMAU"],
    [{ usagetype: "USE1-EU-AWS-Out-Bytes", regioncode: "eu-west-1" }, "eu-west-1", "USE1-EU-AWS-Out-Bytes"],
    [{ usagetype: "DNS-Queries", location: "Any" }, "global", "DNS-Queries"],
    [{ usagetype: "Requests-Tier1" }, undefined, "Requests-Tier1"],
  ])("%j", (attributes, region, usagetype) => {
    expect(placeOf({ sku: "X", productFamily: "", attributes })).toEqual({ region, usagetype });
  });
});
