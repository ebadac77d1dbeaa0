import type { Catalogue, PriceFile } from "./price-file.js";
import type { PriceData, RateData, SourceData } from "./price-file-schema.js";
import { priceText } from "./price-text.js";

/** A rate as it stood in one region from one day until the next. */
export type HistoryEntry = {
  readonly rate: string;
  readonly title: string;
  readonly unit: string;
  readonly region: string;
  readonly from: string;
  /** the first day on which it no longer stands; null while it does */
  readonly until: string | null;
  readonly basis: PriceFile["basis"];
  readonly price: PriceData;
  readonly text: string;
  /** the latest reading of the price, and the newest file that repeats it */
  readonly source: SourceData | undefined;
  readonly file: string;
};

/** Files of one service, oldest first. */
export function versionsByService(catalogue: Catalogue): ReadonlyMap<string, readonly PriceFile[]> {
  const byService = new Map<string, PriceFile[]>();
  for (const file of catalogue.files) byService.set(file.service, [...(byService.get(file.service) ?? []), file]);
  for (const files of byService.values()) files.sort((a, b) => (a.effective < b.effective ? -1 : 1));
  return byService;
}

/** What makes two prices the same: everything but where it was read and for which regions it is written. */
export function priceShape(price: PriceData): string {
  const { source: _source, regions: _regions, note: _note, ...shape } = price;
  return JSON.stringify(shape);
}

/** Every stretch of every rate in every region; later files that repeat a price lengthen its stretch, with their reading of it. */
export function history(catalogue: Catalogue, wanted: (rate: string) => boolean): readonly HistoryEntry[] {
  return [...versionsByService(catalogue).values()]
    .flatMap((versions) => {
      const open = new Map<string, HistoryEntry>();
      const closed: HistoryEntry[] = [];
      for (const file of versions) {
        const seen = new Set<string>();
        for (const entry of entriesOf(file, wanted)) {
          const key = `${entry.rate} ${entry.region}`;
          seen.add(key);
          const before = open.get(key);
          if (before && priceShape(before.price) === priceShape(entry.price)) {
            open.set(key, { ...before, source: entry.source, file: entry.file });
            continue;
          }
          if (before) closed.push({ ...before, until: file.effective });
          open.set(key, entry);
        }
        for (const [key, entry] of open) {
          if (seen.has(key)) continue;
          closed.push({ ...entry, until: file.effective });
          open.delete(key);
        }
      }
      return [...closed, ...open.values()];
    })
    .sort((a, b) => compareText(a.rate, b.rate) || compareText(a.region, b.region) || compareText(a.from, b.from));
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function entriesOf(file: PriceFile, wanted: (rate: string) => boolean): readonly HistoryEntry[] {
  return Object.entries(file.rates).flatMap(([rate, entry]: [string, RateData]) =>
    wanted(rate)
      ? entry.prices.flatMap((price) =>
          (price.regions ?? file.regions).map(
            (region): HistoryEntry => ({
              rate,
              title: entry.title,
              unit: entry.unit,
              region,
              from: file.effective,
              until: null,
              basis: file.basis,
              price,
              text: priceText(price),
              source: file.sources[price.source],
              file: file.path,
            }),
          ),
        )
      : [],
  );
}

/** The entries that stand on a day. */
export function standingOn(entries: readonly HistoryEntry[], day: string): readonly HistoryEntry[] {
  return entries.filter((entry) => entry.from <= day && (entry.until === null || day < entry.until));
}

export type PriceChange = {
  readonly kind: "added" | "ended" | "changed";
  readonly rate: string;
  readonly region: string;
  readonly before: HistoryEntry | undefined;
  readonly after: HistoryEntry | undefined;
};

/** What changed between two days, rate by rate and region by region. */
export function priceChanges(entries: readonly HistoryEntry[], from: string, to: string): readonly PriceChange[] {
  const at = (day: string) => new Map(standingOn(entries, day).map((entry) => [`${entry.rate} ${entry.region}`, entry]));
  const before = at(from);
  const after = at(to);
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((key): PriceChange[] => {
    const old = before.get(key);
    const now = after.get(key);
    if (old && now && priceShape(old.price) === priceShape(now.price)) return [];
    const one = now ?? old;
    return one
      ? [
          {
            kind: old === undefined ? "added" : now === undefined ? "ended" : "changed",
            rate: one.rate,
            region: one.region,
            before: old,
            after: now,
          },
        ]
      : [];
  });
}
