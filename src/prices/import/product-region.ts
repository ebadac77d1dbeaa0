import type { RegionNames } from "./import-rules.js";
import type { OfferProduct } from "./offer-record.js";

/** Where a product is sold: a Region, "global" for all of them together, or unknown; and its usage type without the Region's prefix. */
export type ProductPlace = { readonly region: string | undefined; readonly usagetype: string };

/** Reads the Region of products: from regionCode, or from the place's name, or from the prefix of the usage type. Data transfer names the Region it starts from. */
export function regionReader(names: RegionNames): (product: OfferProduct) => ProductPlace {
  const ofPrefix = new Map<string, string>();
  const ofName = new Map<string, string>();
  for (const [region, { prefixes = [], names: places = [] }] of Object.entries(names)) {
    for (const prefix of prefixes) ofPrefix.set(prefix, region);
    for (const place of places) ofName.set(place, region);
  }
  /** The Region and the rest of "USE1-CognitoLiteMAU", "EU:PI_API" or "us-west-2-KMS-Keys". */
  const split = (usagetype: string): { readonly region: string; readonly rest: string } | undefined => {
    const [, prefix = "", rest = ""] =
      /^([A-Z]{2,3}[A-Z]?\d?)[-:](.+)$/.exec(usagetype) ?? /^([a-z]{2}(?:-[a-z]+){1,2}-\d)-(.+)$/.exec(usagetype) ?? [];
    const region = ofPrefix.get(prefix) ?? (Object.hasOwn(names, prefix) ? prefix : undefined);
    return region === undefined ? undefined : { region, rest };
  };
  return (product) => {
    const {
      usagetype = "",
      fromregioncode = "",
      regioncode = fromregioncode,
      fromlocation = "",
      location = fromlocation,
    } = product.attributes;
    if (/^Global\d?[-:]/.test(usagetype)) return { region: "global", usagetype };
    const prefixed = split(usagetype);
    const region = regioncode !== "" && regioncode !== "global" ? regioncode : (ofName.get(location) ?? prefixed?.region);
    if (region === undefined)
      return { region: ["Any", "Global", "global"].includes(location) || regioncode === "global" ? "global" : undefined, usagetype };
    // A prefix of another Region belongs to the name: transfer between two Regions says both.
    const own =
      prefixed?.region === region ? prefixed.rest : usagetype.startsWith(`${region}-`) ? usagetype.slice(region.length + 1) : usagetype;
    return { region, usagetype: own };
  };
}
