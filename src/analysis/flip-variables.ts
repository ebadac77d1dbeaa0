import type { Bill } from "../engine/bill.js";
import type { Catalogue } from "../prices/price-file.js";
import { driverValue } from "../scenario/driver-value.js";
import { DRIVER_NAMES, DRIVERS } from "../scenario/drivers.js";
import type { DriverName } from "../scenario/driver-spec.js";
import type { HandCost, Scenario } from "../scenario/scenario.js";
import { costName, HOURLY_RATE, rateName } from "../scenario/variable-names.js";
import { type Decimal, decimal, largest, ONE, smallest, whole, ZERO } from "../units/decimal.js";
import { inputsOf } from "../units/node.js";
import { sumUsd } from "../units/usd.js";
import type { Measure } from "./cost-model.js";
import type { Recommendation } from "./recommend.js";
import { type Study, study } from "./study.js";

/** A variable that might flip the choice, with the range that is searched and the step it is told in. */
export type FlipVariable = {
  readonly name: string;
  readonly kind: "driver" | "cost" | "hourly-rate" | "rate";
  readonly label: string;
  readonly unit: string;
  /** the scenario's own value */
  readonly base: Decimal;
  readonly from: Decimal;
  readonly to: Decimal;
  readonly step: Decimal;
};

const TEN = whole(10);
const CENT = decimal("0.01");

/** Every variable that reaches a bill: drivers besides the user count (whose flips the recommendation has), hand-given costs, hours, and the prices that weigh. */
export function flipVariables(
  scenario: Scenario,
  catalogue: Catalogue,
  one: Study,
  recommendation: Recommendation,
): readonly FlipVariable[] {
  return [
    ...driverVariables(scenario, catalogue),
    ...costVariables(scenario, recommendation.measure),
    ...hourVariable(scenario, recommendation.measure),
    ...rateVariables(one, recommendation),
  ];
}

function driverVariables(scenario: Scenario, catalogue: Catalogue): readonly FlipVariable[] {
  const workload = new Map(scenario.workload);
  for (const name of DRIVER_NAMES) workload.set(name, driverValue(name, scenario.workload));
  const { models } = study({ ...scenario, workload }, catalogue);
  const reached = new Set(
    models.flatMap((model) =>
      [...model.charges.map((charge) => charge.quantity), ...model.limits.map((limit) => limit.value)].flatMap((node) => [
        ...inputsOf(node),
      ]),
    ),
  );
  return DRIVER_NAMES.filter((name) => name !== "mau" && reached.has(name)).map((name) => ({
    name,
    kind: "driver",
    label: DRIVERS[name].title,
    unit: unitOf(name),
    ...driverRange(name, workload),
  }));
}

function unitOf(name: DriverName): string {
  const { unit, per } = DRIVERS[name];
  return per === undefined ? unit : `${unit} per ${per}`;
}

/** From nothing to ten times the value; shares to what the other share leaves; a driver at nothing to 10, or to its most. */
function driverRange(name: DriverName, workload: ReadonlyMap<DriverName, Decimal>): Pick<FlipVariable, "base" | "from" | "to" | "step"> {
  const spec = DRIVERS[name];
  const base = workload.get(name) ?? ZERO;
  const most = decimal(spec.most);
  const other = name === "federatedShare" ? "socialShare" : name === "socialShare" ? "federatedShare" : undefined;
  if (other) return { base, from: ZERO, to: ONE.minus(workload.get(other) ?? ZERO), step: decimal("0.0001") };
  if (most.eq(ONE)) return { base, from: ZERO, to: ONE, step: decimal("0.0001") };
  const to = smallest([most, base.isZero() ? idleRange(name, workload) : base.times(TEN)]);
  return { base, from: ZERO, to, step: spec.integer ? ONE : stepFor(base.isZero() ? to : base) };
}

/** What a driver that the scenario leaves at nothing might come to: as much as there are users, or 10 of a ratio. */
function idleRange(name: DriverName, workload: ReadonlyMap<DriverName, Decimal>): Decimal {
  return DRIVERS[name].per === undefined ? largest([TEN, workload.get("mau") ?? ONE]) : TEN;
}

/** A thousandth of the value's power of ten: 8 is told in steps of 0.001, 30,000 in steps of 10. */
function stepFor(value: Decimal): Decimal {
  return TEN.pow(value.e - 3);
}

const AMOUNTS = ["monthly", "once", "perMau", "hoursPerYear", "hoursOnce"] as const;
const UNITS: Readonly<Record<(typeof AMOUNTS)[number], string>> = {
  monthly: "dollars a month",
  once: "dollars once",
  perMau: "dollars per MAU",
  hoursPerYear: "hours a year",
  hoursOnce: "hours once",
};

/** Whether an amount counts in the measure: a month knows nothing of what is paid once. */
const counts = (kind: (typeof AMOUNTS)[number], measure: Measure): boolean =>
  measure === "horizon" || (kind !== "once" && kind !== "hoursOnce");

/** Costs that have one amount, the same wherever their name stands. */
export function costVariables(scenario: Scenario, measure: Measure): readonly FlipVariable[] {
  const costs = scenario.alternatives.flatMap((one) => one.costs);
  return [...new Set(costs.map((cost) => cost.name))].flatMap((name): FlipVariable[] => {
    const amounts = costs.filter((cost) => cost.name === name).map(onlyAmount);
    const [first] = amounts;
    if (
      !first ||
      !counts(first.kind, measure) ||
      amounts.some((one) => one?.kind !== first.kind || !one.value.eq(first.value)) ||
      first.value.isZero()
    )
      return [];
    return [
      {
        name: costName(name),
        kind: "cost",
        label: name,
        unit: UNITS[first.kind],
        base: first.value,
        from: ZERO,
        to: first.value.times(TEN),
        step: first.kind === "perMau" ? stepFor(first.value) : CENT,
      },
    ];
  });
}

function onlyAmount(cost: HandCost): { readonly kind: (typeof AMOUNTS)[number]; readonly value: Decimal } | undefined {
  const given = AMOUNTS.flatMap((kind) => (cost[kind] === undefined ? [] : [{ kind, value: cost[kind] }]));
  return given.length === 1 ? given[0] : undefined;
}

export function hourVariable(scenario: Scenario, measure: Measure): readonly FlipVariable[] {
  const base = scenario.labour.hourlyRate;
  const worked = scenario.alternatives.some((one) =>
    one.costs.some((cost) => cost.hoursPerYear !== undefined || (measure === "horizon" && cost.hoursOnce !== undefined)),
  );
  return worked && !base.isZero()
    ? [
        {
          name: HOURLY_RATE,
          kind: "hourly-rate",
          label: "an hour of work",
          unit: "dollars an hour",
          base,
          from: ZERO,
          to: base.times(TEN),
          step: CENT,
        },
      ]
    : [];
}

/** A price weighs when it makes up this part of the bill of one of the two best. */
const WEIGHS = decimal("0.1");

function rateVariables(one: Study, recommendation: Recommendation): readonly FlipVariable[] {
  const leaders = recommendation.ranking.slice(0, 2).map(({ model }) => one.billAt(model, recommendation.mau));
  const ids = [...new Set(leaders.flatMap(weighingRates))];
  return ids.map((id) => ({
    name: rateName(id),
    kind: "rate",
    label: `price of ${id}`,
    unit: "times the listed price",
    base: ONE,
    from: ZERO,
    to: TEN,
    step: decimal("0.001"),
  }));
}

function weighingRates(made: Bill): readonly string[] {
  const ids = [...new Set(made.lines.flatMap((line) => (line.rate ? [line.rate.id] : [])))];
  return ids.filter((id) =>
    sumUsd(made.lines.filter((line) => line.rate?.id === id).map((line) => line.amount)).gt(made.monthly.times(WEIGHS)),
  );
}
