import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakeven } from "../../src/analysis/breakeven.js";
import { type CrossoverMap, crossoverMap, type MapOptions } from "../../src/analysis/crossover-map.js";
import { mapBoundaries } from "../../src/analysis/map-boundaries.js";
import type { RowCrossing } from "../../src/analysis/map-rows.js";
import type { DriverName } from "../../src/scenario/driver-spec.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { decimal, plain, whole } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";
import { scenarioOf } from "../support/models.js";
import { textsOf } from "../support/problems-of.js";

const shippedScenario = (name: string): Scenario => ({ ...parseScenario(readFileSync(fileURLToPath(new URL(`../../scenarios/${name}.yaml`, import.meta.url)), "utf8"), { file: name, hash: "" }), horizon: undefined });
const idOf = (map: CrossoverMap, index: number): string | undefined => map.model.study.models[index]?.id;

/** An hour of work a month against a cent a user: they cost the same where mau is a hundred times the hourly rate. */
const LINE = {
  workload: { mau: "5000" }, labour: { hourlyRate: "100" },
  alternatives: [{ id: "hour", costs: [{ name: "Upkeep", hoursPerYear: "12" }] }, { id: "cent", costs: [{ name: "Seat", perMau: "0.01" }] }],
};

describe("a border that is a line", () => {
  const map = crossoverMap(scenarioOf(LINE), catalogue, { x: { name: "mau", from: "1", to: "20000" }, y: { name: "hourlyRate", from: "20", to: "150", points: 14 } });

  it("is met in each row, to the user: equal costs go to the first named", () => {
    expect(map.boundaries).toHaveLength(1);
    const [border] = map.boundaries;
    expect([idOf(map, border?.from ?? -1), idOf(map, border?.to ?? -1)]).toEqual(["cent", "hour"]);
    // At 20 dollars: 2,000 users cost 20.00 either way.
    expect(border?.points.map(({ x, y }) => [plain(y), plain(x)])).toEqual(map.y.values.map((rate) => [plain(rate), plain(rate.times(100))]));
  });

  it("has its own row and place", () => {
    expect(map.own.crossings.map(({ before, at }) => [plain(before), plain(at)])).toEqual([["9999", "10000"]]);
    expect([idOf(map, map.own.winner), map.own.costs.map((cost) => cost && plain(cost))]).toEqual(["cent", ["100", "50"]]);
  });

  it("has the margin as a part of the dearer, and prices the cells beside the border exactly", () => {
    for (const [up, row] of map.cells.entries()) for (const [across, cell] of row.entries()) {
      const [x, y] = [map.x.values[across]?.toNumber() ?? 0, map.y.values[up]?.toNumber() ?? 0];
      const [hour, cent] = [y, x * 0.01];
      expect(idOf(map, cell.winner)).toBe(cent < hour - 1e-9 ? "cent" : "hour");
      expect(cell.margin).toBeCloseTo(Math.abs(hour - cent) / Math.max(hour, cent), 9);
      const beside = [row[across - 1], row[across + 1]].some((other) => other && other.winner !== cell.winner);
      expect(cell.confirmed || !beside).toBe(true);
    }
  });

  it("runs along y too, when the axes change places", () => {
    const turned = crossoverMap(scenarioOf(LINE), catalogue, { x: { name: "hourlyRate", from: "20", to: "150" }, y: { name: "mau", from: "3000", to: "13000", points: 6 } });
    // From cent to hour where the hour gets cheaper, which is to the left: hour up to mau / 100, cent above it.
    expect(turned.boundaries[0]?.points.map(({ x, y }) => x.times(100).minus(y).toNumber())).toEqual(turned.y.values.map((mau) => { const step = mau.gte(10000) ? 0.1 : 0.01; return Number(step.toPrecision(1)); }));
  });
});

describe("against the exhaustive answer", () => {
  const cases: readonly { readonly name: string; readonly options: MapOptions }[] = [
    { name: "consumer-app", options: { x: { name: "mau", points: 9 }, y: { name: "federatedShare", points: 6 } } },
    { name: "marketplace", options: { x: { name: "mau", points: 10 }, y: { name: "tokenRefreshesPerMau", points: 6 } } },
    { name: "machine-platform", options: { x: { name: "mau", points: 8 }, y: { name: "m2mTokenRequests", points: 7 } } },
    { name: "original-document", options: { x: { name: "signInsPerMau", points: 8 }, y: { name: "mau", points: 8 } } },
  ];
  it.each(cases)("every place of $name has the winner of the exact path", ({ name, options }) => {
    const map = crossoverMap(shippedScenario(name), catalogue, options);
    for (const [up, y] of map.y.values.entries()) for (const [across, x] of map.x.values.entries()) {
      const costs = map.model.exact(new Map([[map.x.name, x], [map.y.name, y]]));
      const best = costs.reduce((least, cost, index) => (cost && (costs[least] === undefined || cost.lt(costs[least] ?? cost)) ? index : least), -1);
      expect(map.cells[up]?.[across]?.winner, `${plain(x)} ${plain(y)}`).toBe(best);
    }
  });

  it.each(cases.slice(0, 3))("every border of $name is one that the search by bounds finds, changed at it and not one user before", ({ name, options }) => {
    const scenario = shippedScenario(name);
    const map = crossoverMap(scenario, catalogue, { ...options, y: { ...options.y, points: 4 } });
    const range = { from: map.x.values[0] ?? whole(1), to: map.x.values.at(-1) ?? whole(1) };
    for (const y of map.y.values) {
      const row = { ...scenario, workload: new Map(scenario.workload).set(map.y.name as DriverName, y) };
      const known = breakeven(row, catalogue, { over: map.x.name as DriverName, ...range }).crossings.map((one) => `${plain(one.at)} ${one.from} ${one.to}`);
      const found = map.boundaries.flatMap((border) => border.points.filter((point) => point.y.eq(y)).map((point) => `${plain(point.x)} ${idOf(map, border.from)} ${idOf(map, border.to)}`));
      expect(known, plain(y)).toEqual(expect.arrayContaining(found));
    }
  });

  it("at the usual fineness nothing is missed on consumer-app: all rows have all crossings", () => {
    const scenario = shippedScenario("consumer-app");
    const map = crossoverMap(scenario, catalogue, { x: { name: "mau" }, y: { name: "federatedShare", points: 5 } });
    for (const y of map.y.values) {
      const row = { ...scenario, workload: new Map(scenario.workload).set("federatedShare", y) };
      const known = breakeven(row, catalogue, { over: "mau", from: map.x.values[0] ?? whole(1), to: map.x.values.at(-1) ?? whole(1) }).crossings.map((one) => plain(one.at));
      expect(map.boundaries.flatMap((border) => border.points.filter((point) => point.y.eq(y)).map((point) => plain(point.x)))).toEqual(known);
    }
  });
});

describe("axes", () => {
  const scenario = scenarioOf({ ...LINE, workload: { mau: "100000", socialShare: "0.3" }, at: { mau: ["50000", "1000000"] } });
  const axes = (options: MapOptions) => { const { x, y } = crossoverMap(scenario, catalogue, options); return { x, y }; };

  it("go by round values: decades of users around the scenario's sizes, shares as far as the other leaves room", () => {
    const { x, y } = axes({ x: { name: "mau" }, y: { name: "federatedShare" } });
    expect([x.scale, x.values[0], x.values.at(-1)].map(String)).toEqual(["log", "1000", "10000000"]);
    expect([y.scale, y.values[0], y.values.at(-1)].map(String)).toEqual(["linear", "0", "0.7"]);
    expect(x.values.map(plain)).toContain("100000");
  });

  it("hold whole numbers for counts, each once, however short the range", () => {
    const { x } = axes({ x: { name: "mau", from: "3", to: "9" }, y: { name: "federatedShare" } });
    expect(x.values.map(plain)).toEqual(["3", "4", "5", "6", "7", "8", "9"]);
  });

  it("users stand across and federatedShare up where nothing else moves the difference", () => {
    const { x, y } = axes({});
    expect([x.name, y.name]).toEqual(["mau", "federatedShare"]);
  });

  it("users stand across and what moves the difference most up, in the shipped scenarios", () => {
    const found = ["consumer-app", "marketplace", "machine-platform", "original-document"].map((name) => { const { x, y } = crossoverMap(shippedScenario(name), catalogue, { x: { points: 2 }, y: { points: 2 } }); return `${x.name} ${y.name}`; });
    expect(found).toEqual(["mau federatedShare", "mau tokenRefreshesPerMau", "mau m2mTokenRequests", "mau signInsPerMau"]);
  });

  const wrong: readonly { readonly says: string; readonly options: MapOptions; readonly expected: readonly RegExp[] }[] = [
    { says: "an unknown driver, with the nearest name", options: { x: { name: "maus" }, y: { name: "federatedshare" } }, expected: [/--x: unknown driver "maus".*"mau"/, /--y: unknown driver "federatedshare".*"federatedShare"/] },
    { says: "the same driver twice", options: { x: { name: "mau" }, y: { name: "mau" } }, expected: [/--x, --y: the two axes are the same driver/] },
    { says: "an empty range", options: { x: { name: "mau", from: "500", to: "500" }, y: { name: "federatedShare" } }, expected: [/--from-x, --to-x: this is not a range of mau.*500 to 500/] },
    { says: "a range that falls, and a share above 1", options: { x: { name: "mau", from: "900", to: "10" }, y: { name: "federatedShare", to: "1.5" } }, expected: [/--to-y: not a value of federatedShare/, /--from-x, --to-x: this is not a range of mau/] },
    { says: "half a user", options: { x: { name: "mau", from: "0.5" }, y: { name: "federatedShare" } }, expected: [/--from-x: not a value of mau.*whole/] },
    { says: "shares that come to more than all users", options: { x: { name: "mau" }, y: { name: "federatedShare", to: "0.8" } }, expected: [/federatedShare and socialShare together go above 1.*1\.1/] },
    { says: "one column", options: { x: { name: "mau", points: 1 }, y: { name: "federatedShare" } }, expected: [/two columns and two rows/] },
    { says: "a horizon that the scenario does not have", options: { measure: "horizon", x: { name: "mau" }, y: { name: "federatedShare" } }, expected: [/no horizon/] },
  ];
  it.each(wrong)("$says is an error", ({ options, expected }) => {
    const texts = textsOf(() => crossoverMap(scenario, catalogue, options));
    expect(texts).toHaveLength(expected.length);
    for (const pattern of expected) expect(texts.some((text) => pattern.test(text)), `${pattern} in ${texts.join(" | ")}`).toBe(true);
  });
});

describe("borders are joined row by row", () => {
  const crossing = (y: number, at: number, from = 0, to = 1): RowCrossing => ({ y: whole(y), before: whole(at - 1), at: whole(at), from, to });
  const x = { name: "mau", counted: true, scale: "linear", values: [], base: whole(1) } as const;

  it("each to the nearest of the same two alternatives; a break begins a new one", () => {
    const found = mapBoundaries([[crossing(1, 10), crossing(1, 90, 1, 0)], [crossing(2, 12), crossing(2, 50, 1, 0), crossing(2, 95, 0, 1)], [], [crossing(4, 14)]], x);
    expect(found.map((one) => `${one.from}${one.to} ${one.points.map((point) => `${plain(point.x)}@${plain(point.y)}`).join(" ")}`).sort()).toEqual(["01 10@1 12@2", "01 14@4", "01 95@2", "10 90@1 50@2"]);
  });
});

describe("properties", () => {
  it("of fees and prices by the user, every place has the cheapest, and every crossing is one", () => {
    const fee = fc.integer({ min: 0, max: 400 });
    fc.assert(fc.property(fc.array(fc.tuple(fee, fee, fee), { minLength: 2, maxLength: 4 }), (all) => {
      const alternatives = all.map(([monthly, perThousand, hours], index) => ({ id: `a${index}`, costs: [{ name: `Fee ${index}`, monthly: String(monthly) }, { name: `Seat ${index}`, perMau: plain(decimal(String(perThousand)).div(1000)) }, { name: `Hours ${index}`, hoursPerYear: String(hours) }] }));
      const map = crossoverMap(scenarioOf({ workload: { mau: "5000" }, alternatives }), catalogue, { x: { name: "mau", from: "1", to: "9999", points: 7 }, y: { name: "hourlyRate", from: "5", to: "150", points: 4 } });
      const cost = (index: number, mau: number, rate: number): number => { const [monthly, perThousand, hours] = all[index] ?? [0, 0, 0]; return 12000 * monthly + 12 * perThousand * mau + 1000 * hours * rate; };
      const best = (mau: number, rate: number): number => all.reduce((least, _, index) => (cost(index, mau, rate) < cost(least, mau, rate) ? index : least), 0);
      // Twelve thousand times the dollars are whole numbers where the rate is one.
      for (const [up, rate] of map.y.values.entries()) if (rate.isInteger()) expect(map.cells[up]?.map((cell) => cell.winner)).toEqual(map.x.values.map((mau) => best(mau.toNumber(), rate.toNumber())));
      for (const border of map.boundaries) for (const { x, y } of border.points.filter((point) => point.y.isInteger())) expect([best(x.toNumber() - 1, y.toNumber()), best(x.toNumber(), y.toNumber())]).toEqual([border.from, border.to]);
    }), { numRuns: 25 });
  });
});
