import type { CrossoverMap } from "../../analysis/crossover-map.js";
import { axisName, axisOf, crossingSentences, mapMethod, mapSentence, winnerTitle } from "../map-words.js";
import { keyTable, placesTable } from "../map-tables.js";
import type { MapChart, Section } from "../report-doc.js";

/** Where each alternative is the cheapest over two drivers. */
export function mapSection(map: CrossoverMap): Section {
  return {
    id: "map",
    title: "Where each is cheapest",
    lead: mapSentence(map),
    blocks: [
      { kind: "chart", chart: mapChart(map) },
      { kind: "list", items: crossingSentences(map) },
      { kind: "table", table: keyTable(map, { lettered: false }) },
      { kind: "prose", paragraphs: [mapMethod(map)] },
    ],
  };
}

function mapChart(map: CrossoverMap): MapChart {
  const { x, y, own, model } = map;
  const winners = [...new Set(map.cells.flat().map((cell) => cell.winner))].sort((a, b) => a - b);
  return {
    kind: "map",
    id: "map-chart",
    title: `Where: ${axisName(x)} and ${axisName(y)}`,
    description: `The cheapest over ${axisName(x)} and ${axisName(y)}: ${winners.map((winner) => (winner < 0 ? "a part that none can carry" : winnerTitle(map, winner))).join(", ")}. ${mapSentence(map)}`,
    x: axisOf(x),
    y: axisOf(y),
    xs: x.values.map((value) => value.toNumber()),
    ys: y.values.map((value) => value.toNumber()),
    cells: map.cells.map((row) =>
      row.map(({ winner, margin }) => ({ alternative: model.study.models[winner]?.id ?? null, margin: dearerBy(margin) })),
    ),
    point: { x: own.x.toNumber(), y: own.y.toNumber(), label: "this scenario" },
    none: "None can carry it",
    table: placesTable(map),
  };
}

/** What the cheaper saves, as a part of the dearer, is by which part of the cheaper the other is dearer. */
function dearerBy(margin: number): number {
  return margin >= 0.5 ? 1 : margin / (1 - margin);
}
