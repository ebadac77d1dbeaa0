import { describe, expect, it } from "vitest";
import { rateQuantity } from "../../src/rating/rate-quantity.js";
import type { Slice } from "../../src/rating/slice.js";
import { decimal, plain } from "../../src/units/decimal.js";
import { fixture } from "../support/fixture.js";
import { problemsOf } from "../support/problems-of.js";
import { SHOP_RATES, shopRate } from "../support/shop.js";

type Case = { readonly rate: string; readonly quantity: string; readonly amount: string; readonly freeTier?: string; readonly slices: readonly string[]; readonly because: string };
const cases = fixture<readonly Case[]>("rating/cases.yaml");

const sliceText = (slice: Slice): string =>
  `${slice.kind} ${plain(slice.from)}-${slice.upTo === null ? "" : plain(slice.upTo)}: ${plain(slice.quantity)} x ${plain(slice.rate)} = ${plain(slice.amount)}`;

describe("a quantity becomes money slice by slice", () => {
  it.each(cases)("$quantity of $rate cost $amount: $because", ({ rate, quantity, amount, freeTier, slices }) => {
    const rated = rateQuantity(shopRate(rate, freeTier !== "false"), decimal(quantity));
    expect(rated.slices.map(sliceText)).toEqual(slices);
    expect(plain(rated.amount)).toBe(amount);
  });

  it("every way of charging has a case", () => {
    const worked = new Set(cases.map((one) => one.rate));
    expect(SHOP_RATES.filter((id) => !worked.has(id))).toEqual(["shop.thirds"]);
  });
});

describe("what cannot be rated", () => {
  const refused = [
    { rate: "shop.graduated-quote", quantity: "110.0001", code: "unpublished-price", says: /no published price above 110 MAU.*found 110.0001/ },
    { rate: "shop.volume-flats", quantity: "1001", code: "unpublished-price", says: /no published price above 1,000 MAU/ },
    { rate: "shop.unit", quantity: "-1", code: "out-of-range", says: /cannot be negative.*found -1/ },
  ];
  it.each(refused)("$quantity of $rate: $code", ({ rate, quantity, code, says }) => {
    const problems = problemsOf(() => rateQuantity(shopRate(rate), decimal(quantity)));
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems.map((problem) => `${problem.message} found ${problem.found ?? ""}`)[0]).toMatch(says);
  });
  it("a quantity of minus nothing is nothing", () => {
    expect(plain(rateQuantity(shopRate("shop.minimum"), decimal("-0")).amount)).toBe("0");
  });
});
