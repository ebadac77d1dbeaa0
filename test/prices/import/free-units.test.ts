import { describe, expect, it } from "vitest";
import { rateCard } from "../../../src/prices/rate-card.js";
import { rateQuantity } from "../../../src/rating/rate-quantity.js";
import { decimal, plain } from "../../../src/units/decimal.js";
import { textsOf } from "../../support/problems-of.js";
import { asPriceFile, importText, offerText, priceIn } from "./import-text.js";

const regional = offerText("cognito-eu-west-1.json");
const global = offerText("cognito-global.json");

describe("free units in SKUs of their own", () => {
  it("the free users of the Global SKU are deducted before the ranges of the Region are counted", () => {
    const made = importText("aws.cognito", [regional, global]);
    const card = rateCard({ files: [asPriceFile(made)] }, { asOf: "2026-06-22", region: "eu-west-1", freeTier: true });
    const amount = (id: string, users: string): string => plain(rateQuantity(card.rate(id), decimal(users)).amount);
    expect(amount("aws.cognito.classic.mau", "100000"), "50,000 x 0.0055; reading the ranges as absolute gives 230, leaving the free users out 505").toBe("275");
    expect(amount("aws.cognito.lite.mau", "950000"), "90,000 x 0.0055 = 495 and 850,000 x 0.0046 = 3,910; AWS page").toBe("4405");
    expect(amount("aws.cognito.essentials.mau", "100000"), "90,000 x 0.015").toBe("1350");
    expect(amount("aws.cognito.plus.mau", "1000"), "Plus has no free users").toBe("20");
    expect(amount("aws.cognito.federated.mau", "500"), "450 x 0.015: the 50 free are stated by the rule").toBe("6.75");
  });

  it("the one-letter difference between the free and the paid usage type is kept", () => {
    const made = importText("aws.cognito", [regional, global]);
    expect(priceIn(made, "aws.cognito.classic.mau", "eu-west-1")).toMatchObject({ allowance: "50000" });
    expect(priceIn(made, "aws.cognito.classic.mau", "global")).toBeUndefined();
  });

  it("a regional list without the Global SKUs is refused, for it would price without free users", () => {
    expect(textsOf(() => importText("aws.cognito", [regional]))).toEqual([
      'offer-1.json: the free units of "aws.cognito.classic.mau" are in none of the files (expected the SKU of Global-CognitoUserPoolMAU; give the file that holds the Global SKUs beside this one)',
      'offer-1.json: the free units of "aws.cognito.essentials.mau" are in none of the files (expected the SKU of Global-CognitoFreeTierMAU; give the file that holds the Global SKUs beside this one)',
      'offer-1.json: the free units of "aws.cognito.lite.mau" are in none of the files (expected the SKU of Global-CognitoFreeTierMAU; give the file that holds the Global SKUs beside this one)',
    ]);
  });

  it("a free SKU that costs something is refused", () => {
    expect(textsOf(() => importText("aws.cognito", [regional, global.replace("0.0000000000", "0.0010000000")]))[0]).toContain("this is no range of free units");
  });
});

describe("a free range inside a SKU", () => {
  it("becomes a free first tier, in whatever order the ranges stand", () => {
    const made = importText("aws.dynamodb", [offerText("dynamodb.json")]);
    expect(priceIn(made, "aws.dynamodb.storage", "us-east-1")).toEqual({ schedule: "graduated", tiers: [{ upTo: "25", rate: "0", free: true }], thereafter: "0.25" });
    expect(priceIn(made, "aws.dynamodb.on-demand.write", "us-east-1")).toEqual({ rate: "0.000000625" });
  });
});
