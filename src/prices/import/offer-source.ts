import type { SourceData } from "../price-file-schema.js";
import type { CollectedOffer } from "./collect-offer.js";
import type { DraftPrice } from "./draft-rates.js";

const OFFERS = "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws";

/** The day of a moment such as "2026-06-22T20:47:07Z"; empty when there is none. */
export function dayOf(moment: string | undefined): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(moment ?? "")?.[0] ?? "";
}

/** Where AWS keeps this version of the list: below the Region when the file holds one Region only. */
export function offerUrl({ details, regions, form }: Pick<CollectedOffer, "details" | "regions" | "form">): string {
  const [only, ...more] = regions;
  return [
    OFFERS,
    details.offerCode ?? "",
    details.version ?? "",
    ...(only !== undefined && more.length === 0 ? [only] : []),
    `index.${form}`,
  ].join("/");
}

/** The source entry of one list. @param given the address and day of reading, where the reader states them */
export function offerSource(
  offer: CollectedOffer,
  drafts: readonly DraftPrice[],
  given: { readonly url: string | undefined; readonly retrieved: string | undefined },
): { readonly key: string; readonly source: SourceData } {
  const { offerCode = "", version = "", publicationDate = "" } = offer.details;
  const days = [
    ...new Set(
      drafts
        .filter((one) => one.offer === offer)
        .map(({ effectiveDate }) => dayOf(effectiveDate))
        .filter((day) => day !== ""),
    ),
  ].sort();
  const [first, last] = [days[0], days.at(-1)];
  const terms = first === undefined ? "" : first === last ? `; terms effective ${first}` : `; terms effective from ${first} to ${last}`;
  const [only, ...more] = offer.regions;
  return {
    key: [offerCode.toLowerCase(), ...(only !== undefined && more.length === 0 ? [only] : [])].join("-"),
    source: {
      url: given.url ?? offerUrl(offer),
      retrieved: given.retrieved ?? dayOf(publicationDate),
      confidence: "high",
      note: `Price list version ${version}, published ${publicationDate}${terms}.`,
    },
  };
}
