import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstChange, gridOver } from "../../src/analysis/changes.js";

const same = (left: number, right: number): boolean => left === right;
/** A property that takes a new value at each change point: how many of them are reached. */
const risesAt = (points: readonly number[]) => (at: number): number => points.filter((point) => point <= at).length;

const END = 10_000_000;
const points = fc.uniqueArray(fc.oneof(fc.integer({ min: 2, max: 200 }), fc.integer({ min: 2, max: END })), { maxLength: 12 }).map((all) => [...all].sort((a, b) => a - b));

describe("the first change over a range", () => {
  it("is found at its exact number, however close others follow", () => {
    fc.assert(fc.property(points, fc.integer({ min: 1, max: 1000 }), (changes, from) => {
      expect(firstChange(from, END, risesAt(changes), same)).toBe(changes.find((point) => point > from));
    }));
  });
  it("that undoes itself is found when it lasts longer than a step of the grid", () => {
    expect(firstChange(1, END, (at) => (at >= 5000 && at < 9000 ? 1 : 0), same)).toBe(5000);
  });
  it("ends the walk: nothing beyond the next grid point is asked", () => {
    const asked: number[] = [];
    firstChange(1, END, (at) => {
      asked.push(at);
      return at >= 100 ? 1 : 0;
    }, same);
    expect(Math.max(...asked)).toBeLessThan(110);
  });
  it("of a constant there is none", () => {
    expect(firstChange(1, 1, () => "x", (a, b) => a === b)).toBeUndefined();
  });
});

it("a grid rises in whole numbers from after its start to its end", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: END }), fc.integer({ min: 1, max: 60 }), (from, more, perDecade) => {
    const grid = [from, ...gridOver(from, from + more, perDecade)];
    expect(grid.at(-1)).toBe(from + more);
    expect(grid.slice(1).filter((at, index) => at <= (grid[index] ?? at) || !Number.isInteger(at))).toEqual([]);
  }));
});
