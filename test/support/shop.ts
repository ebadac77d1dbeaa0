import { readFileSync } from "node:fs";
import { parsePriceFile } from "../../src/prices/parse-price-file.js";
import { type Rate, rateCard } from "../../src/prices/rate-card.js";
import { rateIds } from "../../src/prices/rate-ids.js";
import { FIXTURES } from "./fixture.js";

const text = readFileSync(`${FIXTURES}rating/prices.yaml`, "utf8");

/** The invented price file of the rating tests: one rate for each way of charging. */
export const shop = { files: [parsePriceFile(text, { path: "test/shop/2026-01-01.yaml", hash: "" })] };
export const SHOP_RATES: readonly string[] = rateIds(shop);

export function shopRate(id: string, freeTier = true): Rate {
  return rateCard(shop, { asOf: "2026-01-01", region: "here", freeTier }).rate(id);
}
