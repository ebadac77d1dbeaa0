import { priceShape } from "../../prices/history.js";
import type { PriceFile } from "../../prices/price-file.js";
import type { EmbeddedPrices } from "./embedded-prices.js";

/** The days on which an embedded price began, changed or ended, ascending. */
export function priceDays({ files }: EmbeddedPrices, region: string): readonly string[] {
  const services = [...new Set(files.map((file) => file.service))];
  const days = services.flatMap((service) => {
    const versions = files.filter((file) => file.service === service).sort((a, b) => (a.effective < b.effective ? -1 : 1));
    return versions.flatMap((file, index) =>
      index > 0 && shapesOf(file, region) === shapesOf(versions[index - 1], region) ? [] : [file.effective],
    );
  });
  return [...new Set(days)].sort();
}

function shapesOf(file: PriceFile | undefined, region: string): string {
  const near = (regions: readonly string[]): boolean => regions.includes(region) || regions.includes("global");
  return Object.entries(file?.rates ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([id, rate]) =>
        `${id} ${rate.prices
          .filter((price) => near(price.regions ?? file?.regions ?? []))
          .map(priceShape)
          .join()}`,
    )
    .join("\n");
}
