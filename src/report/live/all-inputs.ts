import { isDay } from "../../problems/day.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Study } from "../../analysis/study.js";
import { driverInputs } from "./driver-inputs.js";
import type { EmbeddedPrices } from "./embedded-prices.js";
import type { Input } from "./input.js";
import { moneyInputs } from "./money-inputs.js";
import { priceDays } from "./price-days.js";
import { settingInputs } from "./setting-inputs.js";

/** Everything about a report's scenario that its reader can change: the main inputs first, each with a key of its own. */
export function allInputs(study: Study, prices: EmbeddedPrices): readonly Input[] {
  const { scenario, models, card } = study;
  const rates = models.flatMap((model) => model.charges.map((charge) => charge.rate));
  const inputs = [
    ...driverInputs(scenario),
    ...moneyInputs(scenario, rates),
    dayInput(scenario, card.asOf, priceDays(prices, scenario.prices.region)),
    ...settingInputs(scenario, models),
  ];
  const seen = new Set<string>();
  return inputs.filter(({ key }) => !seen.has(key) && seen.add(key));
}

function dayInput(scenario: Scenario, own: string, days: readonly string[]): Input {
  const options = [...new Set([...days, own])]
    .sort()
    .reverse()
    .map((day) => ({ value: day, label: day }));
  return {
    key: "as-of",
    group: { kind: "main" },
    label: "Prices of",
    meaning: "the day whose prices count; the list names the days on which one of them changed",
    unit: "",
    isShare: false,
    control: { kind: "choice", options },
    own,
    from: scenario.prices.asOf === undefined ? "newest" : "stated",
    isPinned: true,
    complaint: (text) => (isDay(text) ? undefined : "not a day (YYYY-MM-DD)"),
    canonical: (text) => text,
    applied: (before, text) => ({ ...before, prices: { ...before.prices, asOf: text } }),
  };
}
