import { describe, expect, it } from "vitest";
import { priceFunction } from "../../src/engine/price-function.js";
import { rateQuantity } from "../../src/rating/rate-quantity.js";
import { decimal, plain } from "../../src/units/decimal.js";
import { problemsOf } from "../support/problems-of.js";
import { SHOP_RATES, shopRate } from "../support/shop.js";

const QUANTITIES = ["0", "0.3", "1", "7", "18.5", "50", "50.1", "99.9", "100", "100.1", "104", "110", "110.1", "149.9", "150", "500", "500.5", "1000", "1000.1", "1050", "2000", "20000", "20000.1", "123456.7"];
/** What doubles may make of a quantity on their way: itself, and a few of the last places off. */
const NOISE = [1, 1 + 2 ** -52, 1 - 2 ** -53, 1 + 2 ** -49, 1 - 2 ** -49];

const cases = SHOP_RATES.flatMap((id) => [true, false].map((freeTier) => ({ name: `${id}, free tier ${freeTier ? "on" : "off"}`, rate: shopRate(id, freeTier) })));

describe("a rate over plain numbers agrees with the exact one, or refuses", () => {
  it.each(cases)("$name", ({ rate }) => {
    const price = priceFunction(rate);
    const wrong = QUANTITIES.flatMap((text) => {
      const exact: number[] = [];
      const unpublished = problemsOf(() => exact.push(rateQuantity(rate, decimal(text)).amount.toNumber())).length > 0;
      const right = unpublished ? Number.POSITIVE_INFINITY : (exact[0] ?? Number.NaN);
      const fits = (fast: number): boolean => Number.isNaN(fast) || fast === right || Math.abs(fast - right) <= 1e-9 + 1e-12 * Math.abs(right);
      return NOISE.map((noise) => Number(text) * noise).filter((quantity) => !fits(price(quantity))).map((quantity) => `${quantity} for ${text}: ${price(quantity)} instead of ${right}`);
    });
    expect(wrong).toEqual([]);
  });
  it.each(cases)("$name answers for quantities away from every step", ({ rate }) => {
    expect(["0.3", "50.1", "99.9"].map((text) => priceFunction(rate)(Number(text))).filter(Number.isNaN)).toEqual([]);
  });
});

it("nothing costs nothing, and less than nothing is refused", () => {
  expect(cases.map(({ rate }) => priceFunction(rate)(0)).filter((amount) => amount !== 0)).toEqual([]);
  expect(cases.map(({ rate }) => priceFunction(rate)(-1)).filter((amount) => !Number.isNaN(amount))).toEqual([]);
  expect(plain(rateQuantity(shopRate("shop.minimum"), decimal("0")).amount)).toBe("0");
});
