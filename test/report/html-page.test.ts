import { describe, expect, it } from "vitest";
import { axisText, dollars } from "../../src/report/render/html/axis-text.js";
import { contrast, mix } from "../../src/report/page/colour.js";
import { csvText, figureOf, tabText } from "../../src/report/page/csv.js";
import { cutToWidth, wrapToWidth } from "../../src/report/render/html/fit-text.js";
import { freePlace } from "../../src/report/page/free-place.js";
import { endOf, placedPoints, pointsWithin } from "../../src/report/page/line-points.js";
import { decades, logRange } from "../../src/report/render/html/log-axis.js";
import { spreadApart } from "../../src/report/page/spread-apart.js";
import { dashOf } from "../../src/report/render/html/dashes.js";

describe("axis texts", () => {
  it.each([[100, "100"], [1_000, "1k"], [10_000, "10k"], [214_300, "214.3k"], [1_000_000, "1M"], [2_500_000, "2.5M"], [1e9, "1B"]])("%d users read %s", (value, text) => expect(axisText(value, "users")).toBe(text));
  it.each([[10, "$10"], [0.1, "$0.10"], [1_000, "$1,000"], [100_000, "$100,000"], [1_000_000, "$1M"], [0, "$0"]])("%d dollars read %s", (value, text) => expect(axisText(value, "usd")).toBe(text));
  it.each([[1_350.4, "$1,350"], [99.5, "$99.50"], [0.0012, "$0.0012"], [-5.25, "-$5.25"]])("an amount of %d reads %s", (value, text) => expect(dollars(value)).toBe(text));
});

describe("the foot of a dollar axis", () => {
  it("is the decade of the smallest amount", () => expect(logRange([35, 9_000])).toMatchObject({ min: 10, foot: "value", ticks: [10, 100, 1_000, 10_000] }));
  it("lies a decade lower where something costs nothing", () => expect(logRange([0, 35, 9_000])).toMatchObject({ min: 1, foot: "zero" }));
  it("is not below a dollar: fractions of a dollar decide nothing", () => expect(logRange([0.001, 0, 9_000])).toMatchObject({ min: 1, foot: "below" }));
  it("goes below a dollar where everything is that cheap", () => expect(logRange([0.02, 3]).min).toBe(0.01));
  it("stands even where nothing costs anything", () => expect(logRange([0, 0])).toMatchObject({ foot: "zero" }));
  it("stands even without amounts", () => expect(logRange([]).max).toBeGreaterThan(1));
  it("has ticks between the decades where they are few", () => expect(decades(10, 200)).toEqual([10, 20, 50, 100, 200]));
});

describe("points of a line", () => {
  const range = logRange([0, 50]);
  const points = placedPoints([{ x: 1, y: 0 }, { x: 2, y: 50 }, { x: 3, y: null }], range);
  it("put zero on the foot and keep what it costs", () => expect(points[0]).toEqual({ x: 1, y: range.min, cost: 0 }));
  it("leave a gap where there is no amount, and end before it", () => expect(endOf(points)).toEqual({ point: points[1], stops: true }));
  it("know their stretch, both ends included", () => expect(pointsWithin(points, 1, 2)).toHaveLength(2));
});

describe("labels at the ends of lines", () => {
  const apart = (centres: readonly number[], height: number): boolean => [...centres].sort((a, b) => a - b).every((at, index, all) => index === 0 || at - (all[index - 1] ?? 0) >= height - 1e-6);
  it("stay where they wish if they are clear of each other", () => expect(spreadApart([{ at: 20, height: 10 }, { at: 80, height: 10 }], 0, 100)).toEqual([20, 80]));
  it("share the way when they coincide", () => expect(spreadApart([{ at: 50, height: 10 }, { at: 50, height: 10 }], 0, 100)).toEqual([45, 55]));
  it("never overlap and stay inside while there is room", () => {
    const centres = spreadApart([99, 98, 97, 2, 1, 50, 51].map((at) => ({ at, height: 12 })), 0, 100);
    expect(apart(centres, 12)).toBe(true);
    expect(Math.min(...centres)).toBeGreaterThanOrEqual(6);
    expect(Math.max(...centres)).toBeLessThanOrEqual(94);
  });
  it("are spaced evenly when there is no room", () => expect(spreadApart([5, 5, 5, 5].map((at) => ({ at, height: 50 })), 0, 100)).toEqual([12.5, 37.5, 62.5, 87.5]));
});

describe("labels of crossings", () => {
  const area = { left: 0, right: 200, top: 0, bottom: 200 };
  it("stand below their dot", () => expect(freePlace({ left: 100, top: 50 }, 40, 15, area, [], [])).toMatchObject({ left: 80, top: 58 }));
  it("step aside from a line and from what is taken", () => {
    const line = { from: { left: 100, top: 50 }, to: { left: 100, top: 200 } };
    expect(freePlace({ left: 100, top: 50 }, 40, 15, area, [], [line])?.left).toBe(108);
    expect(freePlace({ left: 100, top: 50 }, 40, 15, area, [area], [])).toBeUndefined();
  });
});

describe("texts on a canvas", () => {
  const measure = (text: string): number => text.length;
  it("are broken at spaces, then cut", () => expect(wrapToWidth("Own database, PostgreSQL on RDS", 13, 2, measure)).toEqual(["Own database,", "PostgreSQL o…"]));
  it("are cut however long they are", () => expect(cutToWidth("x".repeat(10_000), 5, measure)).toBe("xxxx…"));
});

describe("tables as text", () => {
  it("carry figures without their unit", () => expect([figureOf("1350.5 USD"), figureOf("-3 request"), figureOf("v1 x")]).toEqual(["1350.5", "-3", "v1 x"]));
  it("defuse formulas and keep negative numbers", () => expect(csvText([["=1+1", "-5.25", "@x", 'say "a,b"']])).toBe(`'=1+1,-5.25,'@x,"say ""a,b"""`));
  it("keep each cell in its place on the clipboard", () => expect(tabText([["a\tb", "c\nd"]])).toBe("a b\tc d"));
});

describe("the look of alternatives", () => {
  it("differs in dash for the first eight, and where colours repeat", () => {
    const looks = Array.from({ length: 16 }, (_, place) => `${place % 8}: ${dashOf(place, 1).join(" ")}`);
    expect(new Set(looks.slice(0, 8).map((look) => look.split(": ")[1])).size).toBe(8);
    expect(new Set(looks).size).toBe(16);
  });
  it("mixes colours and knows their contrast", () => {
    expect(mix("#ffffff", "#000000", 0.5)).toBe("#808080");
    expect(contrast("#ffffff", "#000000")).toBe(21);
  });
});
