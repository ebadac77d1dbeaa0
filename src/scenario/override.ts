import { type Place, type Problem, ProblemError, quoted } from "../problems/problem.js";
import { isDay } from "../problems/day.js";
import { nameHint } from "../problems/nearest-name.js";
import { numberHint } from "../problems/plain-number.js";
import { type Decimal, decimal } from "../units/decimal.js";
import { DRIVER_NAMES, DRIVERS } from "./drivers.js";
import type { DriverName } from "./driver-spec.js";
import { ALTERNATIVE_ID, driverSchema } from "./scenario-schema.js";
import type { Scenario } from "./scenario.js";
import { userCounts } from "./parse-scenario.js";

/** What a caller changes about a scenario without editing it; every value is text as typed. */
export type Overrides = {
  readonly asOf?: string | undefined;
  readonly region?: string | undefined;
  readonly standIn?: string | undefined;
  readonly book?: string | undefined;
  readonly freeTier?: boolean | undefined;
  /** user counts to compare at */
  readonly mau?: readonly string[] | undefined;
  /** "driver=value" */
  readonly set?: readonly string[] | undefined;
};

type Workload = ReadonlyMap<DriverName, Decimal>;
type Checked = { readonly problems: readonly Problem[]; readonly workload: Workload; readonly points: readonly string[] | undefined };

/** What is wrong with overrides, each problem naming its flag, and the workload that they make of one. */
export function checkOverrides(overrides: Overrides, before: Workload = new Map()): Checked {
  const problems: Problem[] = [];
  const check = (flag: string, text: string, ok: boolean, expected: string): void => {
    if (!ok)
      problems.push({ code: "bad-argument", place: { file: flag }, message: "this value does not fit", found: quoted(text), expected });
  };
  const { asOf, region, standIn, mau, set } = overrides;
  if (asOf !== undefined) check("--as-of", asOf, isDay(asOf), "a day (YYYY-MM-DD)");
  if (region !== undefined) check("--region", region, ALTERNATIVE_ID.test(region), "a region such as us-east-1");
  if (standIn !== undefined) check("--stand-in", standIn, ALTERNATIVE_ID.test(standIn), "a region such as us-east-1");
  const workload = new Map(before);
  for (const text of set ?? []) problems.push(...setDriver(workload, text));
  problems.push(...setTwice(set ?? []));
  const points = mau?.flatMap((text): string[] => {
    const complaint = driverComplaint("mau", text);
    if (complaint !== undefined)
      problems.push({
        code: "bad-argument",
        place: { file: "--mau" },
        message: complaint,
        found: quoted(text),
        expected: `whole numbers of users from 0 to ${DRIVERS.mau.most}, such as 50000,100000`,
        ...(/^0+\d/.test(text) ? { hint: "a comma parts two counts: write 50000, not 50,000" } : numberHint(text)),
      });
    return complaint === undefined ? [text] : [];
  });
  const shares = (workload.get("federatedShare") ?? decimal("0")).plus(workload.get("socialShare") ?? decimal("0"));
  if (shares.gt(1))
    problems.push({
      code: "out-of-range",
      place: { file: "--set" },
      message: "federatedShare and socialShare together are above 1",
      found: shares.toFixed(),
    });
  return { problems, workload, points };
}

/** Applies overrides. @throws ProblemError with all that are wrong, each naming its flag */
export function override(scenario: Scenario, overrides: Overrides): Scenario {
  const { problems, workload, points } = checkOverrides(overrides, scenario.workload);
  if (problems.length > 0) throw new ProblemError(problems);
  const { asOf, region, standIn, book } = overrides;
  const from = (flag: string): Place => ({ file: flag });
  return {
    ...scenario,
    workload,
    points: points === undefined ? pointsAt(scenario, workload) : userCounts(points),
    prices: {
      book: book ?? scenario.prices.book,
      asOf: asOf ?? scenario.prices.asOf,
      region: region ?? scenario.prices.region,
      standIn: standIn ?? scenario.prices.standIn,
      freeTier: overrides.freeTier ?? scenario.prices.freeTier,
    },
    place: (path, part) => {
      if (standIn !== undefined && path.join(".") === "prices.standIn") return from("--stand-in");
      if (region !== undefined && path.join(".") === "prices.region") return from("--region");
      if (asOf !== undefined && path.join(".") === "prices.asOf") return from("--as-of");
      if (book !== undefined && path.join(".") === "prices.book") return from("--book");
      return scenario.place(path, part);
    },
  };
}

/** Columns that were the scenario's own user count follow it; others are the scenario's choice. */
function pointsAt({ points, workload: before }: Scenario, workload: Workload): Scenario["points"] {
  const mau = workload.get("mau");
  const isOwn = points.length === 1 && before.get("mau")?.eq(points[0] ?? -1) === true;
  return isOwn && mau !== undefined ? [mau] : points;
}

/** Of two values for one driver neither is the obvious one. */
function setTwice(set: readonly string[]): readonly Problem[] {
  const names = set.map((text) => text.split("=")[0] ?? "");
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...twice].map((name) => ({ code: "duplicate", place: { file: "--set" }, message: `${quoted(name)} is set more than once` }));
}

function driverComplaint(name: DriverName, text: string): string | undefined {
  return driverSchema(name).safeParse(text).error?.issues[0]?.message;
}

function setDriver(workload: Map<DriverName, Decimal>, text: string): readonly Problem[] {
  const place = { file: "--set" };
  const [name = "", value] = text.split(/=(.*)/s);
  if (value === undefined)
    return [{ code: "bad-argument", place, message: "this value does not fit", found: quoted(text), expected: "driver=value" }];
  const driver = DRIVER_NAMES.find((one) => one === name);
  if (driver === undefined)
    return [{ code: "unknown-name", place, message: `unknown driver ${quoted(name)}`, ...nameHint(name, DRIVER_NAMES) }];
  const complaint = driverComplaint(driver, value);
  if (complaint !== undefined)
    return [
      {
        code: "bad-argument",
        place,
        message: `${driver}: ${complaint}`,
        found: quoted(value),
        expected: `a number from 0 to ${DRIVERS[driver].most}`,
        ...numberHint(value),
      },
    ];
  workload.set(driver, decimal(value));
  return [];
}
