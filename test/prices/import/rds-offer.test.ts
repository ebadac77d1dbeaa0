import { describe, expect, it } from "vitest";
import { textsOf } from "../../support/problems-of.js";
import { asPriceFile, collectText, importText, offerText, priceIn, rulesOf } from "./import-text.js";

const text = offerText("rds.json");
const made = importText("aws.rds-postgresql", [text]);
const micro = "aws.rds-postgresql.db.t4g.micro.single-az";

describe("instances of one engine among many", () => {
  it("only PostgreSQL without a licence, in a Region, in one or two zones, becomes a rate", () => {
    expect(Object.keys(asPriceFile(made).rates).filter((id) => id.includes(".db.") && !id.includes("reserved"))).toEqual([
      "aws.rds-postgresql.db.m7g.xlarge.multi-az", "aws.rds-postgresql.db.m7g.xlarge.single-az", micro,
    ]);
    expect(priceIn(made, micro, "us-east-1"), "MySQL 0.017, own licence 0.018, I/O-optimised 0.019, outpost 0.020 are others").toEqual({ rate: "0.016" });
  });

  it("the class is read from the instance type, not from the abbreviated usage type", () => {
    expect(priceIn(made, "aws.rds-postgresql.db.m7g.xlarge.single-az", "eu-west-1")).toEqual({ rate: "0.337" });
    expect(priceIn(made, "aws.rds-postgresql.db.m7g.xl.single-az", "eu-west-1")).toBeUndefined();
  });

  it("the same price of the engine and of any engine counts once", () => {
    expect(priceIn(made, "aws.rds-postgresql.storage.gp3", "eu-west-1")).toEqual({ rate: "0.127" });
  });

  it("what no rule means is counted, and what is sold elsewhere is left out with the reason", () => {
    const { unmapped, skipped } = collectText(text, rulesOf("aws.rds-postgresql"));
    expect([unmapped.count, [...unmapped.kinds]]).toEqual([3, [["Database Instance InstanceUsage:db.t4g.micro", 2], ["Database Instance InstanceUsageIOOptimized:db.t4g.micro", 1]]]);
    expect([...skipped]).toEqual([["sold in an AWS Outposts", 1]]);
  });
});

describe("reserved terms", () => {
  const cases = [
    { id: "1yr-no-upfront", rate: "0.011", because: "nothing upfront" },
    { id: "1yr-partial-upfront", rate: "0.01", because: "0.005 an hour and 43.8 / 8,760 = 0.005" },
    { id: "1yr-all-upfront", rate: "0.0105022831050", because: "92 / 8,760 = 0.010502283105022831…, twelve digits" },
    { id: "3yr-all-upfront", rate: "0.00742009132420", because: "195 / 26,280 = 0.00742009132420091…, twelve digits" },
  ];
  it.each(cases)("$id is $rate an hour", ({ id, rate, because }) => {
    const trimmed = rate.replace(/0+$/, "");
    expect(priceIn(made, `${micro}.reserved.${id}`, "us-east-1"), because).toEqual({ rate: trimmed });
  });

  it("a rate that does not end says so in its note, with the fee", () => {
    expect(asPriceFile(made).rates[`${micro}.reserved.1yr-all-upfront`]?.prices[0]?.note).toBe("0 an hour and 92 upfront over 8760 hours, given to 12 digits");
    expect(asPriceFile(made).rates[`${micro}.reserved.1yr-partial-upfront`]?.prices[0]?.note).toBe("0.005 an hour and 43.8 upfront over 8760 hours");
  });

  it("a term with a lease is reserved in whatever section it stands", () => {
    const moved = text.replace('"Reserved": {', '"Other": {');
    expect(priceIn(importText("aws.rds-postgresql", [moved]), micro, "us-east-1")).toEqual({ rate: "0.016" });
    expect(priceIn(importText("aws.rds-postgresql", [moved]), `${micro}.reserved.1yr-no-upfront`, "us-east-1")).toEqual({ rate: "0.011" });
  });
});

describe("what is not ours to choose", () => {
  it("two SKUs with different prices for one rate and Region are refused by name", () => {
    const two = text.replace(/(FIXRDSGP3ANY0001\.JRTCKXETXF\.D1"[^{]*?\{\s*"USD": ")0.1270000000/s, "$10.1280000000");
    expect(two).not.toBe(text);
    expect(textsOf(() => importText("aws.rds-postgresql", [two]))).toEqual([
      'offer-1.json: SKU FIXRDSGP3ANY0001 and SKU FIXRDSGP3PG00001 state different prices for "aws.rds-postgresql.storage.gp3" in eu-west-1 (found 0.128 and 0.127; make the import rule match one of them only)',
    ]);
  });

  it("a unit that the rule does not know is refused", () => {
    expect(textsOf(() => importText("aws.rds-postgresql", [text.replaceAll('"GB-Mo"', '"TB-Mo"')]))).toEqual([
      'offer-1.json: SKU FIXRDSGP3PG00001 for "aws.rds-postgresql.storage.gp3": the unit "TB-Mo" is not known for this rate (FIXRDSGP3PG00001.JRTCKXETXF.D1) (expected GB-Mo)',
      'offer-1.json: SKU FIXRDSGP3ANY0001 for "aws.rds-postgresql.storage.gp3": the unit "TB-Mo" is not known for this rate (FIXRDSGP3ANY0001.JRTCKXETXF.D1) (expected GB-Mo)',
    ]);
  });

  it("ranges with a gap are refused", () => {
    const gap = offerText("dynamodb.json").replace('"beginRange": "25"', '"beginRange": "30"');
    expect(textsOf(() => importText("aws.dynamodb", [gap]))).toEqual(['offer-1.json: SKU FIXDDBSTORAGE001 for "aws.dynamodb.storage": the ranges of use do not follow each other: 0 to 25, 30 to Inf (expected each begins where the one before ends, the first at 0)']);
  });

  it("ranges that do not reach an open end are refused", () => {
    const short = offerText("dynamodb.json").replace('"endRange": "Inf"', '"endRange": "100"');
    expect(textsOf(() => importText("aws.dynamodb", [short]))[0]).toContain("the ranges of use end at 100");
  });

  it("a price in another currency is refused, not read as 0", () => {
    expect(textsOf(() => importText("aws.dynamodb", [offerText("dynamodb.json").replaceAll('"USD"', '"CNY"')]))[0]).toContain("no price in USD");
  });

  it("the list of another service is refused", () => {
    expect(textsOf(() => importText("aws.cognito", [text]))).toEqual(['offer-1.json: this is the price list of another service than "aws.cognito" (found "AmazonRDS"; expected AmazonCognito)']);
  });
});
