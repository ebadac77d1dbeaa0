/** A product in few words: family, attributes, unit, and "from-to rate" for each range (or the rate alone). */
export type Sold = Readonly<Record<string, string | readonly string[]>> & { readonly family: string; readonly unit: string; readonly prices: readonly string[] };

const DAY = "2026-10-02";

/** The text of an offer file as AWS writes it, with SKUs that are numbered. */
export function offerOf(offer: string, region: string, sold: readonly Sold[], day = DAY): string {
  const skus = sold.map((_, index) => `FIX${region.replaceAll("-", "").toUpperCase()}${String(index).padStart(4, "0")}`);
  return JSON.stringify({
    formatVersion: "v1.0", disclaimer: "A fixture of authcost: no AWS file.", offerCode: offer,
    version: `${day.replaceAll("-", "")}124422`, publicationDate: `${day}T12:44:22Z`,
    products: Object.fromEntries(sold.map((one, index) => [skus[index], productOf(one, skus[index] ?? "", offer, region)])),
    terms: { OnDemand: Object.fromEntries(sold.map((one, index) => [skus[index], termOf(one, skus[index] ?? "")])) },
  }, null, 1);
}

function productOf({ family, unit: _unit, prices: _prices, ...attributes }: Sold, sku: string, offer: string, region: string): object {
  // Global SKUs name no Region, and data transfer names the one it starts from.
  const placed = String(attributes.usagetype).startsWith("Global-") || Object.keys(attributes).some((key) => key.startsWith("from"));
  const place = placed ? {} : { locationType: "AWS Region", regionCode: region };
  return { sku, ...(family === "" ? {} : { productFamily: family }), attributes: { servicecode: offer, ...place, ...attributes } };
}

function termOf({ unit, prices }: Sold, sku: string): object {
  const code = `${sku}.JRTCKXETXF`;
  const dimensions = prices.map((text, index) => {
    const [, begin = "0", end = "Inf", rate = ""] = /^(?:(\d+)-(\d+|Inf) )?(\d+(?:\.\d+)?)$/.exec(text) ?? [];
    const rateCode = `${code}.D${index + 1}`;
    return [rateCode, { rateCode, description: text, beginRange: begin, endRange: end, unit, pricePerUnit: { USD: rate }, appliesTo: [] }];
  });
  return { [code]: { offerTermCode: "JRTCKXETXF", sku, effectiveDate: "2026-10-01T00:00:00Z", priceDimensions: Object.fromEntries(dimensions), termAttributes: {} } };
}
