import type { AlternativeModel } from "../../engine/model.js";
import type { Catalogue } from "../../prices/price-file.js";
import type { Scenario } from "../../scenario/scenario.js";
import { catalogueOf, type EmbeddedPrices, embeddedPrices } from "./embedded-prices.js";
import { fromTagged, toTagged } from "./plain-data.js";
import { fromShared, type SharedData, toShared } from "./shared-data.js";

/** What a live report carries besides its words: the scenario and the prices that it can need. */
export type LiveData = { readonly scenario: ReturnType<typeof toTagged>; readonly prices: SharedData };

export function liveData(scenario: Scenario, models: readonly AlternativeModel[], catalogue: Catalogue): LiveData {
  return { scenario: toTagged(scenario), prices: toShared(embeddedPrices(scenario, models, catalogue)) };
}

/** The scenario and the catalogue as the engine takes them. */
export function revived(data: LiveData): { readonly scenario: Scenario; readonly catalogue: Catalogue; readonly prices: EmbeddedPrices } {
  // JSON knows no undefined: a key that the scenario left open is not there, and reads as undefined.
  const plain = fromTagged(data.scenario) as Omit<Scenario, "place">;
  const place = () => ({ file: plain.file });
  const scenario: Scenario = { ...plain, alternatives: plain.alternatives.map((one) => ({ ...one, place })), place };
  const prices = fromShared(data.prices) as EmbeddedPrices;
  return { scenario, catalogue: catalogueOf(prices), prices };
}
