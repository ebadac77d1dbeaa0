import { nameHint } from "../problems/nearest-name.js";
import { type Problem, ProblemError, quoted } from "../problems/problem.js";
import { driverValue } from "../scenario/driver-value.js";
import { DRIVER_NAMES, DRIVERS } from "../scenario/drivers.js";
import type { DriverName } from "../scenario/driver-spec.js";
import type { Scenario } from "../scenario/scenario.js";
import { HOURLY_RATE } from "../scenario/variable-names.js";
import { DECIMAL_TEXT, type Decimal, decimal, ONE, roundHalfUp, smallest, sum, whole } from "../units/decimal.js";
import { isShare } from "./assumed-variables.js";

/** What an axis of the map may run over: a driver, or the price of an hour of work. */
export type AxisName = DriverName | typeof HOURLY_RATE;
export const AXIS_NAMES: readonly AxisName[] = [...DRIVER_NAMES, HOURLY_RATE];

export type MapAxis = {
  readonly name: AxisName;
  /** whole numbers only */
  readonly counted: boolean;
  readonly scale: "log" | "linear";
  /** ascending, at least two; the first and the last are the range asked for */
  readonly values: readonly Decimal[];
  /** the scenario's own value, inside the range or not */
  readonly base: Decimal;
};

/** Texts as typed; what is left out is chosen. */
export type AxisRequest = {
  readonly name: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly points: number;
};

/** The two axes. @throws ProblemError with everything that is wrong, each naming its flag: --x, --from-x, --to-x and the same for y */
export function mapAxes(scenario: Scenario, x: AxisRequest, y: AxisRequest): { readonly x: MapAxis; readonly y: MapAxis } {
  const problems: Problem[] = [];
  const across = axisOf(scenario, x, "x", problems);
  const up = axisOf(scenario, y, "y", problems);
  if (across && up) problems.push(...clashes(scenario, across, up));
  if (problems.length > 0 || !across || !up) throw new ProblemError(problems);
  return { x: across, y: up };
}

function axisOf(scenario: Scenario, request: AxisRequest, letter: "x" | "y", problems: Problem[]): MapAxis | undefined {
  const name = AXIS_NAMES.find((one) => one === request.name);
  if (name === undefined) {
    problems.push({
      code: "unknown-name",
      place: { file: `--${letter}` },
      message: `unknown driver ${quoted(request.name)}`,
      ...nameHint(request.name, AXIS_NAMES),
    });
    return undefined;
  }
  const base = name === HOURLY_RATE ? scenario.labour.hourlyRate : driverValue(name, scenario.workload);
  const chosen = rangeOf(name, base, scenario);
  const [least, most] = [
    readEnd(name, request.from, `--from-${letter}`, problems) ?? chosen.from,
    readEnd(name, request.to, `--to-${letter}`, problems) ?? chosen.to,
  ];
  if (!least.lt(most)) {
    problems.push({
      code: "bad-argument",
      place: { file: `--from-${letter}, --to-${letter}` },
      message: `this is not a range of ${name}`,
      found: `${least.toFixed()} to ${most.toFixed()}`,
      expected: "a first value below the last",
    });
    return undefined;
  }
  const counted = name !== HOURLY_RATE && DRIVERS[name].integer === true;
  const scale = least.gt(0) && most.div(least).gte(LOG_FROM) && !(name !== HOURLY_RATE && isShare(name)) ? "log" : "linear";
  return { name, counted, scale, base, values: spaced(least, most, scale, counted, request.points) };
}

/** A range that spans this factor is drawn on a logarithmic scale. */
const LOG_FROM = 20;

function mostOf(name: AxisName): Decimal {
  return name === HOURLY_RATE ? decimal("100000") : decimal(DRIVERS[name].most);
}

function readEnd(name: AxisName, text: string | undefined, flag: string, problems: Problem[]): Decimal | undefined {
  if (text === undefined) return undefined;
  const counted = name !== HOURLY_RATE && DRIVERS[name].integer === true;
  const fits =
    DECIMAL_TEXT.test(text) && !text.startsWith("-") && decimal(text).lte(mostOf(name)) && (!counted || decimal(text).isInteger());
  if (!fits)
    problems.push({
      code: "bad-argument",
      place: { file: flag },
      message: `not a value of ${name}`,
      found: quoted(text),
      expected: `a ${counted ? "whole " : ""}number from 0 to ${mostOf(name).toFixed()}`,
    });
  return fits ? decimal(text) : undefined;
}

type Range = { readonly from: Decimal; readonly to: Decimal };

/** Around the scenario's own values: a decade each way, for counts in whole decades; shares over all they may be. */
function rangeOf(name: AxisName, base: Decimal, scenario: Scenario): Range {
  if (name !== HOURLY_RATE && isShare(name))
    return { from: whole(0), to: name === "federatedShare" || name === "socialShare" ? ONE.minus(otherShare(name, scenario)) : ONE };
  const most = mostOf(name);
  if (name !== HOURLY_RATE && DRIVERS[name].per === undefined && DRIVERS[name].unit !== "one") {
    const sizes = name === "mau" ? [base, ...scenario.points].filter((one) => one.gt(0)) : base.gt(0) ? [base] : [];
    const [low, high] = [
      sizes.reduce((a, b) => (b.lt(a) ? b : a), sizes[0] ?? whole(1000)),
      sizes.reduce((a, b) => (b.gt(a) ? b : a), sizes[0] ?? whole(1000)),
    ];
    return { from: decade(low.div(10), "floor"), to: smallest([most, decade(high.times(10), "ceil")]) };
  }
  return base.isZero()
    ? { from: whole(0), to: smallest([most, whole(name === HOURLY_RATE ? 200 : 10)]) }
    : { from: base.div(10), to: smallest([most, base.times(10)]) };
}

/** The power of ten at or below, or at or above, a value; not below 1. */
function decade(value: Decimal, way: "floor" | "ceil"): Decimal {
  const power = whole(10).pow(Math.max(0, value.e));
  return way === "floor" || power.gte(value) ? power : power.times(10);
}

function otherShare(name: "federatedShare" | "socialShare", scenario: Scenario): Decimal {
  return driverValue(name === "federatedShare" ? "socialShare" : "federatedShare", scenario.workload);
}

const DIGITS = 4;

/** Values that are easy to read: whole numbers for counts, four significant digits elsewhere; fewer where a range holds fewer. */
function spaced(from: Decimal, to: Decimal, scale: MapAxis["scale"], counted: boolean, points: number): readonly Decimal[] {
  const at = (index: number): Decimal => {
    const share = whole(index).div(whole(points - 1));
    const value = (scale === "log" ? from.times(to.div(from).pow(share)) : from.plus(to.minus(from).times(share))).toSignificantDigits(
      DIGITS,
    );
    return counted ? roundHalfUp(value, 0) : value;
  };
  const inner = Array.from({ length: Math.max(0, points - 2) }, (_, index) => at(index + 1)).filter(
    (value) => value.gt(from) && value.lt(to),
  );
  return [from, ...inner.filter((value, index) => index === 0 || value.gt(inner[index - 1] ?? from)), to];
}

/** What two axes cannot be together: the same driver, or shares that come to more than all users. */
function clashes(scenario: Scenario, x: MapAxis, y: MapAxis): readonly Problem[] {
  if (x.name === y.name)
    return [
      {
        code: "bad-argument",
        place: { file: "--x, --y" },
        message: "the two axes are the same driver",
        found: x.name,
        expected: "two different drivers",
      },
    ];
  const stated = (name: "federatedShare" | "socialShare"): Decimal =>
    [x, y].find((axis) => axis.name === name)?.values.at(-1) ?? driverValue(name, scenario.workload);
  const together = sum([stated("federatedShare"), stated("socialShare")]);
  const asked = [x, y].filter((axis) => axis.name === "federatedShare" || axis.name === "socialShare").length > 0;
  return asked && together.gt(1)
    ? [
        {
          code: "out-of-range",
          place: { file: "--to-x, --to-y" },
          message: "federatedShare and socialShare together go above 1",
          found: together.toFixed(),
          hint: "end the range of one of them earlier",
        },
      ]
    : [];
}
