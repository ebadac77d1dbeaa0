import type { Catalogue, PriceFile } from "../../../prices/price-file.js";
import { type Decimal, decimal } from "../../../units/decimal.js";
import { remembered } from "../remembered.js";

/** What the price files say around a rate. A search asks for the same again and again, so each answer is worked out once. */
export type Shelf = {
  /** the files of its service, oldest first */
  readonly files: (rate: string) => readonly PriceFile[];
  /** the Regions that its service was ever priced in, in order */
  readonly regions: (rate: string) => readonly string[];
  /** ids of the same unit that it may be taken for, in order */
  readonly siblings: (rate: string, unit: string) => readonly string[];
  /** the free parts of this unit that its service ever had, and the rate of each: itself before others */
  readonly freeParts: (rate: string, unit: string) => readonly FreePart[];
};
export type FreePart = { readonly free: Decimal; readonly id: string };

const shelves = new WeakMap<Catalogue, Shelf>();

export function shelfOf(catalogue: Catalogue): Shelf {
  return remembered(shelves, catalogue, () => makeShelf(catalogue));
}

function makeShelf(catalogue: Catalogue): Shelf {
  const services = catalogue.lazily?.services ?? [...new Set(catalogue.files.map((file) => file.service))];
  const files = once((rate: string) => {
    const service = services.filter((one) => rate.startsWith(`${one}.`)).sort((a, b) => b.length - a.length)[0] ?? "";
    return (
      catalogue.lazily?.versionsOf(service).all() ??
      catalogue.files.filter((file) => file.service === service).sort((a, b) => (a.effective < b.effective ? -1 : 1))
    );
  });
  const regions = once((rate: string) =>
    sorted(
      files(rate).flatMap((file) => [
        ...file.regions,
        ...Object.values(file.rates).flatMap((entry) => entry.prices.flatMap((price) => price.regions ?? [])),
      ]),
    ),
  );
  const siblings = once((rate: string) =>
    files(rate).flatMap((file) => Object.entries(file.rates).filter(([id]) => areSiblings(id, rate))),
  );
  const siblingsOf = once((rate: string) =>
    once((unit: string) =>
      sorted(
        siblings(rate)
          .filter(([, entry]) => entry.unit === unit)
          .map(([id]) => id),
      ),
    ),
  );
  const freePartsOf = once((rate: string) => once((unit: string) => freeParts(files(rate), rate, unit)));
  return { files, regions, siblings: (rate, unit) => siblingsOf(rate)(unit), freeParts: (rate, unit) => freePartsOf(rate)(unit) };
}

function once<Value extends object>(find: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>();
  return (name) => remembered(known, name, () => find(name));
}

function freeParts(files: readonly PriceFile[], rate: string, unit: string): readonly FreePart[] {
  const found = new Map<string, string>();
  for (const file of files) {
    for (const [id, entry] of Object.entries(file.rates).filter(([, one]) => one.unit === unit)) {
      for (const price of entry.prices) {
        const free =
          price.allowance ?? ("tiers" in price && decimal(price.tiers[0]?.rate ?? "1").isZero() ? price.tiers[0]?.upTo : undefined);
        if (free !== undefined) found.set(free, id === rate ? id : (found.get(free) ?? id));
      }
    }
  }
  return [...found].map(([free, id]) => ({ free: decimal(free), id }));
}

const sorted = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

/** Whether two rate ids name siblings: they differ in one part, as plans and instance classes do, or one has one part more, as variants do. */
function areSiblings(left: string, right: string): boolean {
  const a = left.split(".");
  const b = right.split(".");
  if (a.length !== b.length) return isOneMore(a, b) || isOneMore(b, a);
  return a.filter((part, index) => part !== b[index]).length === 1;
}

const isOneMore = (longer: readonly string[], shorter: readonly string[]): boolean =>
  longer.length === shorter.length + 1 &&
  longer.some((_, index) => shorter.every((part, place) => part === longer[place < index ? place : place + 1]));
