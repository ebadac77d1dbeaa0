import { type BlockUse, type JsonValue, jsonBlocks } from "./json-blocks.js";
import { attributeName, type OfferProduct, type OfferRecord, type OfferTerm, type PriceDimension } from "./offer-record.js";

const DETAILS = ["formatVersion", "offerCode", "version", "publicationDate"];

/**
 * The records of an offer file in JSON, a batch for each piece of the file.
 * @param wantsTerms whether the terms of a SKU matter; those of others are checked and read past
 * @throws JsonSyntaxError when the text is not JSON or ends too early
 */
export async function* jsonOffer(chunks: AsyncIterable<Uint8Array>, wantsTerms: (sku: string) => boolean): AsyncGenerator<readonly OfferRecord[]> {
  let batch: OfferRecord[] = [];
  const useOf = (path: readonly string[]): BlockUse => {
    const [section, second, sku] = path;
    if (section === undefined) return "descend";
    if (section === "products") return path.length === 1 ? "descend" : "build";
    if (section === "terms") return path.length < 3 ? "descend" : sku !== undefined && second !== undefined && wantsTerms(sku) ? "build" : "skip";
    return "skip";
  };
  const take = (path: readonly string[], value: JsonValue): void => {
    const [section = "", second = "", sku = ""] = path;
    if (section === "products" && path.length === 2) batch.push({ kind: "product", product: toProduct(second, value) });
    else if (section === "terms" && path.length === 3) batch.push(...Object.values(asObject(value)).map((term): OfferRecord => ({ kind: "term", term: toTerm(second, sku, term) })));
    else if (path.length === 1 && DETAILS.includes(section) && typeof value === "string") batch.push({ kind: "details", details: { [section]: value } });
  };
  const blocks = jsonBlocks(useOf, take);
  for await (const chunk of chunks) {
    blocks.write(chunk);
    if (batch.length > 0) yield batch;
    batch = [];
  }
  blocks.end();
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
    sku, type, offerTermCode: asText(term.offerTermCode), effectiveDate: asText(term.effectiveDate),
    ...filled({ lease: asText(LeaseContractLength), option: asText(PurchaseOption), offeringClass: asText(OfferingClass) }),
    dimensions: Object.values(asObject(term.priceDimensions)).map(toDimension),
  };
}

function toDimension(value: JsonValue): PriceDimension {
  const dimension = asObject(value);
  return {
    rateCode: asText(dimension.rateCode), unit: asText(dimension.unit), description: asText(dimension.description),
    ...filled({ beginRange: asText(dimension.beginRange), endRange: asText(dimension.endRange), usd: asText(asObject(dimension.pricePerUnit).USD) }),
  };
}

/** Only what is there: an empty text is a missing key. */
export function filled<K extends string>(texts: Readonly<Record<K, string>>): { readonly [P in K]?: string } {
  return Object.fromEntries(Object.entries<string>(texts).filter(([, text]) => text !== "")) as { readonly [P in K]?: string };
}
