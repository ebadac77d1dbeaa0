import type { Rate, RateCard } from "../prices/rate-card.js";
import type { Schedule, Tier } from "../prices/schedule.js";
import type { HandCost } from "../scenario/scenario.js";
import { costName, HOURLY_RATE, rateName } from "../scenario/variable-names.js";
import type { Decimal } from "../units/decimal.js";
import type { Usd } from "../units/usd.js";
import type { AlternativeModel } from "./model.js";

/** Values of variables by name; what is not named keeps the scenario's own value. */
export type Values = ReadonlyMap<string, Decimal>;

/** The model with other amounts of its hand-given costs and another price of an hour. */
export function variedModel(model: AlternativeModel, values: Values): AlternativeModel {
  const hourlyRate = (values.get(HOURLY_RATE) as Usd | undefined) ?? model.hourlyRate;
  return { ...model, hourlyRate, costs: model.costs.map((cost) => variedCost(cost, values.get(costName(cost.name)))) };
}

/** A cost that varies has one amount. */
function variedCost(cost: HandCost, value: Decimal | undefined): HandCost {
  if (value === undefined) return cost;
  if (cost.monthly) return { ...cost, monthly: value as Usd };
  if (cost.once) return { ...cost, once: value as Usd };
  if (cost.perMau) return { ...cost, perMau: value as Usd };
  return cost.hoursPerYear ? { ...cost, hoursPerYear: value } : { ...cost, hoursOnce: value };
}

/** The card with some rates at a multiple of their listed price: tiers keep their bounds. */
export function variedCard(card: RateCard, values: Values): RateCard {
  if (![...values.keys()].some((name) => name.startsWith(rateName("")))) return card;
  return {
    ...card,
    rate: (id) => {
      const level = values.get(rateName(id));
      const rate = card.rate(id);
      return level ? atLevel(rate, level) : rate;
    },
  };
}

function atLevel(rate: Rate, level: Decimal): Rate {
  return { ...rate, schedule: scheduleAt(rate.schedule, level), minimum: rate.minimum.times(level) as Usd };
}

function scheduleAt(schedule: Schedule, level: Decimal): Schedule {
  const priced = <T extends Pick<Tier, "unitRate" | "flat">>(tier: T): T => ({
    ...tier,
    unitRate: tier.unitRate.times(level),
    flat: tier.flat.times(level),
  });
  switch (schedule.kind) {
    case "per-unit":
      return { ...schedule, unitRate: schedule.unitRate.times(level) };
    case "flat":
      return { ...schedule, amount: schedule.amount.times(level) as Usd };
    case "package":
      return { ...schedule, packageRate: schedule.packageRate.times(level) };
    case "graduated":
    case "volume":
      return {
        ...schedule,
        tiers: schedule.tiers.map(priced),
        thereafter: schedule.thereafter === "quote" ? "quote" : priced(schedule.thereafter),
      };
    default:
      return schedule satisfies never;
  }
}
