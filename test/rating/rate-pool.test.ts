import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ratePool } from "../../src/rating/rate-pool.js";
import { type Rated, rateQuantity } from "../../src/rating/rate-quantity.js";
import type { Slice } from "../../src/rating/slice.js";
import { type Decimal, decimal, plain, sum } from "../../src/units/decimal.js";
import { quantity } from "../support/quantities.js";
import { SHOP_RATES, shopRate } from "../support/shop.js";

const OPEN_RATES = SHOP_RATES.filter((id) => !["shop.graduated-quote", "shop.volume-flats"].includes(id));
const rate = fc.tuple(fc.constantFrom(...OPEN_RATES), fc.boolean()).map(([id, freeTier]) => shopRate(id, freeTier));
const quantities = fc.array(quantity, { minLength: 1, maxLength: 6 });

const key = (slice: Slice): string => `${slice.kind} ${plain(slice.from)} ${slice.upTo === null ? "" : plain(slice.upTo)}`;
/** Quantity and amount of each slice, added up over consumers. */
function bySlice(rated: readonly Rated[]): ReadonlyMap<string, readonly [Decimal, Decimal]> {
  const totals = new Map<string, readonly [Decimal, Decimal]>();
  for (const slice of rated.flatMap((one) => one.slices)) {
    const [used, amount] = totals.get(key(slice)) ?? [decimal("0"), decimal("0")];
    totals.set(key(slice), [used.plus(slice.quantity), amount.plus(slice.amount)]);
  }
  return totals;
}
const texts = (totals: ReadonlyMap<string, readonly [Decimal, Decimal]>): readonly string[] =>
  [...totals].map(([name, [used, amount]]) => `${name}: ${plain(used)} -> ${plain(amount)}`).sort();

describe("consumers of one rate share its free part and tiers", () => {
  const cases = [
    { id: "shop.unit-free", uses: ["30000", "10000"], amounts: ["0.045", "0.015"], because: "20,000 of 40,000 are free: 20,000 x 0.000003 = 0.06, by 3 to 1" },
    { id: "shop.graduated", uses: ["100", "100"], amounts: ["35", "35"], because: "200 together: 50 + 20 = 70, half each; apart they would pay 50 each" },
    { id: "shop.graduated", uses: ["0", "200"], amounts: ["0", "70"], because: "who uses nothing pays nothing" },
    { id: "shop.package", uses: ["250", "750"], amounts: ["6.25", "18.75"], because: "one package of 25 dollars together, by use" },
    { id: "shop.flat", uses: ["1", "4"], amounts: ["7", "28"], because: "35 once, by use" },
    { id: "shop.minimum", uses: ["1", "3"], amounts: ["25", "75"], because: "the minimum of 100 once, by use" },
    { id: "shop.volume", uses: ["50", "150"], amounts: ["10", "30"], because: "200 together at 0.2" },
  ];
  it.each(cases)("$uses of $id pay $amounts: $because", ({ id, uses, amounts }) => {
    expect(ratePool(shopRate(id), uses.map(decimal)).map((one) => plain(one.amount))).toEqual(amounts);
  });
});

describe("for every pool of one to six consumers", () => {
  it("each consumer's slices add up to what it used and what it pays", () => {
    fc.assert(fc.property(rate, quantities, (one, uses) => {
      const rated = ratePool(one, uses);
      expect(rated.map((consumer) => plain(consumer.quantity))).toEqual(uses.map(plain));
      expect(rated.map((consumer) => plain(sum(consumer.slices.map((slice) => slice.quantity))))).toEqual(uses.map(plain));
      expect(rated.map((consumer) => plain(sum(consumer.slices.map((slice) => slice.amount))))).toEqual(rated.map((consumer) => plain(consumer.amount)));
    }), { numRuns: 400 });
  });

  it("over all consumers the amounts, and each slice, add up to the pool's exactly", () => {
    fc.assert(fc.property(rate, quantities, (one, uses) => {
      const rated = ratePool(one, uses);
      const whole = rateQuantity(one, sum(uses));
      expect(plain(sum(rated.map((consumer) => consumer.amount)))).toBe(plain(whole.amount));
      expect(texts(bySlice(rated))).toEqual(texts(bySlice([whole])));
    }), { numRuns: 400 });
  });

  it("no share is negative, and who uses nothing pays nothing", () => {
    fc.assert(fc.property(rate, quantities, (one, uses) => {
      const rated = ratePool(one, uses);
      expect(rated.flatMap((consumer) => consumer.slices).filter((slice) => slice.quantity.lt(0) || slice.amount.lt(0)).map(key)).toEqual([]);
      expect(rated.filter((consumer) => consumer.quantity.isZero()).map((consumer) => plain(consumer.amount)).filter((amount) => amount !== "0")).toEqual([]);
    }), { numRuns: 400 });
  });

  it("each consumer's free part is that of its slices", () => {
    fc.assert(fc.property(rate, quantities, (one, uses) => {
      const rated = ratePool(one, uses);
      const free = rated.map((consumer) => sum(consumer.slices.filter((slice) => slice.kind === "allowance").map((slice) => slice.quantity)));
      expect(rated.map((consumer) => plain(consumer.allowance))).toEqual(free.map(plain));
    }));
  });

  it("a pool of one is rated like that one alone", () => {
    fc.assert(fc.property(rate, quantity, (one, used) => {
      expect(ratePool(one, [used])).toEqual([rateQuantity(one, used)]);
    }));
  });

  it("equal uses of a pool pay equal parts, but for what the cut of the shares leaves", () => {
    fc.assert(fc.property(rate, quantity, fc.integer({ min: 2, max: 6 }), (one, used, count) => {
      const amounts = ratePool(one, Array.from({ length: count }, () => used)).map((consumer) => consumer.amount);
      const spread = amounts.map((amount) => amount.minus(amounts[0] ?? amount).abs());
      expect(spread.filter((difference) => difference.gt(decimal("0.000000000000000001")))).toEqual([]);
    }));
  });
});
