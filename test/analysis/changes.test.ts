import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesOver, gridOver } from "../../src/analysis/changes.js";

const same = (left: number, right: number): boolean => left === right;
/** A property that takes a new value at each change point: how many of them are reached. */
const risesAt = (points: readonly number[]) => (at: number): number => points.filter((point) => point <= at).length;

const END = 10_000_000;
const points = fc.uniqueArray(fc.oneof(fc.integer({ min: 2, max: 200 }), fc.integer({ min: 2, max: END })), { maxLength: 12 }).map((all) => [...all].sort((a, b) => a - b));

describe("changes over a range", () => {
  it("are found at their exact numbers, however close together", () => {
    fc.assert(fc.property(points, (changes) => {
      const found = changesOver(1, END, risesAt(changes), same);
      expect(found.slice(1).map((stretch) => stretch.from)).toEqual(changes);
      expect(found.map((stretch) => stretch.value)).toEqual([0, ...changes.map((_, index) => index + 1)]);
    }));
  });
  it("leave stretches that cover the range without gap or overlap", () => {
    fc.assert(fc.property(points, fc.integer({ min: 1, max: 1000 }), (changes, from) => {
      const found = changesOver(from, END, risesAt(changes), same);
      expect(found[0]?.from).toBe(from);
      expect(found.at(-1)?.to).toBe(END);
      expect(found.slice(1).map((stretch) => stretch.from)).toEqual(found.slice(0, -1).map((stretch) => stretch.to + 1));
    }));
  });
  it("that undo themselves are found when they last longer than a step of the grid", () => {
    const found = changesOver(1, END, (at) => (at >= 5000 && at < 9000 ? 1 : 0), same);
    expect(found).toEqual([{ from: 1, to: 4999, value: 0 }, { from: 5000, to: 8999, value: 1 }, { from: 9000, to: END, value: 0 }]);
  });
  it("of a constant there are none", () => {
    expect(changesOver(1, 1, () => "x", (a, b) => a === b)).toEqual([{ from: 1, to: 1, value: "x" }]);
  });
});

it("a grid rises in whole numbers from after its start to its end", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: END }), fc.integer({ min: 1, max: 60 }), (from, more, perDecade) => {
    const grid = [from, ...gridOver(from, from + more, perDecade)];
    expect(grid.at(-1)).toBe(from + more);
    expect(grid.slice(1).filter((at, index) => at <= (grid[index] ?? at) || !Number.isInteger(at))).toEqual([]);
  }));
});
