import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parsePriceFile } from "../../../src/prices/parse-price-file.js";
import type { PriceFile } from "../../../src/prices/price-file.js";
import { type CollectedOffer, offerCollector } from "../../../src/prices/import/collect-offer.js";
import { type Import, importOffers } from "../../../src/prices/import/import-offers.js";
import type { ImportRules } from "../../../src/prices/import/import-rules.js";
import { jsonOffer } from "../../../src/prices/import/json-offer.js";
import { parseImportRules, parseRegionNames } from "../../../src/prices/import/parse-import-rules.js";

export const OFFERS = fileURLToPath(new URL("../../fixtures/offers/", import.meta.url));
const RULES = fileURLToPath(new URL("../../../pricing/import-rules/", import.meta.url));

export const offerText = (name: string): string => readFileSync(`${OFFERS}${name}`, "utf8");
export const rulesOf = (service: string): ImportRules => parseImportRules(readFileSync(`${RULES}${service}.yaml`, "utf8"), `${service}.yaml`);
export const REGION_NAMES = parseRegionNames(readFileSync(`${RULES}regions.yaml`, "utf8"), "regions.yaml");

/** Gathers one JSON offer, handed over in pieces of so many bytes. */
export function collectText(text: string, rules: ImportRules, file = "offer.json", piece = 1000): CollectedOffer {
  const collector = offerCollector(rules, REGION_NAMES, { file, form: "json" });
  const bytes = new TextEncoder().encode(text);
  const pass = (): void => {
    const offer = jsonOffer(collector);
    for (let at = 0; at < bytes.length; at += piece) offer.write(bytes.subarray(at, at + piece));
    offer.end();
  };
  pass();
  if (collector.needsSecondPass()) {
    collector.startSecondPass();
    pass();
  }
  return collector.finish();
}

/** Imports JSON offers given as text with the shipped rules of a service. */
export function importText(service: string, texts: readonly string[], versions: readonly PriceFile[] = []): Import {
  const rules = rulesOf(service);
  return importOffers(texts.map((text, index) => collectText(text, rules, `offer-${index + 1}.json`)), rules, versions, { urls: [], retrieved: undefined });
}

/** The price file that an import wrote, read back. */
export function asPriceFile(made: Import): PriceFile {
  return parsePriceFile(made.text, { path: `aws/${made.data.service.slice(4)}/${made.effective}.yaml`, hash: "0" });
}

/** The price of a rate in a Region, without Regions, source and note. */
export function priceIn(made: Import, id: string, region: string): unknown {
  const file = asPriceFile(made);
  const found = file.rates[id]?.prices.find((price) => (price.regions ?? file.regions).includes(region));
  if (found === undefined) return undefined;
  const { regions: _regions, source: _source, note: _note, ...price } = found;
  return price;
}
