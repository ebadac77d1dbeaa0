import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "../../../src/analysis/compare.js";
import { searchCosts, study } from "../../../src/analysis/study.js";
import { priceDays } from "../../../src/report/live/price-days.js";
import { quickLines } from "../../../src/report/live/quick-lines.js";
import { fromShared, toShared } from "../../../src/report/live/shared-data.js";
import { smallCsv } from "../../../src/report/live/small-csv.js";
import { csvText, lineItemsCsv } from "../../../src/report/line-items-csv.js";
import { lineItemRows } from "../../../src/report/line-item-rows.js";
import { whole } from "../../../src/units/decimal.js";
import { catalogue } from "../../support/catalogue.js";
import { shipped } from "../../support/scenarios.js";
import { liveOf } from "./states.js";

describe("data with repeated parts", () => {
  it("comes back as it was", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const twice = { first: value, rest: [value, { again: value }] };
      if (JSON.stringify(twice).includes('"$"')) return;
      expect(fromShared(JSON.parse(JSON.stringify(toShared(twice))))).toEqual(JSON.parse(JSON.stringify(twice)));
    }), { numRuns: 300 });
  });

  it("keeps what comes up twice once", () => {
    const part = { title: "a part that is longer than its reference", rates: ["1", "2"] };
    expect(toShared([part, part])).toEqual({ parts: [part], root: [{ $: 0 }, { $: 0 }] });
  });
});

describe("the page's CSV", () => {
  it("is the command line's, character for character", () => {
    const cell = fc.oneof(fc.string({ unit: "binary", maxLength: 12 }), fc.constantFrom("=1+1", "+1", "-5", "-5.25", "-5+1", "-5e3", "-", "@x", "\tx", "\rx", "a,b", 'say "x"', "a\nb", "\uff1dx", ""));
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
      expect(smallCsv(rows)).toBe(csvText(rows));
    }), { numRuns: 1_000 });
    const comparison = compare(shipped("consumer-app"), catalogue);
    expect(smallCsv(lineItemRows(comparison))).toBe(lineItemsCsv(comparison));
  });
});

describe("the days that a reader can choose", () => {
  it("are those on which a price began or changed", () => {
    const { prices, scenario } = liveOf(shipped("consumer-app"));
    const days = priceDays(prices, scenario.prices.region);
    expect(days).toContain("2024-11-22");
    expect(days).toContain("2024-11-01");
    expect([...days].sort()).toEqual(days);
    expect(priceDays({ ...prices, files: prices.files.filter((file) => file.effective === "2024-11-22") }, "us-east-1")).toEqual(["2024-11-22"]);
  });
});

describe("the lines while an input moves", () => {
  const own = study(shipped("consumer-app"), catalogue);
  const lines = quickLines(own, { id: "", title: "", description: "", x: { title: "", scale: "log", unit: "users" }, y: { title: "", scale: "log", unit: "usd" } });

  it("run where the exact bills lie", () => {
    for (const [index, { points }] of lines.series.entries()) {
      for (const { x, y } of points.filter((_, place) => place % 9 === 0)) {
        const model = own.models[index];
        if (!model) throw new Error("a line without an alternative");
        const exact = own.billAt(model, whole(x)).monthly.toNumber();
        expect(Math.abs((y ?? Number.NaN) - exact)).toBeLessThanOrEqual(1e-9 + 1e-12 * Math.abs(exact));
      }
    }
  });

  it("name no figure, and their strong parts follow the cheapest without a gap", () => {
    expect(lines.crossings).toEqual([]);
    expect(lines.cheapest.map(({ from }) => from).slice(1)).toEqual(lines.cheapest.map(({ to }) => to).slice(0, -1));
    for (const { from, alternative } of lines.cheapest) {
      const costs = searchCosts(own, from);
      expect(own.models[costs.indexOf(Math.min(...costs))]?.id).toBe(alternative);
    }
  });
});
