import type { Decimal } from "../units/decimal.js";
import type { MapAxis } from "./map-axis.js";
import type { RowCrossing } from "./map-rows.js";

/** A border on the map: for each row that it passes, the first x on its right side. */
export type MapBoundary = {
  readonly from: number;
  readonly to: number;
  readonly points: readonly { readonly x: Decimal; readonly y: Decimal }[];
};

/** Joins the crossings of neighbouring rows between the same two alternatives: each goes on where the last row's is nearest. */
export function mapBoundaries(rows: readonly (readonly RowCrossing[])[], x: MapAxis): readonly MapBoundary[] {
  const place = (value: Decimal): number => (x.scale === "log" ? value.log(10).toNumber() : value.toNumber());
  const done: RowCrossing[][] = [];
  let open: RowCrossing[][] = [];
  for (const row of rows) {
    const free = new Set(open);
    const grown = row.map((crossing): RowCrossing[] => {
      const near = [...free]
        .filter((line) => line[0]?.from === crossing.from && line[0].to === crossing.to)
        .sort((a, b) => gap(a, crossing, place) - gap(b, crossing, place))[0];
      if (near) free.delete(near);
      return [...(near ?? []), crossing];
    });
    done.push(...free);
    open = grown;
  }
  return [...done, ...open].map((line) => ({
    from: line[0]?.from ?? -1,
    to: line[0]?.to ?? -1,
    points: line.map(({ at, y }) => ({ x: at, y })),
  }));
}

function gap(line: readonly RowCrossing[], crossing: RowCrossing, place: (value: Decimal) => number): number {
  const last = line.at(-1);
  return last ? Math.abs(place(last.at) - place(crossing.at)) : Number.POSITIVE_INFINITY;
}
