import type { CrossoverMap } from "../analysis/crossover-map.js";
import type { MapAxis } from "../analysis/map-axis.js";
import type { RowCrossing } from "../analysis/map-rows.js";
import { fromDouble, plain } from "../units/decimal.js";
import { csvText } from "./line-items-csv.js";
import { crossingSentences, mapSentence, monthsOf } from "./map-words.js";
import type { SectionsDoc } from "./render/html/sections-page.js";
import { type Json, provenanceJson } from "./result-json.js";
import { mapSection } from "./sections/map.js";
import { studyPage } from "./study-page.js";
import { usedRates } from "./used-rates.js";

/** The map as a page of its own. */
export function mapDoc(map: CrossoverMap): SectionsDoc {
  return studyPage(map.model.study, mapSection(map));
}

/** The result of `map`. */
export function mapResultJson(map: CrossoverMap): Json {
  const { study } = map.model;
  const mau = study.scenario.workload.get("mau");
  return {
    schemaVersion: 1,
    scenario: { name: study.scenario.name, title: study.scenario.title },
    provenance: provenanceJson({ study, rates: usedRates(study, mau ? [mau] : []) }),
    map: mapJson(map),
  };
}

/** The map as a part of a scenario's result. Costs and borders are exact; margins of cells are rounded to four decimals. */
export function mapJson(map: CrossoverMap): { readonly [key: string]: Json } {
  const { x, y, own, model } = map;
  const id = (index: number): string | null => model.study.models[index]?.id ?? null;
  const crossing = (one: RowCrossing): Json => ({ before: plain(one.before), at: plain(one.at), from: id(one.from), to: id(one.to) });
  return {
    measure: map.model.measure,
    months: monthsOf(map),
    sentence: mapSentence(map),
    x: axisJson(x),
    y: axisJson(y),
    own: {
      x: plain(own.x),
      y: plain(own.y),
      winner: id(own.winner),
      costs: own.costs.map((cost, index) => ({ id: id(index), cost: cost ? plain(cost) : null })),
      crossings: own.crossings.map(crossing),
      sentences: crossingSentences(map),
    },
    rows: map.cells.map((row, index) => ({
      y: y.values[index] ? plain(y.values[index]) : null,
      winners: row.map((cell) => id(cell.winner)),
      margins: row.map((cell) => marginText(cell.margin)),
    })),
    boundaries: map.boundaries.map((one) => ({
      from: id(one.from),
      to: id(one.to),
      points: one.points.map((point) => ({ x: plain(point.x), y: plain(point.y) })),
    })),
    pricedExactly: map.priced,
  };
}

const axisJson = (axis: MapAxis): Json => ({ driver: axis.name, scale: axis.scale, now: plain(axis.base), values: axis.values.map(plain) });
const marginText = (margin: number): string => plain(fromDouble(margin).toDecimalPlaces(4));

/** A row for each place. */
export function mapCsv(map: CrossoverMap): string {
  const rows = map.cells.flatMap((row, up) =>
    row.map((cell, across) => {
      const [x, y] = [map.x.values[across], map.y.values[up]];
      return [
        x ? plain(x) : "",
        y ? plain(y) : "",
        map.model.study.models[cell.winner]?.id ?? "",
        marginText(cell.margin),
        String(cell.confirmed),
      ];
    }),
  );
  return csvText([[map.x.name, map.y.name, "cheapest", "saves_of_next", "priced_exactly"], ...rows]);
}
