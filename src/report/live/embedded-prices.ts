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
  const all = filesOf(catalogue);
  const rates = ratesOf(scenario, models, new Set(all.flatMap((file) => Object.keys(file.rates))));
  const files = all.filter((file) => Object.keys(file.rates).some((id) => rates.has(id)));
  return { files: files.map((file) => pruned(file, rates, scenario.prices.region)), newestDay: newestDay(catalogue) };
}

/** A catalogue for the engine, with the newest day of the one that the report was made from. */
export function catalogueOf(prices: EmbeddedPrices): Catalogue {
  const services = [...new Set(prices.files.map((file) => file.service))];
  const versionsOf = (service: string) => {
    const sorted = prices.files.filter((file) => file.service === service).sort((a, b) => (a.effective < b.effective ? -1 : 1));
    return {
      effectives: sorted.map((file) => file.effective),
      fileOf: (effective: string) => sorted.find((file) => file.effective === effective),
      all: () => sorted,
    };
  };
  return { files: prices.files, lazily: { services, versionsOf, newestDay: prices.newestDay } };
}

function filesOf(catalogue: Catalogue): readonly PriceFile[] {
  const { lazily } = catalogue;
  return lazily ? lazily.services.flatMap((service) => lazily.versionsOf(service).all()) : catalogue.files;
}

/**
 * Rates of the alternatives under any of their settings: as they are, with each choice or switch set to each of its other values,
 * and the same again from every value that brings in a new kind of rate (a cache, another plan). What two settings name together,
 * an engine and a node, is found by crossing the parts of the ids that were seen.
 */
function ratesOf(scenario: Scenario, models: readonly AlternativeModel[], known: ReadonlySet<string>): ReadonlySet<string> {
  const rates = new Set<string>();
  models.forEach((model, index) => {
    for (const charge of model.charges) rates.add(charge.rate);
    const request = scenario.alternatives[index];
    if (request) addVariants({ ...request, settings: settingsOf(model) }, model, scenario, rates);
  });
  return crossed(rates, known);
}

/** Every version of the request with one setting changed; those that bring a new kind of rate are varied in turn. */
function addVariants(request: AlternativeRequest, model: AlternativeModel, scenario: Scenario, rates: Set<string>): void {
  const kinds = new Set(model.charges.map(({ rate }) => kindOf(rate)));
  const open = [request];
  for (let base = open.pop(); base; base = open.pop()) {
    for (const [name, spec] of Object.entries(model.specs)) {
      const values = spec.kind === "choice" ? spec.values : spec.kind === "switch" ? ["true", "false"] : [];
      for (const value of values) {
        const variant = { ...base, settings: { ...base.settings, [name]: value } };
        const found = ratesUnder(variant, scenario);
        for (const rate of found) rates.add(rate);
        const fresh = found.map(kindOf).filter((kind) => !kinds.has(kind));
        for (const kind of fresh) kinds.add(kind);
        if (fresh.length > 0) open.push(variant);
      }
    }
  }
}

/** Provider, service, and how the rest of the id is built: classes and engines of one service are one kind. */
function kindOf(rate: string): string {
  const [provider, service, ...rest] = rate.split(".");
  return `${provider}.${service}.${rest.length}${rest.length < LEAST_CROSSED ? `.${rest.join(".")}` : ""}`;
}

/** A class and a way of running it (db.t4g.micro, multi-az) are three parts or more after the service. */
const LEAST_CROSSED = 3;

/** The rates found, and those of the catalogue whose id has at each place a part that a found one of its kind has there. */
function crossed(found: ReadonlySet<string>, known: ReadonlySet<string>): ReadonlySet<string> {
  const seen = new Set([...found].flatMap((rate) => placesOf(rate)));
  return new Set([
    ...found,
    ...[...known].filter((rate) => rate.split(".").length - 2 >= LEAST_CROSSED && placesOf(rate).every((place) => seen.has(place))),
  ]);
}

const placesOf = (rate: string): readonly string[] =>
  rate.split(".").map((part, index, parts) => `${parts[0]}.${parts[1]}.${parts.length}@${index} ${part}`);

/** Settings as a scenario writes them. */
export function settingsOf(model: AlternativeModel): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(model.settings).map(([name, value]) => [name, String(value)]));
}

function ratesUnder(request: AlternativeRequest, scenario: Scenario): readonly string[] {
  try {
    return assembleOne(request, scenario).charges.map((charge) => charge.rate);
  } catch (error) {
    // A combination that the architecture refuses needs no prices.
    if (error instanceof ProblemError) return [];
    throw error;
  }
}

function pruned(file: PriceFile, rates: ReadonlySet<string>, region: string): PriceFile {
  const kept = Object.entries(file.rates)
    .filter(([id]) => rates.has(id))
    .map(([id, { examples: _, ...rate }]) => {
      const near = rate.prices.filter((price) => [region, "global"].some((one) => (price.regions ?? file.regions).includes(one)));
      // A rate without a price here says where it has one: its prices elsewhere stay.
      return [id, { ...rate, prices: near.length > 0 ? near : rate.prices }] as const;
    });
  const sources = new Set(kept.flatMap(([, rate]) => rate.prices.map((price) => price.source)));
  return {
    ...file,
    rates: Object.fromEntries(kept),
    sources: Object.fromEntries(Object.entries(file.sources).filter(([id]) => sources.has(id))),
  };
}
