import type { Catalogue } from "./price-file.js";

const EVERYWHERE = "global";
const remembered = new WeakMap<Catalogue, readonly string[]>();

/**
 * Every region that some price is known for, sorted. Reads all price files, once for a catalogue: for what goes wrong, not for every price.
 * A search that tries thousands of prices asks after each that is missing.
 */
export function knownRegions(catalogue: Catalogue): readonly string[] {
  const regions = remembered.get(catalogue) ?? findRegions(catalogue);
  remembered.set(catalogue, regions);
  return regions;
}

function findRegions({ lazily, files: given }: Catalogue): readonly string[] {
  const files = lazily ? lazily.services.flatMap((service) => lazily.versionsOf(service).all()) : given;
  const regions = files.flatMap((file) => [
    ...file.regions,
    ...Object.values(file.rates).flatMap((rate) => rate.prices.flatMap((price) => price.regions ?? [])),
  ]);
  return [...new Set(regions)].filter((region) => region !== EVERYWHERE).sort();
}
