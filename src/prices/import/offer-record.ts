/** What the head of an offer file says of itself; a key that the file lacks is missing here. */
export type OfferDetails = {
  readonly formatVersion?: string;
  readonly offerCode?: string;
  readonly version?: string;
  /** a moment, as in "2026-06-22T20:47:07Z" */
  readonly publicationDate?: string;
};

/** One thing that is sold. Attribute names are in lower case without spaces, so that JSON ("regionCode") and CSV ("Region Code") agree. */
export type OfferProduct = {
  readonly sku: string;
  readonly productFamily: string;
  readonly attributes: Readonly<Record<string, string>>;
};

/** One price of a term: a tier of use, or a fee. Numbers are text with the digits of the file. */
export type PriceDimension = {
  readonly rateCode: string;
  readonly unit: string;
  readonly description: string;
  /** quantity from which the price counts (exclusive); missing where the file gives no range */
  readonly beginRange?: string;
  /** quantity up to which it counts (inclusive), or "Inf" */
  readonly endRange?: string;
  /** USD per unit; missing where the price is in another currency */
  readonly usd?: string;
};

/** One way to buy a product. */
export type OfferTerm = {
  readonly sku: string;
  /** the section it stands in: OnDemand, Reserved, FlatRate, … */
  readonly type: string;
  readonly offerTermCode: string;
  /** a moment, as in "2026-06-01T00:00:00Z"; empty where the file gives none */
  readonly effectiveDate: string;
  readonly lease?: string;
  readonly option?: string;
  readonly offeringClass?: string;
  readonly dimensions: readonly PriceDimension[];
};

/** An offer file as it streams by: JSON gives products before terms, CSV a product with each price. */
export type OfferRecord =
  | { readonly kind: "details"; readonly details: OfferDetails }
  | { readonly kind: "product"; readonly product: OfferProduct }
  | { readonly kind: "term"; readonly term: OfferTerm }
  | { readonly kind: "priced-product"; readonly product: OfferProduct; readonly term: () => OfferTerm };

/** "Region Code" and "regionCode" are one attribute. */
export function attributeName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, "");
}
