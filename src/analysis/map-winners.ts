import type { Decimal } from "../units/decimal.js";
import type { Usd } from "../units/usd.js";
import type { CostModel } from "./cost-model.js";
import type { MapAxis } from "./map-axis.js";

/** Who is cheapest at places of a map; -1 where no alternative can carry the load, the first named of equals. */
export type MapWinners = {
  /** by doubles */
  readonly over: (xs: Float64Array, ys: Float64Array) => Places;
  /** by the exact costs of the two cheapest and of all that are near them; doubles are sure of the order of the others */
  readonly exactAt: (x: Decimal, y: Decimal) => number;
  /** places that were priced exactly */
  readonly priced: () => number;
};

/**
 * For each place the winner, and what it costs less than the next, as a share of the next: 1 where there is no next.
 * `sure` is 0 where others cost the same as far as doubles can tell; the winner is then the first named of them.
 */
export type Places = { readonly winner: Int32Array; readonly margin: Float64Array; readonly sure: Uint8Array };

/** Below what doubles can be wrong by. */
const CLOSE = 1e-8;
const CLOSE_SHARE = 1e-11;
/** Alternatives this near the cheapest are priced exactly to find the winner. */
const NEAR_SHARE = 0.001;

/** @param modelOf the cost model of some of the alternatives, by their indices: pricing two takes less time than pricing all */
export function mapWinners(
  model: CostModel,
  x: MapAxis["name"],
  y: MapAxis["name"],
  modelOf: (some: readonly number[]) => CostModel,
): MapWinners {
  const known = new Map<string, number>();
  const models = new Map<string, CostModel>();
  const fast = (xs: Float64Array, ys: Float64Array): readonly Float64Array[] =>
    model.fast(
      new Map([
        [x, xs],
        [y, ys],
      ]),
      xs.length,
    ).costs;
  const exactAt = (atX: Decimal, atY: Decimal): number => {
    const key = `${atX.toFixed()} ${atY.toFixed()}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const some = contenders(
      fast(Float64Array.of(atX.toNumber()), Float64Array.of(atY.toNumber())).map((column) => column[0] ?? Number.NaN),
    );
    const part = models.get(some.join()) ?? modelOf(some);
    models.set(some.join(), part);
    const best =
      part.study.models[
        cheapestOf(
          part.exact(
            new Map([
              [x, atX],
              [y, atY],
            ]),
          ),
        )
      ]?.id;
    const winner = model.study.models.findIndex((one) => one.id === best);
    known.set(key, winner);
    return winner;
  };
  const over = (xs: Float64Array, ys: Float64Array): Places => placesOf(fast(xs, ys), xs.length);
  return { over, exactAt, priced: () => known.size };
}

function placesOf(costs: readonly Float64Array[], count: number): Places {
  const places: Places = { winner: new Int32Array(count), margin: new Float64Array(count), sure: new Uint8Array(count) };
  for (let row = 0; row < count; row++) {
    const { least, next, index } = twoLeast(costs, row);
    const reach = least + CLOSE + CLOSE_SHARE * least;
    places.sure[row] = index < 0 || next > reach ? 1 : 0;
    places.winner[row] = places.sure[row] === 1 ? index : costs.findIndex((column) => (column[row] as number) <= reach);
    places.margin[row] = index < 0 ? 0 : marginOf(least, next);
  }
  return places;
}

/** The two cheapest and all that are near; all where none can carry the load. */
function contenders(costs: readonly number[]): readonly number[] {
  const [least, next] = [...costs].sort((a, b) => a - b);
  if (least === undefined || least === Number.POSITIVE_INFINITY) return costs.map((_, index) => index);
  const reach = Math.max(next ?? least, least * (1 + NEAR_SHARE) + NEAR_SHARE);
  return costs.flatMap((cost, index) => (cost <= reach ? [index] : []));
}

/** The part of the dearer that the cheaper saves. */
export function marginOf(least: number, next: number): number {
  if (next === Number.POSITIVE_INFINITY) return 1;
  return next === 0 ? 0 : (next - least) / next;
}

function twoLeast(costs: readonly Float64Array[], row: number): { readonly least: number; readonly next: number; readonly index: number } {
  let [least, next, index] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1];
  costs.forEach((column, at) => {
    const cost = column[row] as number;
    if (cost < least) [least, next, index] = [cost, least, at];
    else if (cost < next) next = cost;
  });
  return { least, next, index };
}

export function cheapestOf(costs: readonly (Usd | undefined)[]): number {
  let best = -1;
  costs.forEach((cost, index) => {
    const least = costs[best];
    if (cost && (least === undefined || cost.lt(least))) best = index;
  });
  return best;
}
