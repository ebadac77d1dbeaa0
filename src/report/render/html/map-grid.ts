import type { MapChart } from "../../report-doc.js";
import { type Scale, scaleOf } from "./scale.js";

/** A map's cells as they are drawn: rows from the top down, edges as shares of the plot from its left and its top. */
export type MapGrid = {
  readonly x: Scale;
  readonly y: Scale;
  /** one more than columns, from 0 to 1 */
  readonly across: readonly number[];
  /** one more than rows, from 0 to 1 */
  readonly down: readonly number[];
  /** cells[row][column], row 0 on top */
  readonly cells: MapChart["cells"];
};

/** Each cell reaches halfway to its neighbours; those at the rim end where they were computed. */
export function mapGrid(chart: Pick<MapChart, "x" | "y" | "xs" | "ys" | "cells">): MapGrid {
  const x = scaleOf(chart.x.scale, chart.xs[0] ?? 0, chart.xs.at(-1) ?? 1);
  const y = scaleOf(chart.y.scale, chart.ys[0] ?? 0, chart.ys.at(-1) ?? 1);
  return {
    x,
    y,
    across: edges(chart.xs.map(x.share)),
    down: edges(chart.ys.map((value) => 1 - y.share(value)).reverse()),
    cells: [...chart.cells].reverse(),
  };
}

function edges(centres: readonly number[]): readonly number[] {
  return [0, ...centres.slice(1).map((centre, index) => (centre + (centres[index] ?? 0)) / 2), 1];
}

/** First and last column and row of a block of cells, both inclusive. */
export type CellBlock = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** The cells that are in, as few blocks: equal runs of cells in rows below each other become one. */
export function blocksOf(grid: MapGrid, isIn: (cell: MapChart["cells"][number][number]) => boolean): readonly CellBlock[] {
  const done: CellBlock[] = [];
  let open: CellBlock[] = [];
  grid.cells.forEach((row, at) => {
    const runs = runsOf(row.map(isIn)).map(([left, right]) => {
      const above = open.find((block) => block.left === left && block.right === right);
      return above ? { ...above, bottom: at } : { left, right, top: at, bottom: at };
    });
    done.push(...open.filter((block) => !runs.some((run) => run.left === block.left && run.right === block.right)));
    open = runs;
  });
  return [...done, ...open];
}

function runsOf(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  row.forEach((isIn, column) => {
    const last = runs.at(-1);
    if (isIn && last && last[1] === column - 1) last[1] = column;
    else if (isIn) runs.push([column, column]);
  });
  return runs;
}
