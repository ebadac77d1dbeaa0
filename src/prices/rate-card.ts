import { type Place, ProblemError, quoted } from "../problems/problem.js";
import type { Decimal } from "../units/decimal.js";
import type { Usd } from "../units/usd.js";
import { type Catalogue, newestDayOf, type PriceFile, type Versions } from "./price-file.js";
import type { OpenEnd } from "./open-end.js";
import type { PriceData, RateData, SourceData } from "./price-file-schema.js";
import { priceShape } from "./history.js";
import { checkRegions, noPrice, noPriceThere, placed } from "./missing-price.js";
import type { Schedule } from "./schedule.js";
import { toSchedule } from "./to-schedule.js";

/** A rate as it stands on one day in one region, ready for rating. */
export type Rate = {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly scope: RateData["scope"];
  /** where the price is one of: the region asked for, or the one that stands in for it */
  readonly region: string;
  readonly schedule: Schedule;
  /** always-free units deducted before tiers are counted; 0 when free tiers are off */
  readonly allowance: Decimal;
  readonly minimum: Usd;
  /** why the price ends with its last tier, where it does, and what is known of what follows */
  readonly openEnd?: { readonly kind: OpenEnd; readonly note?: string };
  /** what the price file says beside the price */
  readonly note?: string;
  /** the source's own range around the stated middle, per base unit */
  readonly range?: { readonly low: Decimal; readonly high: Decimal };
  readonly source: SourceData & {
    readonly file: string;
    readonly effective: string;
    readonly until: string | null;
    readonly basis: string;
    readonly hash: string;
    /** the first day from which this price has stood unchanged, and how that day is known */
    readonly standing: { readonly since: string; readonly basis: string };
  };
};

export type RateCardOptions = {
  /** day in YYYY-MM-DD */
  readonly asOf: string;
  readonly region: string;
  /** false leaves always-free units out: an account may have spent them elsewhere */
  readonly freeTier: boolean;
  /** the Region whose price stands in, marked, where a rate has none in `region` */
  readonly standIn?: string | undefined;
  /** where the date, the region and the one that stands in were asked for: for messages */
  readonly place?: Place;
  readonly regionPlace?: Place;
  readonly standInPlace?: Place;
};

/** All prices of one day and region. */
export type RateCard = RateCardOptions & {
  /** @throws ProblemError when there is no such rate, or none on that day, or none in that region */
  readonly rate: (id: string) => Rate;
};

/** The day of the newest evidence in the catalogue: the default date, so that results do not depend on a clock. */
export function newestDay(catalogue: Catalogue): string {
  return catalogue.lazily?.newestDay ?? newestDayOf(catalogue.files);
}

/**
 * Resolves the catalogue at a day and region. Rates are looked up when asked for and remembered, those without a price too.
 * A file is in force from its effective day until the next file of the same service begins.
 */
export function rateCard(catalogue: Catalogue, options: RateCardOptions): RateCard {
  const known = new Map<string, Rate | ProblemError>();
  const versionsOf = versionFinder(catalogue);
  if (options.standIn !== undefined) checkRegions(catalogue, options.standIn, options);
  const rate = (id: string): Rate => {
    const before = known.get(id) ?? found(() => resolve(catalogue, versionsOf(id), id, options));
    known.set(id, before);
    if (before instanceof ProblemError) throw before;
    return before;
  };
  return { ...options, rate };
}

/** The versions of the service that a rate id belongs to. */
function versionFinder(catalogue: Catalogue): (id: string) => Versions {
  const services = catalogue.lazily?.services ?? [...new Set(catalogue.files.map((file) => file.service))];
  const versionsOf =
    catalogue.lazily?.versionsOf ?? ((service: string) => loadedVersions(catalogue.files.filter((file) => file.service === service)));
  const known = new Map<string, Versions>();
  return (id) => {
    const service = services.filter((one) => id.startsWith(`${one}.`)).sort((a, b) => b.length - a.length)[0];
    if (service === undefined) return loadedVersions([]);
    const versions = known.get(service) ?? versionsOf(service);
    known.set(service, versions);
    return versions;
  };
}

function loadedVersions(files: readonly PriceFile[]): Versions {
  const sorted = [...files].sort((a, b) => (a.effective < b.effective ? -1 : 1));
  return {
    effectives: sorted.map((file) => file.effective),
    fileOf: (effective) => sorted.find((file) => file.effective === effective),
    all: () => sorted,
  };
}

function resolve(catalogue: Catalogue, versions: Versions, id: string, options: RateCardOptions): Rate {
  const { asOf, standIn } = options;
  const effective = versions.effectives.filter((day) => day <= asOf).at(-1);
  const file = effective === undefined ? undefined : versions.fileOf(effective);
  const entry = file?.rates[id];
  if (!file || !entry) throw noPrice(catalogue, versions, id, options);
  const own = priceIn(file, id, options.region);
  const price = own ?? (standIn === undefined ? undefined : priceIn(file, id, standIn));
  if (!price) throw noPriceThere(catalogue, [...new Set(entry.prices.flatMap((one) => one.regions ?? file.regions))].sort(), id, options);
  const source = file.sources[price.source];
  if (!source) throw placed(options, { code: "inconsistent", message: `${file.path}: source ${quoted(price.source)} is missing` });
  const region = own ? options.region : (standIn ?? options.region);
  const remarks = [
    own ? [] : `No price is known in ${options.region}: that of ${region} stands in.`,
    entry.note ?? [],
    price.note ?? [],
  ].flat();
  const until = versions.effectives.find((day) => day > file.effective) ?? null;
  return {
    id,
    title: entry.title,
    unit: entry.unit,
    scope: entry.scope,
    region,
    ...toSchedule(price, options.freeTier),
    ...(remarks.length === 0 ? {} : { note: remarks.join(" ") }),
    source: {
      ...source,
      ...(own ? {} : { confidence: "low" }),
      file: file.path,
      effective: file.effective,
      until,
      basis: file.basis,
      hash: file.hash,
      // Looked up only where it is shown: it needs the earlier versions.
      get standing() {
        return unchangedSince(versions.all(), file, id, region);
      },
    },
  };
}

function found(look: () => Rate): Rate | ProblemError {
  try {
    return look();
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
}

/** The price of a region, or the one that knows no region. */
function priceIn(file: PriceFile, id: string, region: string): PriceData | undefined {
  const covers = (one: PriceData, wanted: string): boolean => (one.regions ?? file.regions).includes(wanted);
  const prices = file.rates[id]?.prices ?? [];
  return prices.find((one) => covers(one, region)) ?? prices.find((one) => covers(one, "global"));
}

/** Later files repeat what stays in force: the first day of an unchanged price lies in an earlier one. */
function unchangedSince(versions: readonly PriceFile[], file: PriceFile, id: string, region: string): Rate["source"]["standing"] {
  const shape = (version: PriceFile): string => {
    const price = priceIn(version, id, region);
    return price ? priceShape(price) : "";
  };
  const now = shape(file);
  let first = file;
  for (const version of versions.slice(0, versions.indexOf(file)).reverse()) {
    if (shape(version) !== now) break;
    first = version;
  }
  return { since: first.effective, basis: first.basis };
}
