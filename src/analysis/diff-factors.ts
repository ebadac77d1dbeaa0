import { DRIVER_NAMES, DRIVERS } from "../scenario/drivers.js";
import type { DriverName } from "../scenario/driver-spec.js";
import type { Scenario } from "../scenario/scenario.js";
import { isExact, plain } from "../units/decimal.js";
import { formatNumber, formatUsd } from "../units/format.js";

/** One difference between two scenarios. */
export type Factor = {
  /** what kind of thing changed */
  readonly kind: "input" | "price" | "model";
  /** a driver, or a key of the scenario */
  readonly name: string;
  /** "sign-ins per user" */
  readonly label: string;
  /** where it is a value that changed: "8" and "12" */
  readonly values?: readonly [before: string, after: string];
  /** brings the second scenario's side into another one */
  readonly bring: (into: Scenario, from: Scenario) => Scenario;
};

/** "sign-ins per user 8 → 12" */
export function factorText({ label, values }: Factor): string {
  return values ? `${label} ${values[0]} → ${values[1]}` : label;
}

/** Every difference that can move a cost: prices, settings and requirements, drivers, costs given by hand and hours, time. */
export function diffFactors(before: Scenario, after: Scenario): readonly Factor[] {
  const drivers = changedDrivers(before, after).map(
    (name): Factor => ({
      kind: "input",
      name,
      label: DRIVERS[name].title,
      values: [driverText(before, name), driverText(after, name)],
      bring: (into, from) => ({ ...into, workload: withDriver(into, from, name) }),
    }),
  );
  return [...priceFactors(before, after), ...modelFactors(before, after), ...inputFactors(before, after), ...drivers];
}

/** The first scenario with some differences of the second. */
export function mixed(before: Scenario, after: Scenario, brought: readonly Factor[]): Scenario {
  return brought.reduce((scenario, factor) => factor.bring(scenario, after), before);
}

const changedDrivers = (before: Scenario, after: Scenario): readonly DriverName[] =>
  DRIVER_NAMES.filter((name) => driverText(before, name) !== driverText(after, name));

function driverText(scenario: Scenario, name: DriverName): string {
  const value = scenario.workload.get(name);
  return value ? formatNumber(value, 12) : "default";
}

function withDriver(into: Scenario, from: Scenario, name: DriverName): Scenario["workload"] {
  const workload = new Map(into.workload);
  const value = from.workload.get(name);
  if (value) workload.set(name, value);
  else workload.delete(name);
  return workload;
}

function priceFactors(before: Scenario, after: Scenario): readonly Factor[] {
  const says = ({ prices }: Scenario): string =>
    `${prices.book}, ${prices.asOf ?? "newest"}, ${prices.region}${prices.standIn === undefined ? "" : ` or ${prices.standIn}`}${prices.freeTier ? "" : ", no free tier"}`;
  return [
    ...differing<Factor>(before.prices, after.prices, {
      kind: "price",
      name: "prices",
      label: `prices ${says(before)} → ${says(after)}`,
      bring: (into, from) => ({ ...into, prices: from.prices }),
    }),
    ...differing<Factor>(before.discounts, after.discounts, {
      kind: "price",
      name: "discounts",
      label: "the discounts differ",
      bring: (into, from) => ({ ...into, discounts: from.discounts }),
    }),
  ];
}

/** Alternatives that both have: their architecture and settings; what a scenario requires. Alternatives that one has alone come along. */
function modelFactors(before: Scenario, after: Scenario): readonly Factor[] {
  const shape = (scenario: Scenario) => scenario.alternatives.map(({ id, architecture, settings }) => ({ id, architecture, settings }));
  const changed = after.alternatives
    .filter((one) =>
      before.alternatives.some(
        (other) => other.id === one.id && !same({ a: one.architecture, s: one.settings }, { a: other.architecture, s: other.settings }),
      ),
    )
    .map((one) => one.id);
  return [
    ...differing<Factor>(shape(before), shape(after), {
      kind: "model",
      name: "alternatives",
      label: changed.length > 0 ? `settings of ${changed.join(", ")}` : "other alternatives",
      bring: (into, from) => ({
        ...into,
        alternatives: from.alternatives.map((one) => ({
          ...one,
          costs: into.alternatives.find((other) => other.id === one.id)?.costs ?? one.costs,
        })),
      }),
    }),
    ...differing<Factor>(before.requirements, after.requirements, {
      kind: "model",
      name: "requirements",
      label: `requirements ${before.requirements.join(", ") || "none"} → ${after.requirements.join(", ") || "none"}`,
      bring: (into, from) => ({ ...into, requirements: from.requirements }),
    }),
    ...differing<Factor>(before.decision, after.decision, {
      kind: "model",
      name: "decision",
      label: "priorities or constraints differ",
      bring: (into, from) => ({ ...into, decision: from.decision }),
    }),
  ];
}

function inputFactors(before: Scenario, after: Scenario): readonly Factor[] {
  const costs = (scenario: Scenario) =>
    scenario.alternatives.map(({ id, costs: given }) => ({ id, given })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const both = costs(before).filter((one) => costs(after).some((other) => other.id === one.id));
  const later = costs(after).filter((one) => costs(before).some((other) => other.id === one.id));
  return [
    ...differing<Factor>(both, later, {
      kind: "input",
      name: "costs",
      label: "costs given by hand",
      bring: (into, from) => ({
        ...into,
        alternatives: into.alternatives.map((one) => ({
          ...one,
          costs: from.alternatives.find((other) => other.id === one.id)?.costs ?? one.costs,
        })),
      }),
    }),
    ...differing<Factor>(before.labour.hourlyRate, after.labour.hourlyRate, {
      kind: "input",
      name: "hourlyRate",
      label: "an hour of work",
      values: [formatUsd(before.labour.hourlyRate), formatUsd(after.labour.hourlyRate)],
      bring: (into, from) => ({ ...into, labour: from.labour }),
    }),
    ...differing<Factor>([before.horizon, before.migration], [after.horizon, after.migration], {
      kind: "input",
      name: "horizon",
      label: "horizon, growth or move differ",
      bring: (into, from) => ({ ...into, horizon: from.horizon, migration: from.migration }),
    }),
  ];
}

function differing<T>(left: unknown, right: unknown, factor: T): readonly T[] {
  return same(left, right) ? [] : [factor];
}

/** Equal as data, decimals by value. */
function same(left: unknown, right: unknown): boolean {
  return canonical(left) === canonical(right);
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, one: unknown) => {
      if (isExact(one)) return plain(one);
      if (one instanceof Map) return [...one];
      if (one !== null && typeof one === "object" && !Array.isArray(one))
        return Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
      return typeof one === "function" ? undefined : one;
    }) ?? ""
  );
}
