import { describe, expect, it } from "vitest";
import { monthStep, timeChart } from "../../src/report/page/time-chart.js";
import type { Theme } from "../../src/report/page/theme.js";
import { lineChart } from "../../src/report/page/line-chart.js";
import { logRange } from "../../src/report/render/html/log-axis.js";
import { timeSample } from "../browser/sample-charts.js";
import { sampleDoc } from "../browser/sample-doc.js";

const COLOURS = ["#000001", "#000002", "#000003", "#000004"];
const theme: Theme = { page: "#ffffff", raised: "#ffffff", ink: "#000000", quiet: "#555555", line: "#dddddd", lineStrong: "#cccccc", font: "sans-serif", alternative: (place) => COLOURS[place] ?? "" };
const config = timeChart(timeSample, sampleDoc.alternatives, theme);

describe("cost over the months", () => {
  it("draws each alternative's values at their months, in its colour, then what is counted otherwise", () => {
    const [cognito, postgresql, dynamodb, bare] = config.data.datasets;
    expect(config.data.datasets).toHaveLength(4);
    expect([cognito, postgresql, dynamodb].map((line) => line?.borderColor)).toEqual(COLOURS.slice(0, 3));
    timeSample.lines.forEach(({ values }, index) => {
      expect(config.data.datasets[index]?.data).toEqual(values.map((value, x) => ({ x, y: value ?? Number.NaN, cost: value ?? Number.NaN })));
    });
    expect(bare?.label).toBe("PostgreSQL on RDS, without labour");
    expect(bare?.data.map(({ y }) => y)).toEqual(timeSample.lines[1]?.variant?.values);
  });
  it("has a dash of its own for every line", () => {
    const dashes = config.data.datasets.map((line) => JSON.stringify("borderDash" in line ? line.borderDash : []));
    expect(new Set(dashes).size).toBe(4);
  });
  it("runs from month 0 to the last, from zero dollars, with room for the bands", () => {
    const { x, y } = config.options?.scales ?? {};
    expect(x).toMatchObject({ min: 0, max: 36, type: "linear" });
    expect(y).toMatchObject({ beginAtZero: true, suggestedMax: Math.max(...(timeSample.lines[0]?.band ?? []).map((edge) => edge?.high ?? 0)) });
  });
  it.each([[6, 1], [12, 3], [24, 6], [36, 6], [60, 12], [120, 12], [240, 24]])("of %d months has a tick every %d", (months, step) => expect(monthStep(months)).toBe(step));
});

it("the band of a line widens its axis", () => {
  const { headline } = sampleDoc;
  const [first, ...rest] = headline.chart.series;
  const wide = { ...headline.chart, series: [{ alternative: "cognito", points: first?.points ?? [], band: [{ x: 100, low: 5, high: 9e7 }, { x: 1e7, low: 5, high: 9e7 }] }, ...rest] };
  const top = (chart: typeof headline.chart): unknown => lineChart(chart, sampleDoc.alternatives, theme).options?.scales?.y?.max;
  expect(top(wide)).toBe(logRange([0, 9e7]).max);
  expect(top(headline.chart)).toBeLessThan(9e7);
});
