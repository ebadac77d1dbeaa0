import { ProblemError } from "../problems/problem.js";
import type { Catalogue } from "../prices/price-file.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Decimal } from "../units/decimal.js";
import type { Usd } from "../units/usd.js";
import { type CostModel, costModel, type Measure } from "./cost-model.js";
import { type MapAxis, mapAxes } from "./map-axis.js";
import { type MapBoundary, mapBoundaries } from "./map-boundaries.js";
import { type RowCrossing, rowCrossings } from "./map-rows.js";
import { cheapestOf, type MapWinners, mapWinners } from "./map-winners.js";
import { mapDrivers } from "./map-drivers.js";
import { allSteps, eachInTurn, partOf, type Steps } from "./steps.js";

export type MapCell = {
  /** index of the cheapest; -1 where none can carry the load */
  readonly winner: number;
  /** what it saves, as a share of the next: from doubles; 1 where there is no next */
  readonly margin: number;
  /** priced exactly: next to another winner, or too close for doubles */
  readonly confirmed: boolean;
};

/** Who is cheapest over two drivers, all others as they are. */
export type CrossoverMap = {
  readonly model: CostModel;
  readonly x: MapAxis;
  readonly y: MapAxis;
  /** cells[row][column] at y.values[row] and x.values[column] */
  readonly cells: readonly (readonly MapCell[])[];
  readonly boundaries: readonly MapBoundary[];
  /** the scenario's own place, priced exactly, and every change along its own row */
  readonly own: {
    readonly x: Decimal;
    readonly y: Decimal;
    readonly winner: number;
    readonly costs: readonly (Usd | undefined)[];
    readonly crossings: readonly RowCrossing[];
  };
  /** places that were priced exactly */
  readonly priced: number;
};

/** What is left out is chosen: see `mapDrivers` and `mapAxes`. */
export type AxisOptions = {
  readonly name?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly points?: number | undefined;
};

export type MapOptions = {
  readonly measure?: Measure | undefined;
  readonly x?: AxisOptions | undefined;
  readonly y?: AxisOptions | undefined;
};

/** Columns and rows: steps of round numbers over decades and shares. A horizon prices every month of each place. */
const POINTS: Readonly<Record<Measure, readonly [number, number]>> = { month: [61, 41], horizon: [31, 21] };
const LEAST_POINTS = 2;

/**
 * The map of the cheapest over two drivers: one month, unless asked for the horizon. The fast path fills the cells; cells beside
 * another winner are priced exactly, and along each row every border is narrowed to one step and confirmed exactly on both sides.
 * @throws ProblemError for unknown drivers, equal axes and empty ranges
 */
export function crossoverMap(
  scenario: Scenario,
  catalogue: Catalogue,
  options: MapOptions & { readonly onProgress?: (share: number) => void } = {},
): CrossoverMap {
  return allSteps(crossoverMapping(scenario, catalogue, options), options.onProgress);
}

/** The same in steps, one for each row. */
export function* crossoverMapping(scenario: Scenario, catalogue: Catalogue, options: MapOptions = {}): Steps<CrossoverMap> {
  const { measure = "month" } = options;
  const names = mapDrivers(scenario, catalogue, options.x?.name, options.y?.name);
  const [columns, lines] = [options.x?.points ?? POINTS[measure][0], options.y?.points ?? POINTS[measure][1]];
  if (columns < LEAST_POINTS || lines < LEAST_POINTS)
    throw new ProblemError([{ code: "bad-argument", message: "a map needs two columns and two rows" }]);
  const { x, y } = mapAxes(scenario, { ...options.x, name: names.x, points: columns }, { ...options.y, name: names.y, points: lines });
  const model = costModel(scenario, catalogue, [x.name, y.name], measure);
  const winners = mapWinners(model, x.name, y.name, (some) => costModel(withOnly(scenario, some), catalogue, [x.name, y.name], measure));
  const rows = yield* partOf(
    0,
    0.8,
    eachInTurn(y.values, (value) => rowCrossings(winners, x, value)),
  );
  const found = cellsOf(winners, x, y);
  const cells = yield* partOf(
    0.8,
    1,
    eachInTurn(found, (_, row) => confirmedRow(found, row, winners, x, y)),
  );
  const costs = model.exact(
    new Map([
      [x.name, x.base],
      [y.name, y.base],
    ]),
  );
  const own = { x: x.base, y: y.base, costs, winner: cheapestOf(costs), crossings: rowCrossings(winners, x, y.base) };
  return { model, x, y, cells, boundaries: mapBoundaries(rows, x), own, priced: winners.priced() };
}

/** Some of the alternatives, and the one in use today, which moves cost away from. */
function withOnly(scenario: Scenario, some: readonly number[]): Scenario {
  return {
    ...scenario,
    alternatives: scenario.alternatives.filter((one, index) => some.includes(index) || one.id === scenario.migration.from),
  };
}

function cellsOf(winners: MapWinners, x: MapAxis, y: MapAxis): readonly (readonly MapCell[])[] {
  const xs = x.values.map((value) => value.toNumber());
  const count = xs.length * y.values.length;
  const { winner, margin, sure } = winners.over(
    Float64Array.from({ length: count }, (_, at) => xs[at % xs.length] as number),
    Float64Array.from({ length: count }, (_, at) => y.values[Math.floor(at / xs.length)]?.toNumber() ?? Number.NaN),
  );
  return y.values.map((_, row) =>
    xs.map((__, column) => {
      const at = row * xs.length + column;
      return { winner: winner[at] as number, margin: margin[at] as number, confirmed: sure[at] === 0 };
    }),
  );
}

/** Cells too close for doubles, and those with another winner beside, above or below them, with their exact winner. */
function confirmedRow(cells: readonly (readonly MapCell[])[], up: number, winners: MapWinners, x: MapAxis, y: MapAxis): readonly MapCell[] {
  const row = cells[up] ?? [];
  return row.map((cell, across) => {
    const beside = [row[across - 1], row[across + 1], cells[up - 1]?.[across], cells[up + 1]?.[across]];
    const [atX, atY] = [x.values[across], y.values[up]];
    if (!atX || !atY || (!cell.confirmed && beside.every((one) => one === undefined || one.winner === cell.winner))) return cell;
    return { ...cell, winner: winners.exactAt(atX, atY), confirmed: true };
  });
}
