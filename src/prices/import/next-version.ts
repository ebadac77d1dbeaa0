import { type Problem, ProblemError, quoted } from "../../problems/problem.js";
import type { PriceFile } from "../price-file.js";
import type { PriceData, PriceFileData, RateData, SourceData } from "../price-file-schema.js";
import type { CollectedOffer } from "./collect-offer.js";
import type { DraftPrice } from "./draft-rates.js";
import type { ImportRules } from "./import-rules.js";
import { samePrice } from "./same-price.js";

/** The price that a file writes for just this Region. */
function priceOf(file: PriceFile | undefined, id: string, region: string): PriceData | undefined {
  return file?.rates[id]?.prices.find((price) => (price.regions ?? file.regions).includes(region));
}

/** The imported prices that a file does not have, or has otherwise. */
export function changesAgainst(file: PriceFile | undefined, drafts: readonly DraftPrice[]): readonly DraftPrice[] {
  return drafts.filter(({ id, region, price, rule }) => {
    const before = priceOf(file, id, region);
    return before === undefined || !samePrice(before, price) || file?.rates[id]?.unit !== rule.unit;
  });
}

export type NextVersion = {
  readonly data: PriceFileData;
  /** rates, and Regions of imported rates, that the lists do not hold and the version before does */
  readonly carried: { readonly rates: number; readonly regions: number };
};

/**
 * The service as it stands from a day on: what the lists say, and from the version before what they do not speak of.
 * A price file is a whole snapshot, so a rate left out would have ended; a list of one Region says nothing of the others.
 * @throws ProblemError when a rate is counted in another unit than before
 */
export function nextVersion(
  drafts: readonly DraftPrice[],
  sources: ReadonlyMap<CollectedOffer, { readonly key: string; readonly source: SourceData }>,
  before: PriceFile | undefined,
  rules: ImportRules,
  effective: string,
): NextVersion {
  const own = Object.fromEntries([...sources.values()].map(({ key, source }) => [key, source]));
  const oldKey = (key: string): string =>
    own[key] === undefined || JSON.stringify(own[key]) === JSON.stringify(before?.sources[key]) ? key : `${key}-before`;
  const old = (price: PriceData, regions: readonly string[]): PriceData => ({
    ...price,
    regions: [...regions],
    source: oldKey(price.source),
  });
  const problems: Problem[] = [];
  const rates: Record<string, RateData> = {};
  const carried = { rates: 0, regions: 0 };
  const ids = [...new Set([...drafts.map(({ id }) => id), ...Object.keys(before?.rates ?? {})])].sort();
  const byId = groupById(drafts);
  for (const id of ids) {
    const mine = byId.get(id) ?? [];
    const known = before?.rates[id];
    const first = mine[0];
    if (first === undefined) {
      if (known === undefined) continue;
      carried.rates++;
      rates[id] = { ...known, prices: known.prices.map((price) => old(price, price.regions ?? before?.regions ?? [])) };
      continue;
    }
    if (known !== undefined && known.unit !== first.rule.unit)
      problems.push({
        code: "inconsistent",
        message: `${quoted(id)} was counted in ${known.unit}`,
        found: first.rule.unit,
        hint: "give the rule another rate id or unit",
      });
    const covered = new Set(mine.map(({ region }) => region));
    const rest = (known?.prices ?? [])
      .map((price) =>
        old(
          price,
          (price.regions ?? before?.regions ?? []).filter((region) => !covered.has(region)),
        ),
      )
      .filter((price) => (price.regions ?? []).length > 0);
    carried.regions += rest.reduce((count, price) => count + (price.regions ?? []).length, 0);
    const stands = changesAgainst(before, mine).length === 0;
    const note = known?.note ?? first.rule.note;
    rates[id] = {
      title: known?.title ?? first.title,
      unit: first.rule.unit,
      scope: first.rule.scope,
      prices: [...grouped(mine, before, (offer) => sources.get(offer)?.key ?? ""), ...rest],
      // An example of a price that has changed would no longer hold.
      ...(stands && known?.examples !== undefined ? { examples: known.examples } : {}),
      ...(note === undefined ? {} : { note }),
    };
  }
  if (problems.length > 0) throw new ProblemError(problems);
  const used = new Set(Object.values(rates).flatMap((rate) => rate.prices.map(({ source }) => source)));
  const kept = Object.fromEntries(
    Object.entries(before?.sources ?? {})
      .map(([key, source]) => [oldKey(key), source] as const)
      .filter(([key]) => used.has(key)),
  );
  const regions = [...new Set(drafts.map(({ region }) => region))].sort();
  const unknown = Object.fromEntries(Object.entries(before?.unknown ?? {}).filter(([id]) => rates[id] === undefined));
  return {
    data: {
      service: rules.service,
      title: before?.title ?? rules.title,
      effective,
      basis: "first-seen",
      currency: "USD",
      regions,
      sources: { ...own, ...kept },
      rates,
      ...(Object.keys(unknown).length > 0 ? { unknown } : {}),
    },
    carried,
  };
}

function groupById(drafts: readonly DraftPrice[]): ReadonlyMap<string, readonly DraftPrice[]> {
  const groups = new Map<string, DraftPrice[]>();
  for (const one of drafts) {
    const group = groups.get(one.id);
    if (group === undefined) groups.set(one.id, [one]);
    else group.push(one);
  }
  return groups;
}

/** Regions of one price and source share an entry. A price that still stands keeps the digits of the file before. */
function grouped(
  drafts: readonly DraftPrice[],
  before: PriceFile | undefined,
  keyOf: (offer: CollectedOffer) => string,
): readonly PriceData[] {
  const groups = new Map<string, PriceData>();
  for (const { id, region, price, offer } of drafts) {
    const { note, ...bare } = price;
    const known = priceOf(before, id, region);
    const {
      source: _source,
      regions: _regions,
      note: _note,
      ...digits
    } = known !== undefined && samePrice(known, price) ? known : { ...bare, source: "" };
    const made = { ...digits, source: keyOf(offer), ...(note === undefined ? {} : { note }) } as PriceData;
    const key = JSON.stringify(made);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ...made, regions: [region] });
    else group.regions?.push(region);
  }
  return [...groups.values()];
}
