import { ProblemError } from "../problems/problem.js";
import type { Catalogue } from "../prices/price-file.js";
import { DRIVERS } from "../scenario/drivers.js";
import type { DriverName } from "../scenario/driver-spec.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Decimal, decimal, ONE, whole } from "../units/decimal.js";
import { type Study, study } from "./study.js";
import { type Values, winnerSearch } from "./winner-search.js";

/** The winner of one stretch of the driver's values; undefined where no alternative can carry them. */
export type Winner = { readonly from: Decimal; readonly to: Decimal; readonly winner: string | undefined };
/** `at` is the first value at which `to` is cheaper. */
export type Crossing = { readonly at: Decimal; readonly from: string | undefined; readonly to: string | undefined };
export type Breakeven = {
  readonly study: Study;
  readonly over: DriverName;
  readonly from: Decimal;
  readonly to: Decimal;
  readonly step: Decimal;
  readonly winners: readonly Winner[];
  readonly crossings: readonly Crossing[];
  /** how many values were looked at one by one; the others were decided in stretches */
  readonly evaluated: number;
};

export type BreakevenOptions = {
  readonly over: DriverName;
  readonly from: Decimal;
  readonly to: Decimal;
  readonly step?: Decimal | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
};

/**
 * Who is cheapest where, over every value of a driver from `from` to `to`.
 *
 * Exhaustive: a stretch is given to an alternative as a whole only when its cost bounds lie below all others' bounds
 * everywhere in it; otherwise it is halved, down to single values. At a single value, costs too near each other for doubles
 * are compared exactly, and each crossing is confirmed exactly on both sides. Equal costs: the first named wins.
 */
export function breakeven(scenario: Scenario, catalogue: Catalogue, options: BreakevenOptions): Breakeven {
  const { over, from, to } = options;
  const step = options.step ?? defaultStep(over, from, to);
  checkRange(from, to, step);
  const one = study({ ...scenario, workload: new Map(scenario.workload).set(over, from) }, catalogue);
  return winnersOver(one, { over, from, to, step, onProgress: options.onProgress });
}

/** The same for a study whose scenario states the driver. */
export function winnersOver(one: Study, { over, from, to, step = ONE, onProgress }: BreakevenOptions): Breakeven {
  const last = to.minus(from).div(step).floor().toNumber();
  const exactAt = (index: number): Decimal => from.plus(step.times(whole(index)));
  const [start, stride] = [from.toNumber(), step.toNumber()];
  const values: Values = { exact: exactAt, double: (index) => start + stride * index };
  const { stretches, evaluated } = winnerSearch(one, over, values, last, onProgress);
  const winners = stretches.map((stretch) => ({
    from: exactAt(stretch.from),
    to: exactAt(stretch.to),
    winner: one.models[stretch.winner]?.id,
  }));
  const crossings = winners.slice(1).map((winner, index) => ({ at: winner.from, from: winners[index]?.winner, to: winner.winner }));
  return { study: one, over, from, to: exactAt(last), step, winners, crossings, evaluated };
}

/** Whole numbers for counts; a ten-thousandth of the range for shares and rates. */
function defaultStep(over: DriverName, from: Decimal, to: Decimal): Decimal {
  return DRIVERS[over].integer ? ONE : to.minus(from).div(decimal("10000"));
}

const MOST_VALUES = decimal("1000000000");

function checkRange(from: Decimal, to: Decimal, step: Decimal): void {
  if (to.gt(from) && step.gt(0) && to.minus(from).div(step).lte(MOST_VALUES)) return;
  throw new ProblemError([
    {
      code: "bad-argument",
      place: { file: "--from, --to" },
      message: "this is not a range to search",
      found: `${from.toFixed()} to ${to.toFixed()} in steps of ${step.toFixed()}`,
      expected: "a first value below the last, at most a billion steps",
    },
  ]);
}
