import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { philox } from "../../../src/analysis/statistics/philox.js";
import { randomStream } from "../../../src/analysis/statistics/random-stream.js";

const words = (text: string): readonly number[] => text.split(" ").map((word) => Number.parseInt(word, 16));

describe("the generator gives the published words", () => {
  const cases = [
    { counter: "00000000 00000000 00000000 00000000", key: "00000000 00000000", out: "6627e8d5 e169c58d bc57ac4c 9b00dbd8" },
    { counter: "ffffffff ffffffff ffffffff ffffffff", key: "ffffffff ffffffff", out: "408f276d 41c83b0e a20bc7c6 6d5451fd" },
    { counter: "243f6a88 85a308d3 13198a2e 03707344", key: "a4093822 299f31d0", out: "d16cfe09 94fdcceb 5001e420 24126ea1" },
  ];
  it.each(cases)("$counter under $key: known answers of Random123", ({ counter, key, out }) => {
    const [c0 = 0, c1 = 0, c2 = 0, c3 = 0] = words(counter);
    const [k0 = 0, k1 = 0] = words(key);
    const found = new Uint32Array(4);
    philox(c0, c1, c2, c3, k0, k1, found);
    expect([...found]).toEqual(words(out));
  });
});

const column = (seed: number, name: string, count: number): Float64Array => {
  const out = new Float64Array(count);
  randomStream(seed, name).fill(out, 0, count);
  return out;
};

describe("a stream of uniform numbers", () => {
  it("is the same on every machine and in every version", () => {
    // Worked out apart from this code, by whole numbers of any size.
    expect([0, 1, 2, 1_000_000].map((place) => randomStream(1, "mau").at(place))).toEqual([0.7308478321629911, 0.9819077796988841, 0.16147147378704851, 0.5948073600285054]);
    expect(randomStream(2 ** 40 + 5, "cost Pen test").at(7)).toBe(0.7806866576762485);
  });

  it("has the same number at a place, whichever way it is reached", () => {
    fc.assert(fc.property(fc.nat(4_294_967_295), fc.string(), fc.array(fc.nat(5_000_000_000), { minLength: 1, maxLength: 20 }), (seed, name, places) => {
      const stream = randomStream(seed, name);
      for (const place of places) expect(stream.at(place)).toBe(randomStream(seed, name).at(place));
      const [from = 0] = places;
      const block = new Float64Array(7);
      stream.fill(block, from, 5);
      expect([...block]).toEqual([0, 1, 2, 3, 4].map((row) => randomStream(seed, name).at(from + row)).concat([0, 0]));
    }));
  });

  it("lies strictly between 0 and 1 and is even: 100 classes of 1,000 expected draws each", () => {
    const counts = new Float64Array(100);
    for (const u of column(7, "even", 100_000)) {
      expect(u > 0 && u < 1).toBe(true);
      const place = Math.floor(100 * u);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // 99 degrees of freedom: 61 to 149 holds all but 1 in 500.
    expect(chiSquare).toBeGreaterThan(61);
    expect(chiSquare).toBeLessThan(149);
  });

  it.each([
    ["another name", column(1, "mau", 50_000), column(1, "mau2", 50_000)],
    ["a name that is longer by a zero letter", column(1, "a", 50_000), column(1, "a\u0000", 50_000)],
    ["a name that differs in its ninth letter", column(1, "cost Pen test", 50_000), column(1, "cost Pem test", 50_000)],
    ["another seed", column(1, "mau", 50_000), column(2, "mau", 50_000)],
    ["a seed that differs above 2^32", column(1, "mau", 50_000), column(1 + 2 ** 32, "mau", 50_000)],
    ["the next place", column(1, "mau", 50_000).subarray(1), column(1, "mau", 49_999)],
  ])("is independent of the stream of %s", (_, left, right) => {
    const correlation = 12 * (left.reduce((sum, u, row) => sum + (u - 0.5) * ((right[row] ?? 0) - 0.5), 0) / left.length);
    // Four standard errors of 1/sqrt(50,000).
    expect(Math.abs(correlation)).toBeLessThan(0.018);
    expect(left[0]).not.toBe(right[0]);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53])("refuses the seed %d", (seed) => {
    expect(() => randomStream(seed, "a")).toThrow(RangeError);
  });
});
