import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rateQuantity } from "../../src/rating/rate-quantity.js";
import { decimal, plain, sum } from "../../src/units/decimal.js";
import { quantity } from "../support/quantities.js";
import { SHOP_RATES, shopRate } from "../support/shop.js";

/** Up to 110 units every rate of the shop has a published price; above, these do not. */
const OPEN_RATES = SHOP_RATES.filter((id) => !["shop.graduated-quote", "shop.volume-flats"].includes(id));
const rate = fc.tuple(fc.constantFrom(...OPEN_RATES), fc.boolean()).map(([id, freeTier]) => shopRate(id, freeTier));
/** Without a step down anywhere: volume prices fall at their bounds. */
const rising = fc.tuple(fc.constantFrom(...OPEN_RATES.filter((id) => !id.startsWith("shop.volume"))), fc.boolean()).map(([id, freeTier]) => shopRate(id, freeTier));
const GRADUATED = ["shop.graduated", "shop.graduated-allowance", "shop.graduated-free-tier"];

describe("for every rate and quantity", () => {
  it("the amount is the sum of its slices", () => {
    fc.assert(fc.property(rate, quantity, (one, used) => {
      const rated = rateQuantity(one, used);
      expect(plain(sum(rated.slices.map((slice) => slice.amount)))).toBe(plain(rated.amount));
    }));
  });

  it("the slices' quantities add up to the quantity used", () => {
    fc.assert(fc.property(rate, quantity, (one, used) => {
      const rated = rateQuantity(one, used);
      expect(plain(sum(rated.slices.map((slice) => slice.quantity)))).toBe(plain(used));
    }));
  });

  it("slices follow each other without gap or overlap, and no part is negative", () => {
    fc.assert(fc.property(rate, quantity, (one, used) => {
      const tiers = rateQuantity(one, used).slices.filter((slice) => slice.kind === "tier" || slice.kind === "allowance");
      const graduated = one.schedule.kind !== "volume" ? tiers : [];
      expect(graduated.slice(1).map((slice) => plain(slice.from))).toEqual(graduated.slice(0, -1).map((slice) => plain(slice.upTo ?? decimal("-1"))));
      expect(rateQuantity(one, used).slices.filter((slice) => slice.quantity.lt(0) || slice.amount.lt(0))).toEqual([]);
    }));
  });

  it("each tier's amount is its quantity times its rate", () => {
    fc.assert(fc.property(rate, quantity, (one, used) => {
      const tiers = rateQuantity(one, used).slices.filter((slice) => slice.kind === "tier");
      expect(tiers.map((slice) => plain(slice.quantity.times(slice.rate)))).toEqual(tiers.map((slice) => plain(slice.amount)));
    }));
  });

  it("free units never make a bill larger", () => {
    fc.assert(fc.property(fc.constantFrom(...OPEN_RATES.filter((id) => !id.startsWith("shop.volume"))), quantity, (id, used) => {
      expect(rateQuantity(shopRate(id, true), used).amount.lte(rateQuantity(shopRate(id, false), used).amount)).toBe(true);
    }));
  });

  it("more use never costs less, but for volume prices", () => {
    fc.assert(fc.property(rising, quantity, quantity, (one, left, more) => {
      expect(rateQuantity(one, left.plus(more)).amount.gte(rateQuantity(one, left).amount)).toBe(true);
    }));
  });
});

describe("graduated tiers without entry prices meet at their bounds", () => {
  const step = decimal("0.0000000001");
  it.each(GRADUATED)("%s does not jump at any bound", (id) => {
    const one = shopRate(id);
    const bounds = ["50", "100", "150", "1000", "1050"].map(decimal);
    const jumps = bounds.map((bound) => rateQuantity(one, bound.plus(step)).amount.minus(rateQuantity(one, bound).amount));
    expect(jumps.filter((jump) => jump.gt(step) || jump.lt(0))).toEqual([]);
  });
});
