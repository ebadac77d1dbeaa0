import { describe, expect, it } from "vitest";
import { plain, sum, ZERO } from "../../../src/units/decimal.js";
import { checkOne, kindsOf } from "./check.js";

const CASES = [
  { name: "tiers counted from the first unit", causes: ["absolute-thresholds"], because: "Lite, 200,003 users: 80,000 x 0.0055 + 110,003 x 0.0046 = 946.01; right is 955.01", claim: { claimed: "946.01", charges: [{ rate: "aws.cognito.lite.mau", quantity: "200003" }] } },
  { name: "the free users taken off in each of three pools", causes: ["free-tier-per-pool"], because: "3 x 13,157 x 0.015 = 592.07; right is (69,471 - 10,000) x 0.015", claim: { claimed: "592.07", charges: [{ rate: "aws.cognito.essentials.mau", quantity: "23157", times: "3" }] } },
  { name: "a month of 720 hours", causes: ["hours-per-month"], because: "0.145 x 720 = 104.40; 730 hours are 105.85", claim: { claimed: "104.40", charges: [{ rate: "aws.rds-postgresql.db.t3.large.single-az", quantity: "730" }] } },
  { name: "prices of before November 2024", causes: ["other-date"], because: "733.1 million x 1.25 = 916.38; since then half", claim: { claimed: "916.38", charges: [{ rate: "aws.dynamodb.on-demand.write", quantity: "733100000" }] } },
  { name: "a part forgotten", causes: ["component-left-out"], because: "the storage alone: (317.3 - 25) x 0.25 = 73.075", claim: { claimed: "73.08", charges: [{ rate: "aws.dynamodb.storage", quantity: "317.3" }, { rate: "aws.kms.key", quantity: "17" }] } },
  { name: "one-off costs forgotten", causes: ["one-off-left-out"], because: "12 x 2,620", claim: { kind: "total", months: "12", claimed: "31,440", costs: [{ name: "Servers", monthly: "2620" }, { name: "Set-up", once: "7777" }] } },
  { name: "a figure rounded up, not to the nearest", causes: ["other-rounding"], because: "one secret is 0.40; 1 is 0.40 rounded up", claim: { claimed: "1", charges: [{ rate: "aws.secrets-manager.secret", quantity: "1" }] } },
  { name: "each line rounded up before the sum", causes: ["other-rounding"], because: "0.40, 40.60 and 72.60 become 1 + 41 + 73 = 115; right is 113.60", claim: { claimed: "115", charges: [{ rate: "aws.secrets-manager.secret", quantity: "1" }], costs: [{ name: "A", monthly: "40.60" }, { name: "B", monthly: "72.60" }] } },
  { name: "a year's figure for a month's", causes: ["other-months"], because: "12 x 7,350", claim: { claimed: "88,200.00", charges: [{ rate: "aws.cognito.essentials.mau", quantity: "500000" }] } },
  { name: "one year of three", causes: ["other-months"], because: "12 x 7,350 + 1,234 once; three years are 265,834", claim: { kind: "total", months: "36", claimed: "89,434.00", charges: [{ rate: "aws.cognito.essentials.mau", quantity: "500000" }], costs: [{ name: "Set-up", once: "1234" }] } },
  { name: "prices of another Region", causes: ["other-region"], because: "a db.t3.large is 0.145 an hour in us-east-1 and 0.156 in eu-west-1", claim: { claimed: "113.88", charges: [{ rate: "aws.rds-postgresql.db.t3.large.single-az", quantity: "730" }] } },
  { name: "three mistakes at once", causes: ["free-tier-left-out", "flat-rate", "component-left-out"], because: "1,234,567 x 0.0055 + 37, with neither free users nor later tiers nor the federated users", claim: { claimed: "6827.12", charges: [{ rate: "aws.cognito.lite.mau", quantity: "1234567" }, { rate: "aws.kms.key", quantity: "37" }, { rate: "aws.cognito.federated.mau", quantity: "61713" }] } },
  { name: "a slip in the sum, beside parts that are wrong themselves", causes: ["arithmetic-slip", "flat-rate"], because: "2,475 and 27.50 are 2,502.50; the 2,475 is flat", claim: { claimed: "2402.50", parts: ["2475.00", "27.50"], charges: [{ rate: "aws.cognito.classic.mau", quantity: "500000" }], costs: [{ name: "Mail", monthly: "27.50" }] } },
] as const;

describe.each(CASES)("$name ($because)", ({ claim, causes }) => {
  const one = checkOne(claim);
  it(`is found: ${causes.join(" and ")}`, () => {
    expect(kindsOf(one)).toEqual(causes);
  });
  it("is explained by parts that add up", () => {
    expect(plain(sum(one.causes.map((cause) => cause.amount)))).toBe(plain(one.difference ?? ZERO));
  });
});

it("copies of one rate share its free users", () => {
  expect(checkOne({ claimed: "150", charges: [{ rate: "aws.cognito.essentials.mau", quantity: "10000", times: "2" }] }).verdict).toBe("holds");
});

it("two charges of one rate share its free users", () => {
  expect(checkOne({ claimed: "150", charges: [{ rate: "aws.cognito.essentials.mau", quantity: "10000" }, { rate: "aws.cognito.essentials.mau", quantity: "10000" }] }).verdict).toBe("holds");
});

it("two parts of the same price leave it open which is missing", () => {
  const one = checkOne({ claimed: "113", costs: [{ name: "A", monthly: "113" }, { name: "B", monthly: "113" }] });
  expect(one).toMatchObject({ verdict: "differs", certain: false });
  expect([one.causes, ...one.alsoFits].map((causes) => causes[0]?.explain)).toEqual(["A is left out", "B is left out"]);
});

it("a figure that nothing gives is unexplained, and says so", () => {
  expect(checkOne({ claimed: "1234.56", charges: [{ rate: "aws.cognito.lite.mau", quantity: "100000" }] })).toMatchObject({ verdict: "differs", certain: false, causes: [{ kind: "unexplained" }] });
});

it("a rough figure is never explained with certainty", () => {
  expect(checkOne({ claimed: "~$2,500", charges: [{ rate: "aws.cognito.classic.mau", quantity: "500000" }] })).toMatchObject({ verdict: "differs", certain: false });
});
