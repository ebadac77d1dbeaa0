import { type Decimal, fromDouble } from "../units/decimal.js";
import { firstChange } from "./first-change.js";
import type { MapAxis } from "./map-axis.js";
import type { MapWinners, Places } from "./map-winners.js";

/** Going along a row: at `before` the one is still the cheapest, one step on at `at` the other; both priced exactly. -1: none can carry it. */
export type RowCrossing = {
  readonly y: Decimal;
  readonly before: Decimal;
  readonly at: Decimal;
  readonly from: number;
  readonly to: number;
};

/** Looks between two columns of the map: a winner of a stretch narrower than this part of a cell may be missed. */
const PARTS = 8;

/** Every change of the cheapest along one row, in the order of x. */
export function rowCrossings(winners: MapWinners, x: MapAxis, y: Decimal): readonly RowCrossing[] {
  const stops = stopsAlong(x);
  const row = alongRow(winners, y);
  const { winner, sure } = row.over(stops);
  // Equals over a whole stretch go to the first named; where a change is near, the exact path says who is cheaper.
  const seen = Array.from(winner, (found, index) =>
    sure[index] === 0 && [winner[index - 1], winner[index + 1]].some((other) => other !== undefined && other !== found)
      ? row.exact(fromDouble(stops[index] as number))
      : found,
  );
  return seen.flatMap((found, index) => {
    const last = seen[index - 1];
    return last === undefined || last === found
      ? []
      : crossingsBetween(row, x.counted, fromDouble(stops[index - 1] as number), fromDouble(stops[index] as number));
  });
}

type Row = { readonly y: Decimal; readonly over: (values: Float64Array) => Places; readonly exact: (value: Decimal) => number };

function alongRow(winners: MapWinners, y: Decimal): Row {
  const here = y.toNumber();
  return {
    y,
    over: (values) => winners.over(values, new Float64Array(values.length).fill(here)),
    exact: (value) => winners.exactAt(value, y),
  };
}

/** One after the other, until the winner of the right end is reached. What doubles are sure of at the ends needs no exact bill; every change has two. */
function crossingsBetween({ y, over, exact }: Row, counted: boolean, left: Decimal, right: Decimal): readonly RowCrossing[] {
  const winnerAt = (value: Decimal): number => {
    const { winner, sure } = over(Float64Array.of(value.toNumber()));
    return sure[0] === 1 ? (winner[0] as number) : exact(value);
  };
  const crossings: RowCrossing[] = [];
  const target = winnerAt(right);
  for (let [from, winner] = [left, winnerAt(left)]; winner !== target; ) {
    const own = winner;
    const change = firstChange({
      from,
      to: right,
      counted,
      seems: (values) => Array.from(over(values).winner, (found) => found !== own),
      holds: (value) => exact(value) !== own,
    });
    if (!change) break;
    if (exact(change.before) !== own)
      throw new Error(`the exact path does not confirm the winner at ${change.before.toFixed()}: this is a defect of authcost`);
    winner = exact(change.at);
    crossings.push({ y, ...change, from: own, to: winner });
    from = change.at;
  }
  return crossings;
}

/** The columns of the map and the stops between them. */
function stopsAlong(x: MapAxis): Float64Array {
  const columns = x.values.map((value) => value.toNumber());
  const stops = columns.flatMap((value, index) => {
    const next = columns[index + 1];
    if (next === undefined) return [value];
    return Array.from({ length: PARTS }, (_, part) => {
      const stop = value + ((next - value) * part) / PARTS;
      return x.counted ? Math.round(stop) : stop;
    });
  });
  return Float64Array.from(new Set(stops));
}
