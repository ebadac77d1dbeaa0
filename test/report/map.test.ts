import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameOf } from "../../src/report/render/html/frame.js";
import { hatching } from "../../src/report/render/html/hatching.js";
import { mapHtml } from "../../src/report/render/html/map.js";
import { blocksOf, mapGrid } from "../../src/report/render/html/map-grid.js";
import { labelPlace } from "../../src/report/render/html/map-labels.js";
import { boundaries, fills } from "../../src/report/render/html/map-shapes.js";
import type { MapCell, MapChart } from "../../src/report/report-doc.js";
import { mapSample } from "../browser/sample-charts.js";
import { sampleDoc } from "../browser/sample-doc.js";

/** A map from letters, its first row on top: c Cognito, p PostgreSQL, d DynamoDB, h hybrid, a dot for none; linear axes from 0. */
const NAMES: Readonly<Record<string, string | null>> = { c: "cognito", p: "postgresql", d: "dynamodb", h: "hybrid", ".": null };
function drawn(rows: readonly string[], margin = 1): MapChart {
  const cells = [...rows].reverse().map((row) => [...row].map((letter): MapCell => ({ alternative: NAMES[letter] ?? null, margin })));
  const linear = { title: "x", scale: "linear", unit: "number" } as const;
  return { ...mapSample, x: linear, y: linear, xs: [...(rows[0] ?? "")].map((_, index) => index), ys: rows.map((_, index) => index), cells, point: { x: 0, y: 0, label: "here" } };
}
const isA = (name: string) => (cell: MapCell): boolean => cell.alternative === name;
const html = (chart: MapChart): string => mapHtml(chart, "map", frameOf(sampleDoc));

const letters = fc.integer({ min: 2, max: 7 }).chain((width) => fc.array(fc.array(fc.constantFrom("c", "p", "d", "."), { minLength: width, maxLength: width }).map((row) => row.join("")), { minLength: 2, maxLength: 7 }));

describe("the grid of a map", () => {
  it("turns rows upside down, for the page counts from the top", () => {
    const grid = mapGrid(drawn(["cp", "dh"]));
    expect(grid.cells.map((row) => row.map(({ alternative }) => alternative))).toEqual([["cognito", "postgresql"], ["dynamodb", "hybrid"]]);
  });
  it("lets each cell reach halfway to its neighbours, and ends at the first and last value", () => {
    const grid = mapGrid({ ...drawn(["ccc", "ccc"]), xs: [0, 2, 10] });
    expect(grid.across).toEqual([0, 0.1, 0.6, 1]);
    expect(grid.down).toEqual([0, 0.5, 1]);
  });
  it("halves factors on a log axis", () => {
    const { x, ...chart } = drawn(["ccc", "ccc"]);
    expect(mapGrid({ ...chart, x: { ...x, scale: "log" }, xs: [1, 10, 10_000] }).across.map((edge) => Number(edge.toFixed(6)))).toEqual([0, 0.125, 0.625, 1]);
  });
  it("covers the cells that are in with blocks, each once and no other", () => {
    fc.assert(fc.property(letters, (rows) => {
      const covered = rows.map((row) => [...row].map(() => 0));
      for (const { left, right, top, bottom } of blocksOf(mapGrid(drawn(rows)), isA("cognito"))) {
        for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) (covered[row] as number[])[column] = (covered[row]?.[column] ?? 0) + 1;
      }
      expect(covered).toEqual(rows.map((row) => [...row].map((letter) => (letter === "c" ? 1 : 0))));
    }));
  });
  it("merges equal rows into one block", () => expect(blocksOf(mapGrid(drawn(["ppc", "ppc", "ppp"])), isA("postgresql"))).toEqual([{ left: 0, right: 1, top: 0, bottom: 1 }, { left: 0, right: 2, top: 2, bottom: 2 }]));
});

describe("the shapes of a map", () => {
  const region = { alternative: "cognito", title: "Cognito", place: 0, pattern: "p" };
  it("tint every cell of a region, stronger where the next alternative is further away", () => {
    const chart = drawn(["cc", "pp"]);
    const [, top] = chart.cells;
    const shapes = fills(mapGrid({ ...chart, cells: [chart.cells[0] ?? [], [{ alternative: "cognito", margin: 0.04 }, { alternative: "cognito", margin: 0.5 }]] }), [region]);
    expect(top).toHaveLength(2);
    expect([...shapes.matchAll(/d="([^"]*)" fill-opacity="([^"]*)"><title>([^<]*)</g)].map(([, ...found]) => found)).toEqual([
      ["M0 0H500V500H0Z", "0.1", "Cognito: the next is less than 5 % dearer"], ["M500 0H1000V500H500Z", "0.36", "Cognito: the next is 35 % or more dearer"],
    ]);
  });
  it("draw a border exactly where the cheapest changes", () => {
    expect(/ d="([^"]*)"/.exec(boundaries(mapGrid(drawn(["cp", "cp"]))))?.[1]).toBe("M500 0V1000");
    expect(/ d="([^"]*)"/.exec(boundaries(mapGrid(drawn(["cc", "cp"]))))?.[1]).toBe("M500 500V1000M500 500H1000");
    expect(boundaries(mapGrid(drawn(["cc", "cc"])))).toBe("");
  });
  it("have a hatching of their own for each alternative, and where colours repeat", () => {
    const looks = Array.from({ length: 16 }, (_, place) => hatching(place, "id"));
    expect(new Set(looks).size).toBe(16);
    expect(new Set(looks.slice(0, 8).map((look) => / d="([^"]*)"/.exec(look)?.[1])).size).toBe(8);
  });
});

describe("names in a map", () => {
  it("lie wholly on their region and clear of what is taken, wherever they are said to fit", () => {
    const plot = { width: 300, height: 300 };
    fc.assert(fc.property(letters, fc.integer({ min: 20, max: 200 }), fc.boolean(), (rows, width, isTaken) => {
      const grid = mapGrid(drawn(rows));
      const taken = isTaken ? [{ left: 0.4, right: 0.6, top: 0.4, bottom: 0.6 }] : [];
      const place = labelPlace(grid, (row, column) => grid.cells[row]?.[column]?.alternative === "cognito", { width, height: 20 }, plot, taken);
      expect(place === undefined).toBe(!rows.join("").includes("c"));
      if (place === undefined || place.fit < 1) return;
      const [half, tall] = [width / 600 - 1e-9, 20 / 600 - 1e-9];
      for (const x of [place.x - half, place.x, place.x + half]) {
        for (const y of [place.y - tall, place.y + tall]) {
          const column = grid.across.filter((edge) => edge <= x).length - 1;
          const row = grid.down.filter((edge) => edge <= y).length - 1;
          expect(grid.cells[row]?.[column]?.alternative).toBe("cognito");
        }
      }
      for (const box of taken) expect(place.x + half <= box.left || place.x - half >= box.right || place.y + tall <= box.top || place.y - tall >= box.bottom).toBe(true);
    }));
  });
  it("stand in the middle of a region with room all around", () => {
    const grid = mapGrid(drawn(Array.from({ length: 9 }, () => "ccccccccc")));
    expect(labelPlace(grid, () => true, { width: 30, height: 15 }, { width: 300, height: 300 }, [])).toMatchObject({ x: 0.5, y: 0.5 });
  });
  it("stand in the key for regions that have no room", () => {
    const big = Array.from({ length: 12 }, () => "c".repeat(12));
    const page = html(drawn([`h${"c".repeat(11)}`, ...big.slice(1)]));
    expect(page).toContain(">Cognito Essentials</text>");
    expect(/<ul class="parts map-key".*<\/ul>/.exec(page)?.[0]).toContain("Hybrid: Cognito sign-in, profiles in PostgreSQL");
    expect(html(drawn(big))).not.toContain("map-key");
  });
  it("are those of the alternatives that win somewhere, and none for the rest", () => {
    const page = html(mapSample);
    for (const text of ["PostgreSQL", "DynamoDB", "None can carry it", "this scenario", mapSample.x.title, mapSample.y.title]) expect(page).toContain(text);
    expect(html(drawn(["cc", "cc"]))).not.toContain("hatching-1");
  });
});

it("a map's own place stands where its drivers are", () => {
  const page = html({ ...drawn(["ccccc", "ccccc", "ccccc"]), point: { x: 1, y: 0.5, label: "here" } });
  expect(page).toContain(`<circle class="own" cx="25%" cy="75%"`);
});

it("maps of equal cells have equal pages, and hatchings of their own", () => {
  const frame = frameOf(sampleDoc);
  const [first, second] = [mapHtml(mapSample, "map", frame), mapHtml(mapSample, "map", frame)];
  const ids = (page: string): readonly string[] => [...page.matchAll(/<pattern id="([^"]*)"/g)].map(([, id]) => id ?? "");
  expect(ids(first).filter((id) => ids(second).includes(id))).toEqual([]);
  expect(html(mapSample)).toBe(html(mapSample));
});
