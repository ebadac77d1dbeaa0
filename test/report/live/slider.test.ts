import { describe, expect, it } from "vitest";
import { sliderOf } from "../../../src/report/page/live-slider.js";

describe("a logarithmic slider", () => {
  it.each([10_000_000, 12_000_000, 30_000_000])("moves its value with every key, up to %i", (most) => {
    const { max, text } = sliderOf({ kind: "log-slider", least: 100, most });
    const values = Array.from({ length: max + 1 }, (_, position) => Number(text(position)));
    expect(values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0))).toBe(true);
    expect([values[0], values.at(-1)], "both ends are exact").toEqual([100, most]);
  });

  it("names round values: at most three digits, the last of which no reader stumbles over", () => {
    const { max, text } = sliderOf({ kind: "log-slider", least: 100, most: 10_000_000 });
    for (let position = 0; position <= max; position++) expect(text(position)).toMatch(/^\d{1,3}0*$/);
  });

  it("has its thumb where the value is", () => {
    const { position, text, max } = sliderOf({ kind: "log-slider", least: 100, most: 10_000_000 });
    for (const value of [100, 1_000, 50_000, 1_200_000, 10_000_000]) expect(Math.abs(Number(text(position(value))) / value - 1)).toBeLessThan(0.02);
    expect([position(1), position(1e12)], "what lies beyond stands at the end").toEqual([0, max]);
  });
});
