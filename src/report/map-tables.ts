import type { CrossoverMap, MapCell } from "../analysis/crossover-map.js";
import type { MapAxis } from "../analysis/map-axis.js";
import { fromDouble } from "../units/decimal.js";
import { capitalized, formatNumber } from "../units/format.js";
import { axisName, axisValue, winnerTitle } from "./map-words.js";
import type { Cell, Table } from "./report-doc.js";

/** The letter of an alternative on a map of letters, by its place in the scenario. */
export function letterOf(index: number): string {
  return index < 0 ? "·" : String.fromCharCode("A".charCodeAt(0) + (index % 26));
}

const percent = (share: number): string => `${formatNumber(fromDouble(share).times(100), 1)} %`;

/**
 * Who is cheapest on which part of the map, and by how much at most.
 * @param lettered with a first column of the letters that a map of letters uses
 */
export function keyTable(map: CrossoverMap, { lettered }: { readonly lettered: boolean }): Table {
  const cells = map.cells.flat();
  const winners = [...new Set(cells.map((cell) => cell.winner))].sort((a, b) => a - b);
  return {
    id: "map-key",
    caption: "Who is cheapest where",
    columns: [
      ...(lettered ? [{ title: "Letter", align: "left" } as const] : []),
      { title: "Alternative", align: "left" },
      { title: "Part of the map", align: "right" },
      { title: "Least saved", align: "right" },
      { title: "Most saved", align: "right" },
    ],
    rows: winners.map((winner) => {
      const own = cells.filter((cell) => cell.winner === winner);
      const margins = own.map((cell) => cell.margin);
      const id = map.model.study.models[winner]?.id;
      const saved = (of: readonly number[], pick: (...values: readonly number[]) => number): Cell => ({
        text: winner < 0 ? "" : percent(of.reduce((a, b) => pick(a, b))),
      });
      return {
        cells: [
          ...(lettered ? [{ text: letterOf(winner) }] : []),
          { text: winner < 0 ? "none can carry it" : winnerTitle(map, winner), ...(id === undefined ? {} : { alternative: id }) },
          { text: percent(own.length / cells.length) },
          saved(margins, Math.min),
          saved(margins, Math.max),
        ],
      };
    }),
    note: "Saved against the next alternative, as a part of what that one costs.",
  };
}

const TABLE_COLUMNS = 5;
const TABLE_ROWS = 6;

/** The cheapest at some places of the map, with what it saves. */
export function placesTable(map: CrossoverMap): Table {
  const [columns, rows] = [some(map.x, TABLE_COLUMNS), some(map.y, TABLE_ROWS)];
  const heading = (column: number): string => {
    const value = map.x.values[column];
    return value ? axisValue(map.x, value) : "";
  };
  return {
    id: "map-table",
    caption: `The cheapest at some places: ${axisName(map.y)} down, ${axisName(map.x)} across`,
    columns: [
      { title: capitalized(axisName(map.y)), align: "right" },
      ...columns.map((column) => ({ title: heading(column), align: "left" as const })),
    ],
    rows: rows.map((row) => {
      const value = map.y.values[row];
      return {
        cells: [{ text: value ? axisValue(map.y, value) : "" }, ...columns.map((column) => placeCell(map, map.cells[row]?.[column]))],
      };
    }),
    note: "In brackets what it saves against the next alternative, as a part of what that one costs.",
  };
}

function placeCell(map: CrossoverMap, cell: MapCell | undefined): Cell {
  const model = map.model.study.models[cell?.winner ?? -1];
  return cell && model ? { text: `${model.title} (${percent(cell.margin)})`, alternative: model.id } : { text: "none", mark: "infeasible" };
}

/** Evenly chosen places of an axis, the first and the last among them. */
function some(axis: MapAxis, count: number): readonly number[] {
  const last = axis.values.length - 1;
  return [...new Set(Array.from({ length: count }, (_, index) => Math.round((last * index) / (count - 1))))];
}
