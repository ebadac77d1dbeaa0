import { describe, expect, it } from "vitest";
import { shortest } from "../../../src/analysis/claims/solved.js";
import { plain } from "../../../src/units/decimal.js";
import { textsOf } from "../../support/problems-of.js";
import { checkOne } from "./check.js";

const solvedOf = (claim: object, prices?: object) => {
  const [solved] = checkOne(claim, prices).solved;
  if (!solved) throw new Error("nothing was sought");
  return { ...solved, texts: solved.holds.map(({ from, at, to }) => [plain(from), plain(at), plain(to)]) };
};
const essentials = { charges: [{ rate: "aws.cognito.essentials.mau", quantity: "100000" }] };

describe("what would have to be true", () => {
  it("a price: 90,000 users above the free ones cost 990 at 0.011 each", () => {
    const { texts, now, unit } = solvedOf({ claimed: "990.00", ...essentials, solve: { rate: "aws.cognito.essentials.mau", from: "0", to: "0.1" } });
    expect([texts[0]?.[1], now?.toFixed(), unit]).toEqual(["0.011", "0.015", "USD per MAU"]);
  });

  it("a quantity: 750 dollars are 60,000 users on Essentials", () => {
    expect(solvedOf({ claimed: "750.00", ...essentials, solve: { quantity: "aws.cognito.essentials.mau", from: "0", to: "1000000" } }).texts[0]?.[1]).toBe("60000");
  });

  it("both ends of a stretch hold, and what lies just outside does not", () => {
    // 60 +- 5 dollars at 0.015 above 10,000 free: 13,666.7 to 14,333.3 users
    const { texts } = solvedOf({ claimed: "~$60", ...essentials, solve: { quantity: "aws.cognito.essentials.mau", from: "0", to: "1000000" } });
    expect(texts.map(([from, , to]) => [Math.round(Number(from)), Math.round(Number(to))])).toEqual([[13_667, 14_333]]);
    const verdicts = [texts[0]?.[0], texts[0]?.[2]].map((quantity) => checkOne({ claimed: "~$60", charges: [{ rate: "aws.cognito.essentials.mau", quantity }] }).verdict);
    expect(verdicts).toEqual(["holds", "holds"]);
  });

  it("no value in the range is an answer", () => {
    expect(solvedOf({ claimed: "750.00", ...essentials, solve: { quantity: "aws.cognito.essentials.mau", from: "0", to: "50000" } }).holds).toEqual([]);
  });

  it("a figure that a step jumps over has no value", () => {
    // one instance at 65 dollars up to 50,000 users, two from 50,001 on: the bill jumps from 67 to 132
    const seed = { book: "seed", asOf: "2024-08-31", region: "global" };
    expect(solvedOf({ claimed: "$100.00", point: { architecture: "postgresql", workload: { mau: "50000" } }, solve: { driver: "mau", from: "1000", to: "60000" } }, seed).holds).toEqual([]);
  });

  it("a driver that counts people takes whole numbers", () => {
    const seed = { book: "seed", asOf: "2024-08-31", region: "global" };
    const { texts } = solvedOf({ claimed: "$275", point: { architecture: "cognito", workload: { mau: "1" } }, solve: { driver: "mau", from: "1", to: "1000000" } }, seed);
    // (99,910 - 50,000) x 0.0055 = 274.505; (100,090 - 50,000) x 0.0055 = 275.495
    expect(texts).toEqual([["99910", "100000", "100090"]]);
  });

  it("a stretch is spoken of by its shortest number", () => {
    const { holds } = solvedOf({ claimed: "~$60", ...essentials, solve: { quantity: "aws.cognito.essentials.mau", from: "0", to: "1000000" } });
    expect(holds.map((stretch) => plain(shortest(stretch)))).toEqual(["14000"]);
  });
});

it("a driver is sought only where one reaches the claim", () => {
  expect(textsOf(() => checkOne({ claimed: "1", ...essentials, solve: { driver: "mau", from: "1", to: "2" } }))[0]).toContain("has no point that drivers reach");
});

it("a rate is sought only where the claim uses it", () => {
  expect(textsOf(() => checkOne({ claimed: "1", ...essentials, solve: { rate: "aws.cognito.essential.mau", from: "1", to: "2" } }))[0]).toContain('did you mean "aws.cognito.essentials.mau"');
});
