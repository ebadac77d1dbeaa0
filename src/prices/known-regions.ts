import type { Catalogue } from "./price-file.js";

const EVERYWHERE = "global";

/** Every region that some price is known for, sorted. Reads all price files: for what goes wrong, not for every price. */
export function knownRegions(catalogue: Catalogue): readonly string[] {
  const { lazily } = catalogue;
  const files = lazily ? lazily.services.flatMap((service) => lazily.versionsOf(service).all()) : catalogue.files;
  const regions = files.flatMap((file) => [...file.regions, ...Object.values(file.rates).flatMap((rate) => rate.prices.flatMap((price) => price.regions ?? []))]);
  return [...new Set(regions)].filter((region) => region !== EVERYWHERE).sort();
}
