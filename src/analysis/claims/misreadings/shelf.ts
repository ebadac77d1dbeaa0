import type { Catalogue, PriceFile } from "../../../prices/price-file.js";

/** What the price files say around a rate. A search asks for the same again and again, so each answer is worked out once. */
export type Shelf = {
  /** the files of its service, oldest first */
  readonly files: (rate: string) => readonly PriceFile[];
  /** the Regions that its service was ever priced in, in order */
  readonly regions: (rate: string) => readonly string[];
  /** ids of the same unit that it may be taken for, in order */
  readonly siblings: (rate: string, unit: string) => readonly string[];
};

const shelves = new WeakMap<Catalogue, Shelf>();

export function shelfOf(catalogue: Catalogue): Shelf {
  const shelf = shelves.get(catalogue) ?? makeShelf(catalogue);
  shelves.set(catalogue, shelf);
  return shelf;
}

function makeShelf(catalogue: Catalogue): Shelf {
  const services = catalogue.lazily?.services ?? [...new Set(catalogue.files.map((file) => file.service))];
  const files = remembered((rate) => {
    const service = services.filter((one) => rate.startsWith(`${one}.`)).sort((a, b) => b.length - a.length)[0] ?? "";
    return catalogue.lazily?.versionsOf(service).all() ?? catalogue.files.filter((file) => file.service === service).sort((a, b) => (a.effective < b.effective ? -1 : 1));
  });
  const regions = remembered((rate) => sorted(files(rate).flatMap((file) => [...file.regions, ...Object.values(file.rates).flatMap((entry) => entry.prices.flatMap((price) => price.regions ?? []))])));
  const siblings = remembered((rate) => files(rate).flatMap((file) => Object.entries(file.rates).filter(([id]) => areSiblings(id, rate))));
  return { files, regions, siblings: (rate, unit) => sorted(siblings(rate).filter(([, entry]) => entry.unit === unit).map(([id]) => id)) };
}

function remembered<T>(find: (rate: string) => T): (rate: string) => T {
  const known = new Map<string, T>();
  return (rate) => {
    const value = known.get(rate) ?? find(rate);
    known.set(rate, value);
    return value;
  };
}

const sorted = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

/** Whether two rate ids name siblings: they differ in one part, as plans and instance classes do, or one has one part more, as variants do. */
function areSiblings(left: string, right: string): boolean {
  const a = left.split(".");
  const b = right.split(".");
  if (a.length !== b.length) return isOneMore(a, b) || isOneMore(b, a);
  return a.filter((part, index) => part !== b[index]).length === 1;
}

const isOneMore = (longer: readonly string[], shorter: readonly string[]): boolean => longer.length === shorter.length + 1 && longer.some((_, index) => shorter.every((part, place) => part === longer[place < index ? place : place + 1]));
