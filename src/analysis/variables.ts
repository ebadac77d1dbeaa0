import type { AlternativeModel } from "../engine/model.js";
import type { RateCard } from "../prices/rate-card.js";
import { nameHint } from "../problems/nearest-name.js";
import { ProblemError, quoted } from "../problems/problem.js";
import type { Distribution } from "../scenario/distribution.js";
import { driverValue } from "../scenario/driver-value.js";
import { DRIVERS } from "../scenario/drivers.js";
import type { DriverName } from "../scenario/driver-spec.js";
import { driverLimits, GROWTH_LIMITS, LEVEL_LIMITS, MONEY_LIMITS } from "../scenario/limits.js";
import type { HandCost, Scenario } from "../scenario/scenario.js";
import { costName, GROWTH, HOURLY_RATE, rateName } from "../scenario/variable-names.js";
import { type Decimal, ONE, ZERO } from "../units/decimal.js";

/** Something that an analysis varies, with the value that the scenario gives it. */
export type Variable = {
  /** its name: see scenario/variable-names */
  readonly name: string;
  readonly kind: "driver" | "cost" | "hourly-rate" | "rate" | "growth";
  /** what people read */
  readonly label: string;
  readonly unit: string;
  readonly base: Decimal;
  /** what the scenario believes about it, or the range that the price's source gives */
  readonly distribution: Distribution;
  /** values outside are drawn back to these bounds */
  readonly least: number;
  readonly most: number;
  readonly integer: boolean;
  /** "stated" in the scenario, or "source": the range of a price */
  readonly origin: "stated" | "source";
};

/** Everything that a scenario holds uncertain, and every price used whose source gives a range. @throws ProblemError for a rate that no alternative uses */
export function uncertainVariables(scenario: Scenario, models: readonly AlternativeModel[], card: RateCard): readonly Variable[] {
  const { uncertainty } = scenario;
  const drivers = [...uncertainty.drivers].map(([name, distribution]) => driverVariable(name, scenario, distribution));
  const costs = scenario.alternatives.flatMap((one) => one.costs);
  const named = [...uncertainty.costs].flatMap(([name, distribution]) =>
    costs
      .filter((cost) => cost.name === name)
      .slice(0, 1)
      .map(
        (cost): Variable => ({
          name: costName(name),
          kind: "cost",
          label: name,
          ...amountOf(cost),
          distribution,
          ...MONEY_LIMITS,
          origin: "stated",
        }),
      ),
  );
  const wage: Variable[] = uncertainty.hourlyRate
    ? [
        {
          name: HOURLY_RATE,
          kind: "hourly-rate",
          label: "an hour of work",
          unit: "dollars an hour",
          base: scenario.labour.hourlyRate,
          distribution: uncertainty.hourlyRate,
          ...MONEY_LIMITS,
          origin: "stated",
        },
      ]
    : [];
  const { horizon } = scenario;
  const growth: Variable[] =
    uncertainty.growth && horizon?.growth.kind === "compound"
      ? [
          {
            name: GROWTH,
            kind: "growth",
            label: "growth of users",
            unit: "part a month",
            base: horizon.growth.monthly,
            distribution: uncertainty.growth,
            ...GROWTH_LIMITS,
            origin: "stated",
          },
        ]
      : [];
  return [...drivers, ...wage, ...growth, ...named, ...rateVariables(scenario, models, card)];
}

/** A driver with what is believed about it. */
export function driverVariable(name: DriverName, scenario: Scenario, distribution: Distribution): Variable {
  const spec = DRIVERS[name];
  const unit = spec.per === undefined ? spec.unit : `${spec.unit} per ${spec.per}`;
  return {
    name,
    kind: "driver",
    label: spec.title,
    unit,
    base: driverValue(name, scenario.workload),
    distribution,
    ...driverLimits(name),
    origin: "stated",
  };
}

function amountOf(cost: HandCost): Pick<Variable, "unit" | "base"> {
  if (cost.monthly) return { unit: "dollars a month", base: cost.monthly };
  if (cost.once) return { unit: "dollars once", base: cost.once };
  if (cost.perMau) return { unit: "dollars per MAU", base: cost.perMau };
  if (cost.hoursPerYear) return { unit: "hours a year", base: cost.hoursPerYear };
  return { unit: "hours once", base: cost.hoursOnce ?? ZERO };
}

/** Stated rates first; a range of the source counts where the scenario says nothing about the rate. */
function rateVariables(scenario: Scenario, models: readonly AlternativeModel[], card: RateCard): readonly Variable[] {
  const { rates } = scenario.uncertainty;
  const used = [...new Set(models.flatMap((model) => model.charges.map((charge) => charge.rate)))].sort();
  const strange = [...rates.keys()].filter((id) => !used.includes(id));
  if (strange.length > 0)
    throw new ProblemError(
      strange.map((id) => ({
        code: "unknown-name" as const,
        place: scenario.place(["uncertainty", "rates", id], "key"),
        message: `no alternative uses the rate ${quoted(id)}`,
        ...nameHint(id, used),
      })),
    );
  const variable = (id: string, distribution: Distribution, origin: Variable["origin"]): Variable => ({
    name: rateName(id),
    kind: "rate",
    label: `price of ${id}`,
    unit: "times the listed price",
    base: ONE,
    distribution,
    ...LEVEL_LIMITS,
    origin,
  });
  return used.flatMap((id) => {
    const stated = rates.get(id);
    if (stated) return [variable(id, stated, "stated")];
    const ranged = sourceRange(card, id);
    return ranged ? [variable(id, ranged, "source")] : [];
  });
}

/** The source's own range as factors on the price shown: likeliest at 1. */
function sourceRange(card: RateCard, id: string): Distribution | undefined {
  let rate: ReturnType<RateCard["rate"]>;
  try {
    rate = card.rate(id);
  } catch (error) {
    // A rate without a price matters only where a bill uses it, and the bill says so.
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
  if (!rate.range || rate.schedule.kind !== "per-unit" || rate.schedule.unitRate.isZero()) return undefined;
  const { unitRate } = rate.schedule;
  return { kind: "triangular", low: rate.range.low.div(unitRate), mode: ONE, high: rate.range.high.div(unitRate) };
}
