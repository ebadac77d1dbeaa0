import type { Catalogue } from "../prices/price-file.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Decimal, decimal } from "../units/decimal.js";
import { minusUsd, type Usd } from "../units/usd.js";
import { costModel, type Measure } from "./cost-model.js";
import { type Difference, differenceOver, type Outcome } from "./difference.js";
import type { Leaders } from "./leaders.js";
import type { Ranged } from "./ranged-variables.js";
import { eachInTurn, type Steps } from "./steps.js";
import { type TurningPoint, turningPoint } from "./turning-point.js";

/** The variable at one end of its range, all others as they are: priced exactly. */
export type TornadoOutcome = Outcome & {
  readonly value: Decimal;
  /** whether another alternative than today's choice is chosen there */
  readonly flips: boolean;
};

export type TornadoBar = {
  readonly variable: Ranged;
  readonly low: TornadoOutcome;
  readonly high: TornadoOutcome;
  /** dollars from the least to the most of the difference at low, at today's value and at high; undefined where it has no value at an end */
  readonly width: Usd | undefined;
  /** where the difference turns within the range: at most one on each side of today's value */
  readonly turns: readonly TurningPoint[];
};

export type Tornado = {
  /** widest first; an end that cannot be carried comes before all */
  readonly bars: readonly TornadoBar[];
  /** the difference stays as it is: both bills change alike, or neither does */
  readonly still: readonly Ranged[];
};

/** What the difference between the leaders becomes when each variable alone goes to the ends of its range; a step for each. */
export function* tornado(
  scenario: Scenario,
  catalogue: Catalogue,
  variables: readonly Ranged[],
  leaders: Leaders,
  measure: Measure,
): Steps<Tornado> {
  const all = yield* eachInTurn(variables, (variable) => {
    const difference = differenceOver(costModel(scenario, catalogue, [variable.name], measure), leaders, variable.name);
    return { variable, moves: moves(variable, difference), bar: barOf(variable, difference, leaders) };
  });
  const bars = all.filter(({ moves }) => moves).map(({ bar }) => bar);
  return { bars: bars.sort(wider), still: all.filter(({ moves }) => !moves).map(({ variable }) => variable) };
}

function barOf(variable: Ranged, difference: Difference, leaders: Leaders): TornadoBar {
  const end = (value: Decimal): TornadoOutcome => {
    const outcome = difference.at(value);
    return { ...outcome, value, flips: outcome.choice !== leaders.choice.model.id };
  };
  const [low, high] = [end(variable.low), end(variable.high)];
  const turns = (["below", "above"] as const).flatMap((side) => turningPoint(variable, side, difference) ?? []);
  return { variable, low, high, width: widthOf([low.difference, difference.at(variable.base).difference, high.difference]), turns };
}

function widthOf(differences: readonly (Usd | undefined)[]): Usd | undefined {
  const known = differences.flatMap((one) => one ?? []).sort((a, b) => a.comparedTo(b));
  const [least, most] = [known[0], known.at(-1)];
  return least && most && known.length === differences.length ? minusUsd(most, least) : undefined;
}

function wider(a: TornadoBar, b: TornadoBar): number {
  if (!a.width || !b.width) return (a.width ? 1 : 0) - (b.width ? 1 : 0);
  return b.width.comparedTo(a.width);
}

/** Whether the difference changes at the ends of the range, or halfway to them. */
function moves({ base, low, high, integer }: Ranged, difference: Difference): boolean {
  const halfway = (end: Decimal): Decimal => {
    const value = base.plus(end).div(2);
    return integer ? value.floor() : value;
  };
  const here = difference.at(base).difference;
  return [low, high, halfway(low), halfway(high)].some((value) => !same(difference.at(value).difference, here));
}

/** What discounting may leave of a sum that cancels: figures carry fifty digits. */
const REST = decimal("0.00000000000000000001");

function same(left: Usd | undefined, right: Usd | undefined): boolean {
  return left && right ? left.minus(right).abs().lte(REST) : left === right;
}
