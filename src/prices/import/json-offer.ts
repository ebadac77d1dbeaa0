import { type BlockUse, type JsonValue, jsonBlocks } from "./json-blocks.js";
import { attributeName, type OfferProduct, type OfferRecord, type OfferTerm, type PriceDimension } from "./offer-record.js";

const DETAILS = ["formatVersion", "offerCode", "version", "publicationDate"];

/** Where records go, and which terms are worth building. */
export type OfferSink = { readonly take: (record: OfferRecord) => void; readonly wantsTerms: (sku: string) => boolean };

/**
 * Reads an offer file in JSON piece by piece. The terms of a SKU that the sink does not want are checked and read past.
 * @returns `write` for the next bytes, `end` when all were written; both throw JsonSyntaxError
 */
export function jsonOffer(sink: OfferSink): { readonly write: (bytes: Uint8Array) => void; readonly end: () => void } {
  const useOf = (path: readonly string[]): BlockUse => {
    const [section, , sku] = path;
    if (section === undefined) return "descend";
    if (section === "products") return path.length === 1 ? "descend" : "build";
    if (section === "terms") return sku === undefined ? "descend" : sink.wantsTerms(sku) ? "build" : "skip";
    return "skip";
  };
  const take = (path: readonly string[], value: JsonValue): void => {
    const [section = "", second = "", sku = ""] = path;
    if (section === "products" && path.length === 2) sink.take({ kind: "product", product: toProduct(second, value) });
    else if (section === "terms" && path.length === 3)
      for (const term of Object.values(asObject(value))) sink.take({ kind: "term", term: toTerm(second, sku, term) });
    else if (path.length === 1 && DETAILS.includes(section) && typeof value === "string")
      sink.take({ kind: "details", details: { [section]: value } });
  };
  return jsonBlocks(useOf, take);
}

function asObject(value: JsonValue | undefined): { readonly [key: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as { readonly [key: string]: JsonValue }) : {};
}

function asText(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : "";
}

function toProduct(sku: string, value: JsonValue): OfferProduct {
  const { productFamily, attributes } = asObject(value);
  const named = Object.entries(asObject(attributes)).map(([name, text]) => [attributeName(name), asText(text)]);
  return { sku, productFamily: asText(productFamily), attributes: Object.fromEntries(named) };
}

function toTerm(type: string, sku: string, value: JsonValue): OfferTerm {
  const term = asObject(value);
  const { LeaseContractLength, PurchaseOption, OfferingClass } = asObject(term.termAttributes);
  return {
    sku,
    type,
    offerTermCode: asText(term.offerTermCode),
    effectiveDate: asText(term.effectiveDate),
    ...filled({ lease: asText(LeaseContractLength), option: asText(PurchaseOption), offeringClass: asText(OfferingClass) }),
    dimensions: Object.values(asObject(term.priceDimensions)).map(toDimension),
  };
}

function toDimension(value: JsonValue): PriceDimension {
  const dimension = asObject(value);
  return {
    rateCode: asText(dimension.rateCode),
    unit: asText(dimension.unit),
    description: asText(dimension.description),
    ...filled({
      beginRange: asText(dimension.beginRange),
      endRange: asText(dimension.endRange),
      usd: asText(asObject(dimension.pricePerUnit).USD),
    }),
  };
}

/** Only what is there: an empty text is a missing key. */
export function filled<K extends string>(texts: Readonly<Record<K, string>>): { readonly [P in K]?: string } {
  return Object.fromEntries(Object.entries<string>(texts).filter(([, text]) => text !== "")) as { readonly [P in K]?: string };
}
