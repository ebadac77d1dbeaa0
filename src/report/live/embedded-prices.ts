import { assembleOne } from "../../engine/assemble.js";
import type { AlternativeModel } from "../../engine/model.js";
import type { Catalogue, PriceFile } from "../../prices/price-file.js";
import { newestDay } from "../../prices/rate-card.js";
import { ProblemError } from "../../problems/problem.js";
import type { AlternativeRequest, Scenario } from "../../scenario/scenario.js";

/** The part of a catalogue that a report carries. */
export type EmbeddedPrices = { readonly files: readonly PriceFile[]; readonly newestDay: string };

/**
 * The prices that a report can need: every version of every rate that the alternatives use, under any of their settings, in the
 * scenario's region. Titles, sources, dates and hashes stay; worked examples stay behind.
 */
export function embeddedPrices(scenario: Scenario, models: readonly AlternativeModel[], catalogue: Catalogue): EmbeddedPrices {
  const rates = ratesOf(scenario, models);
  const files = filesOf(catalogue).filter((file) => Object.keys(file.rates).some((id) => rates.has(id)));
  return { files: files.map((file) => pruned(file, rates, scenario.prices.region)), newestDay: newestDay(catalogue) };
}

/** A catalogue for the engine, with the newest day of the one that the report was made from. */
export function catalogueOf(prices: EmbeddedPrices): Catalogue {
  const services = [...new Set(prices.files.map((file) => file.service))];
  const versionsOf = (service: string) => {
    const sorted = prices.files.filter((file) => file.service === service).sort((a, b) => (a.effective < b.effective ? -1 : 1));
    return { effectives: sorted.map((file) => file.effective), fileOf: (effective: string) => sorted.find((file) => file.effective === effective), all: () => sorted };
  };
  return { files: prices.files, lazily: { services, versionsOf, newestDay: prices.newestDay } };
}

function filesOf(catalogue: Catalogue): readonly PriceFile[] {
  const { lazily } = catalogue;
  return lazily ? lazily.services.flatMap((service) => lazily.versionsOf(service).all()) : catalogue.files;
}

/** Rates of the alternatives as they are, and with each choice or switch set to each of its other values. */
function ratesOf(scenario: Scenario, models: readonly AlternativeModel[]): ReadonlySet<string> {
  const rates = new Set<string>();
  const add = (model: AlternativeModel): void => {
    for (const charge of model.charges) rates.add(charge.rate);
  };
  models.forEach((model, index) => {
    add(model);
    const request = scenario.alternatives[index];
    if (!request) return;
    for (const [name, spec] of Object.entries(model.specs)) {
      const values = spec.kind === "choice" ? spec.values : spec.kind === "switch" ? ["true", "false"] : [];
      for (const value of values) addVariant({ ...request, settings: { ...settingsOf(model), [name]: value } }, scenario, add);
    }
  });
  return rates;
}

/** Settings as a scenario writes them. */
export function settingsOf(model: AlternativeModel): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(model.settings).map(([name, value]) => [name, String(value)]));
}

function addVariant(request: AlternativeRequest, scenario: Scenario, add: (model: AlternativeModel) => void): void {
  try {
    add(assembleOne(request, scenario));
  } catch (error) {
    // A combination that the architecture refuses needs no prices.
    if (!(error instanceof ProblemError)) throw error;
  }
}

function pruned(file: PriceFile, rates: ReadonlySet<string>, region: string): PriceFile {
  const kept = Object.entries(file.rates).filter(([id]) => rates.has(id)).map(([id, { examples: _, ...rate }]) => {
    const near = rate.prices.filter((price) => [region, "global"].some((one) => (price.regions ?? file.regions).includes(one)));
    // A rate without a price here says where it has one: its prices elsewhere stay.
    return [id, { ...rate, prices: near.length > 0 ? near : rate.prices }] as const;
  });
  const sources = new Set(kept.flatMap(([, rate]) => rate.prices.map((price) => price.source)));
  return { ...file, rates: Object.fromEntries(kept), sources: Object.fromEntries(Object.entries(file.sources).filter(([id]) => sources.has(id))) };
}
