import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast, mix } from "../../src/report/page/colour.js";
import { distributionHtml } from "../../src/report/render/html/distribution.js";
import { frameOf } from "../../src/report/render/html/frame.js";
import { TINTS } from "../../src/report/render/html/map-shapes.js";
import { linearScale, linearTicks, logScale, roundStep } from "../../src/report/render/html/scale.js";
import { tornadoHtml } from "../../src/report/render/html/tornado.js";
import type { DistributionChart, TornadoChart, TornadoEnd } from "../../src/report/report-doc.js";
import { distributionSample, tornadoSample } from "../browser/sample-charts.js";
import { sampleDoc } from "../browser/sample-doc.js";

const frame = () => frameOf(sampleDoc);

describe("scales", () => {
  it.each([[0, 10, 2.5, 0.25], [-50, 150, 0, 0.25], [0, 10, 99, 1], [0, 10, -3, 0], [4, 4, 4, 0]])("from %d to %d put %d at %d", (min, max, value, share) => expect(linearScale(min, max).share(value)).toBe(share));
  it("on a log axis put equal factors equally far apart, and what is not positive on the foot", () => {
    const { share } = logScale(10, 1_000);
    expect([share(10), share(100), share(1_000), share(0), share(-5)]).toEqual([0, 0.5, 1, 0, 0]);
  });
  it("put what is no number on the foot", () => expect([linearScale(0, 1).share(Number.NaN), logScale(1, 2).share(Number.NaN)]).toEqual([0, 0]));
  it.each([[0, 2_700, 6, [0, 500, 1_000, 1_500, 2_000, 2_500]], [-198, 640, 5, [0, 200, 400, 600]], [-0.3, 0.3, 6, [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]], [7, 7, 5, [7]]])("from %d to %d in at most %d steps have round ticks", (min, max, most, ticks) => {
    expect(linearTicks(min, max, most)).toEqual(ticks);
  });
  it.each([[0.9, 1], [1, 1], [1.1, 2], [21, 50], [0.06, 0.1], [0, 0], [Number.POSITIVE_INFINITY, 0]])("round a step of %d up to %d", (wished, step) => expect(roundStep(wished)).toBe(step));
});

/** The bars of each row: look, left and right edge in percent. */
function bars(html: string): readonly (readonly { readonly look: string; readonly from: number; readonly to: number }[])[] {
  return html.split("<g>").slice(1).map((row) => [...row.matchAll(/<rect class="(bar-[^"]*)" x="([\d.]+)%" width="([\d.]+)%"/g)].map(([, look = "", x, width]) => ({ look, from: Number(x), to: Number((Number(x) + Number(width)).toFixed(2)) })));
}

function tornado(rows: TornadoChart["rows"], base = 100): TornadoChart {
  return { ...tornadoSample, base: { value: base, text: `$${base}` }, rows };
}
const end = (value: number | null, text = String(value)): TornadoEnd => ({ text, value, result: `${value}` });
const row = (low: number | null, high: number | null, label = "x"): TornadoChart["rows"][number] => ({ label, low: end(low), high: end(high) });

describe("the tornado", () => {
  it("draws from the difference as it stands to both ends, and what lies beyond zero in the colour of the one cheaper there", () => {
    // The axis runs from -100 to 300: zero at 25 %, the base of 100 at 50 %. DynamoDB and Lambda (left) has the third colour.
    expect(bars(tornadoHtml(tornado([row(-100, 300)]), frame()))).toEqual([[
      { look: "bar-low", from: 25, to: 50 }, { look: "bar-flips alt-2", from: 0, to: 25 }, { look: "bar-high", from: 50, to: 100 },
    ]]);
  });
  it("mirrors that where the difference stands below zero", () => {
    expect(bars(tornadoHtml(tornado([row(-300, 100)], -100), frame()))[0]).toContainEqual({ look: "bar-flips alt-1", from: 75, to: 100 });
  });
  it("has the longest bar first, whatever order the rows come in", () => {
    const labels = [...tornadoHtml(tornado([row(90, 110, "short"), row(null, 100, "none"), row(-20, 120, "long"), row(100, 180, "middle")]), frame()).matchAll(/<span class="tornado-label">([a-z]+)</g)].map(([, label]) => label);
    expect(labels).toEqual(["long", "middle", "short", "none"]);
  });
  it("says the variable's values at the ends, and both at the far end of a bar with one end", () => {
    const texts = (one: TornadoChart["rows"][number]): string[] => [...(tornadoHtml(tornado([one, row(-300, 500)]), frame()).split("<g>")[2] ?? "").split("</svg>")[0]?.matchAll(/text-anchor="(\w+)"[^>]*>([^<]*)</g) ?? []].map(([, anchor, text]) => `${anchor} ${text}`);
    expect(texts(row(50, 150))).toEqual(["end 50", "start 150"]);
    expect(texts(row(150, 50))).toEqual(["end 50", "start 150"]);
    expect(texts(row(120, 180))).toEqual(["start 120, 180"]);
    expect(texts(row(40, 20))).toEqual(["end 20, 40"]);
  });
  it("marks an end that has no value, and says what the mark means only then", () => {
    const html = tornadoHtml(tornado([row(50, null)]), frame());
    expect(html).toContain("null ✕</text>");
    expect(html).toContain("One of the two cannot carry it there.");
    expect(tornadoHtml(tornado([row(50, 60)]), frame())).not.toContain("cannot carry");
  });
  it("colours all of a bar where the two cost the same today", () => {
    expect(bars(tornadoHtml(tornado([row(-10, 10)], 0), frame()))[0]?.map(({ look }) => look).sort()).toEqual(["bar-flips alt-1", "bar-flips alt-2"]);
  });
  it("stands without rows, and where nothing differs", () => {
    expect(bars(tornadoHtml(tornado([]), frame()))).toEqual([]);
    expect(tornadoHtml(tornado([row(0, 0)], 0), frame())).not.toContain("NaN");
  });
  it("names both sides, the zero line and the difference in words", () => {
    const html = tornadoHtml(tornadoSample, frame());
    for (const text of [tornadoSample.left.label, tornadoSample.right.label, tornadoSample.dollars, "now $202", "equal", ...tornadoSample.rows.map(({ label }) => label)]) expect(html).toContain(text);
  });
});

const outcome = (p10: number, p50: number, p90: number) => ({ p10: { value: p10, text: `$${p10}` }, p50: { value: p50, text: `$${p50}` }, p90: { value: p90, text: `$${p90}` } });
function distribution(rows: DistributionChart["rows"], scale: "linear" | "log" = "linear"): DistributionChart {
  const { marker: _, ...chart } = distributionSample;
  return { ...chart, x: { ...chart.x, scale }, rows };
}

describe("the distribution", () => {
  const one: DistributionChart["rows"][number] = { alternative: "postgresql", outcome: outcome(200, 500, 1_000), cheapest: { share: 0.625, text: "62.5 %" } };
  it("draws from one in ten to nine in ten with a mark at half, on an axis from zero", () => {
    const html = distributionHtml(distribution([one]), frame());
    expect(html).toContain(`class="spread-line" x1="20%" x2="100%"`);
    expect(html).toContain(`class="spread-middle" x1="50%" x2="50%"`);
    expect(html).toContain(`class="plot alt-1"`);
    for (const text of [">$500</text>", ">$200 – $1000</text>", "<b>62.5 %</b>", `class="chance" width="62.5%"`]) expect(html).toContain(text);
  });
  it("puts equal factors equally far apart on a log axis, which begins at a decade", () => {
    // From $100 to $10,000: 200 lies at log10(2)/2, 1,000 in the middle.
    const html = distributionHtml(distribution([{ ...one, outcome: outcome(200, 1_000, 9_800) }], "log"), frame());
    expect(html).toContain(`class="spread-middle" x1="50%" x2="50%"`);
    expect(html).toContain(`class="spread-line" x1="15.05%"`);
  });
  it("says $0 at the foot of a log axis where something costs nothing", () => {
    expect(distributionHtml(distribution([{ ...one, outcome: outcome(0, 100, 5_000) }], "log"), frame())).toContain(">$0</text>");
  });
  it("draws the hill over the costs it was counted at, as high as its highest", () => {
    const html = distributionHtml(distribution([{ ...one, density: { from: 250, to: 750, heights: [0, 4, 2] } }]), frame());
    expect(html).toContain(`<svg x="25%" width="50%"`);
    expect(html).toContain("M0 100L0 100L500 0L1000 50L1000 100Z");
  });
  it("says in words what is not possible, with no bar for a chance of nothing", () => {
    const html = distributionHtml(distribution([one, { alternative: "hybrid", outcome: null, cheapest: { share: 0, text: "0 %" }, note: "not possible in any draw" }]), frame());
    expect(html).toContain(">not possible</text>");
    expect(html).toContain("not possible in any draw");
    expect(html.match(/class="chance"/g)).toHaveLength(1);
  });
  it("stands without rows", () => expect(distributionHtml(distribution([]), frame())).not.toContain("NaN"));
  it("marks what the outcomes are held against", () => {
    const html = distributionHtml({ ...distribution([one]), marker: { value: 500, label: "budget" } }, frame());
    expect(html).toContain(`class="base" x1="50%"`);
    expect(html).toContain(">budget</text>");
  });
});

describe("the colours of drawings", () => {
  const css = ["page", "drawings"].map((name) => readFileSync(new URL(`../../src/report/page/${name}.css`, import.meta.url), "utf8")).join("\n");
  const read = (text: string): Readonly<Record<string, string>> => Object.fromEntries([...text.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
  const isDark = /prefers-color-scheme: dark\) \{\s*:root[^{]*\{([^}]*)\}/g;
  const themes = { light: read(css.replace(isDark, "")), dark: { ...read([...css.matchAll(isDark)].map(([, body]) => body).join("\n")) } };
  it.each(["light", "dark"] as const)("keep letters on the tints of a map legible in the %s theme: 4.5 to 1 and more", (name) => {
    const { page = "", ink = "", ...colours } = themes[name];
    const strongest = Math.max(...TINTS.map(({ opacity }) => opacity));
    const grounds = Array.from({ length: 8 }, (_, place) => mix(colours[`alt-${place}`] ?? "", page, strongest));
    expect(Math.min(...grounds.map((ground) => contrast(ink, ground)))).toBeGreaterThan(4.5);
  });
  it.each(["light", "dark"] as const)("stand out from the page as shapes in the %s theme: 3 to 1 and more", (name) => {
    const { page = "", ...colours } = themes[name];
    for (const shape of ["bar-low", "bar-high", "quiet", ...Array.from({ length: 8 }, (_, place) => `alt-${place}`)]) expect(contrast(colours[shape] ?? "", page)).toBeGreaterThan(3);
  });
});
