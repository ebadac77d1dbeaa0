import type { Catalogue } from "./price-file.js";

/** Every rate that some price file names, each once, in order. */
export function rateIds(catalogue: Catalogue): readonly string[] {
  return [...new Set(catalogue.files.flatMap((file) => Object.keys(file.rates)))].sort();
}
